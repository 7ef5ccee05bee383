using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Activities;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Reports;
using VoterLiaison.Domain.Activities;
using VoterLiaison.Domain.Opinions;
using VoterLiaison.Domain.Reports;

namespace VoterLiaison.Dashboard.Books;

/// <summary>Reads what was held in a period, through a context that holds one moment; by the same queries as the ledgers and the page 代表履职.</summary>
internal sealed class ContactQueries(LiaisonDbContext db, BookScope scope, DateOnly today, CancellationToken cancellationToken)
{
    public async Task<ContactFigures> ReadAsync(BookPeriod period)
    {
        var everywhere = SessionQueries.Attended(db.ContactSessions.AsNoTracking(), period.From, period.Until);
        var held = everywhere.Within(scope.Reach);
        return new ContactFigures
        {
            Stations = await StationsAsync(held),
            Topics = await held.Where(session => session.TopicId != null).GroupBy(session => session.TopicId!.Value).Select(group => new { group.Key, Times = group.Count() })
                .ToDictionaryAsync(group => group.Key, group => group.Times, cancellationToken),
            Attended = await DeputyYears.AttendedAsync(everywhere, cancellationToken),
            Reports = await ReportsAsync(period),
            OwingDay = DeputyYears.OwingDay(period.Until.Year, today),
            ReceptionRows = await ReceptionRowsAsync(held, db.Opinions.Within(scope.Reach)),
        };
    }

    /// <summary>述职 of the year; of other days those held in them, each deputy's last.</summary>
    private async Task<Dictionary<int, PerformanceReport>> ReportsAsync(BookPeriod period)
    {
        var reports = db.PerformanceReports.AsNoTracking().Where(report => report.Status == ReportStatus.Held);
        var (from, until) = (period.From, period.Until);
        var held = await (period.Year is { } year ? reports.Where(report => report.Year == year) : reports.Where(report => report.ReportedOn >= from && report.ReportedOn <= until)).ToListAsync(cancellationToken);
        return held.GroupBy(report => report.DeputyId).ToDictionary(own => own.Key, own => own.MaxBy(report => report.ReportedOn)!);
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
