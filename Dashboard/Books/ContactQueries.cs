using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Activities;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Reports;
using VoterLiaison.Domain.Activities;
using VoterLiaison.Domain.Opinions;
using VoterLiaison.Domain.Reports;

namespace VoterLiaison.Dashboard.Books;

/// <summary>Reads what was held in a year, through a context that holds one moment; by the same queries as the ledgers and the page 代表履职.</summary>
internal sealed class ContactQueries(LiaisonDbContext db, BookScope scope, DateOnly today, CancellationToken cancellationToken)
{
    public async Task<ContactFigures> ReadAsync(int year)
    {
        var held = SessionQueries.Attended(db.ContactSessions.AsNoTracking(), year).Within(scope.Reach);
        return new ContactFigures
        {
            Stations = await StationsAsync(held),
            Topics = await held.Where(session => session.TopicId != null).GroupBy(session => session.TopicId!.Value).Select(group => new { group.Key, Times = group.Count() })
                .ToDictionaryAsync(group => group.Key, group => group.Times, cancellationToken),
            Attended = await DeputyYears.AttendedAsync(db.ContactSessions, year, cancellationToken),
            Reports = await db.PerformanceReports.AsNoTracking().Where(report => report.Year == year && report.Status == ReportStatus.Held).ToDictionaryAsync(report => report.DeputyId, cancellationToken),
            OwingDay = DeputyYears.OwingDay(year, today),
            ReceptionRows = await ReceptionRowsAsync(held, db.Opinions.Within(scope.Reach)),
        };
    }

    private async Task<Dictionary<int, SessionTally>> StationsAsync(IQueryable<ContactSession> held)
    {
        var visits = await held.SelectMany(session => session.Deputies, (session, link) => new { session.StationId, link.Attended }).Where(link => link.Attended == true)
            .GroupBy(link => link.StationId).Select(group => new { group.Key, Times = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Times, cancellationToken);
        return await held.GroupBy(session => session.StationId).Select(group => new { group.Key, Times = group.Count(), Voters = group.Sum(session => session.VoterTimes ?? 0) })
            .ToDictionaryAsync(group => group.Key, group => new SessionTally(group.Times, visits.GetValueOrDefault(group.Key), group.Voters), cancellationToken);
    }

    private async Task<int> ReceptionRowsAsync(IQueryable<ContactSession> held, IQueryable<Opinion> opinions) =>
        await opinions.CountAsync(o => held.Any(session => session.Id == o.SessionId), cancellationToken)
        + await held.CountAsync(session => !opinions.Any(o => o.SessionId == session.Id), cancellationToken);
}
