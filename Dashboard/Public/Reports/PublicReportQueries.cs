using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Domain.Reports;

namespace VoterLiaison.Dashboard.Public.Reports;

/// <summary>Reports to the voters as everybody may read them: the published ones, and no others.</summary>
public sealed class PublicReportQueries(IDbContextFactory<LiaisonDbContext> contexts)
{
    /// <summary>The published reports of a year, by unit in official order and certificate number.</summary>
    /// <param name="year">Null for the latest that has some.</param>
    /// <param name="cancellationToken">Gives up reading.</param>
    public async Task<PublicReportList> ListAsync(int? year, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var years = await Published(db).Select(report => report.Year).Distinct().OrderByDescending(one => one).ToListAsync(cancellationToken);
        var shown = year ?? years.FirstOrDefault();
        var rows = await (
            from report in Published(db)
            where report.Year == shown
            join deputy in db.Deputies on report.DeputyId equals deputy.Id
            join unit in db.Units on deputy.UnitId equals unit.Id into units
            from its in units.DefaultIfEmpty()
            orderby its == null, its!.Order, deputy.Code
            select new PublicReportLine(report.Id, deputy.Name, deputy.Post, report.ReportedOn, report.Form, its == null ? null : its.Code, its == null ? "不属街道" : its.ShortName)).ToListAsync(cancellationToken);
        return new PublicReportList(shown, years, rows);
    }

    /// <summary>One published report; null where there is none, or none any more.</summary>
    public async Task<PublicReport?> FindAsync(int id, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await (
            from report in Published(db)
            where report.Id == id
            join deputy in db.Deputies on report.DeputyId equals deputy.Id
            select new PublicReport(
                deputy.Id, deputy.Name, deputy.Post, db.Units.Where(unit => unit.Id == deputy.UnitId).Select(unit => unit.ShortName).SingleOrDefault(), report)).SingleOrDefaultAsync(cancellationToken);
    }

    private static IQueryable<PerformanceReport> Published(LiaisonDbContext db) => db.PerformanceReports.AsNoTracking().Where(report => report.PublishedOn != null && report.Status == ReportStatus.Held);
}

/// <summary>A year's published reports, and the years that have some, the latest first.</summary>
public sealed record PublicReportList(int Year, IReadOnlyList<int> Years, IReadOnlyList<PublicReportLine> Rows);

/// <summary>A published report in a list.</summary>
public sealed record PublicReportLine(int Id, string Name, string Post, DateOnly On, ReportForm Form, string? UnitCode, string Unit);

/// <summary>A published report whole.</summary>
public sealed record PublicReport(int DeputyId, string Name, string Post, string? Unit, PerformanceReport Report);
