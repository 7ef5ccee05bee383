using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Live;
using VoterLiaison.Domain.Activities;
using VoterLiaison.Domain.Deputies;
using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard.Reports;

/// <summary>What counts of a deputy's year, on the page and in the book alike.</summary>
internal static class DeputyYears
{
    /// <summary>参加接待 by deputy: of all receptions that were held, at whichever station.</summary>
    public static Task<Dictionary<int, int>> AttendedAsync(IQueryable<ContactSession> held, CancellationToken cancellationToken) =>
        held.SelectMany(session => session.Deputies).Where(link => link.Attended == true)
            .GroupBy(link => link.DeputyId).Select(group => new { group.Key, Times = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Times, cancellationToken);

    /// <summary>Each deputy's opinions, by the measures that count them everywhere; what several carry counts for each of them.</summary>
    public static Task<Dictionary<int, OpinionCounts>> CountsAsync(IQueryable<Opinion> opinions, DateOnly today, CancellationToken cancellationToken) =>
        CountQueries.CountAsync(opinions.SelectMany(o => o.Deputies, (o, link) => new Placed<int> { Place = link.DeputyId, Opinion = o }), today, cancellationToken);

    /// <summary>Whether a list of the year names the deputy: in office, or out of it only since then.</summary>
    public static bool Serves(this Deputy deputy, int year) => deputy.Status is OfficeStatus.InOffice || deputy.StatusSince?.Year >= year;

    /// <summary>The day on which whoever is in office owes the report: today, or the end of a year that is over.</summary>
    public static DateOnly OwingDay(int year, DateOnly today) => year < today.Year ? new DateOnly(year, 12, 31) : today;
}
