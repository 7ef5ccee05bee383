using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Activities;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Activities;
using VoterLiaison.Domain.Deputies;
using VoterLiaison.Domain.Opinions;
using VoterLiaison.Domain.Reports;
using VoterLiaison.Domain.Stations;

namespace VoterLiaison.Dashboard.Reports;

/// <summary>What deputies did in a year, for themselves and for whoever keeps the record.</summary>
public sealed class PerformanceQueries(IDbContextFactory<LiaisonDbContext> contexts, Doorkeeper doorkeeper, TimeProvider clock, IOptions<LiaisonOptions> options)
{
    private const int GistLength = 40;

    public int Expected => options.Value.ReceptionsExpected;

    /// <summary>The district deputies within reach in official order: by unit, then by certificate number; never by a count.</summary>
    /// <param name="year">The calendar year.</param>
    /// <param name="unit">联系单位代码, or all.</param>
    /// <param name="cancellationToken">Gives up reading.</param>
    public async Task<PerformanceList> ListAsync(int year, string? unit = null, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rights = await doorkeeper.RightsAsync(db, cancellationToken);
        var deputies = await db.Deputies.AsNoTracking().Include(deputy => deputy.OfficeChanges).Within(rights.For(Deed.KeepPerformance)).Where(deputy => deputy.Level == DeputyLevel.District).ToListAsync(cancellationToken);
        var units = await db.Units.AsNoTracking().OrderBy(one => one.Order).ToListAsync(cancellationToken);
        var mine = units.Where(one => deputies.Exists(deputy => deputy.UnitId == one.Id)).ToList();
        var attended = await DeputyYears.AttendedAsync(SessionQueries.Attended(db.ContactSessions, year), cancellationToken);
        var counts = await DeputyYears.CountsAsync(db.Opinions.Within(rights.For(Deed.ReadOpinions)).Where(o => o.Year == year), clock.Today(), cancellationToken);
        var reports = await db.PerformanceReports.AsNoTracking().Where(report => report.Year == year).ToDictionaryAsync(report => report.DeputyId, cancellationToken);
        List<PerformanceRow> rows =
        [
            .. from deputy in deputies
               where deputy.Serves(year)
               let its = units.Find(one => one.Id == deputy.UnitId)
               where unit is null || its?.Code == unit
               orderby its?.Order ?? int.MaxValue, deputy.Code
               select new PerformanceRow(
                   deputy, its?.ShortName, attended.GetValueOrDefault(deputy.Id), counts.GetValueOrDefault(deputy.Id, OpinionCounts.None).Collected, reports.GetValueOrDefault(deputy.Id)),
        ];
        return new PerformanceList(
            rows,
            await OpenObjectionsAsync(db, rights, cancellationToken),
            [.. mine.Select(one => new UnitName(one.Code, one.ShortName))],
            [.. rows.GroupBy(row => row.Deputy.UnitId).Select(group => RateOf(units.Find(one => one.Id == group.Key), [.. group], year))]);
    }

    /// <summary>述职 of a deputy within reach of whoever keeps the record, for a year; null where there is no such deputy.</summary>
    public async Task<DeputyReport?> ReportAsync(string code, int year, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var within = (await doorkeeper.RightsAsync(db, cancellationToken)).For(Deed.KeepPerformance);
        return await db.Deputies.AsNoTracking().Within(within).SingleOrDefaultAsync(deputy => deputy.Code == code, cancellationToken) is { } deputy
            ? await ReportAsync(db, deputy, year, cancellationToken)
            : null;
    }

    /// <summary>述职 of the deputies the person is, for a year; none where they are none.</summary>
    public async Task<IReadOnlyList<DeputyReport>> OwnReportsAsync(int year, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        List<int> own = [.. (await doorkeeper.RightsAsync(db, cancellationToken)).OwnDeputies];
        var reports = new List<DeputyReport>();
        foreach (var deputy in await db.Deputies.AsNoTracking().Where(deputy => own.Contains(deputy.Id)).OrderBy(deputy => deputy.Code).ToListAsync(cancellationToken))
        {
            reports.Add(await ReportAsync(db, deputy, year, cancellationToken));
        }

        return reports;
    }

    /// <summary>How many objections wait for an answer of this person, for a badge.</summary>
    public async Task<int> OpenObjectionsAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return (await OpenObjectionsAsync(db, await doorkeeper.RightsAsync(db, cancellationToken), cancellationToken)).Count;
    }

    /// <summary>The files of the deputies the person is; none where they are none.</summary>
    public async Task<IReadOnlyList<PerformanceFile>> OwnAsync(int year, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var own = (await doorkeeper.RightsAsync(db, cancellationToken)).OwnDeputies;
        var files = new List<PerformanceFile>();
        foreach (var id in own.Order())
        {
            // One's own file has all that one carries, whatever else one may read.
            files.Add(await FileAsync(db, await db.Deputies.AsNoTracking().SingleAsync(deputy => deputy.Id == id, cancellationToken), year, Reach.OfDeputy(id), Reach.OfDeputy(id), cancellationToken));
        }

        return files;
    }

    /// <summary>The file of a deputy within reach of whoever keeps the record; null where there is none.</summary>
    public async Task<PerformanceFile?> FileAsync(string code, int year, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rights = await doorkeeper.RightsAsync(db, cancellationToken);
        return await db.Deputies.AsNoTracking().Within(rights.For(Deed.KeepPerformance)).SingleOrDefaultAsync(deputy => deputy.Code == code, cancellationToken) is { } deputy
            ? await FileAsync(db, deputy, year, rights.For(Deed.ReadOpinions), rights.For(Deed.KeepInquiries), cancellationToken)
            : null;
    }

    private async Task<PerformanceFile> FileAsync(LiaisonDbContext db, Deputy deputy, int year, Reach reads, Reach keeps, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var opinions = await db.OpinionsOf(deputy.Id).Within(reads).Where(o => o.Year == year)
            .Include(o => o.Voters).ThenInclude(link => link.Voter).OrderBy(o => o.CollectedOn).ThenBy(o => o.Number).AsSplitQuery().ToListAsync(cancellationToken);
        return new PerformanceFile(
            deputy,
            year,
            deputy.ElectingBody ?? await db.ElectoralDistricts.Where(district => district.Id == deputy.ElectoralDistrictId).Select(district => district.Name).SingleOrDefaultAsync(cancellationToken) ?? "",
            await db.Units.Where(unit => unit.Id == deputy.UnitId).Select(unit => unit.ShortName).SingleOrDefaultAsync(cancellationToken),
            await SessionQueries.AttendedAsync(db, deputy.Id, year, cancellationToken),
            Expected,
            await db.ContactSessions.Where(session => session.Status == SessionStatus.Planned && session.On >= today && session.Deputies.Any(link => link.DeputyId == deputy.Id))
                .OrderBy(session => session.On).Select(session => (DateOnly?)session.On).FirstOrDefaultAsync(cancellationToken),
            [.. opinions.Select(o => new FileOpinion(o.Number, o.CollectedOn, GistOf(o), o.Stage, o.AwaitingFeedbackSince is not null))],
            OpinionCounts.Of([.. opinions.Select(o => (Standing.Of(o, today), 1))]),
            await db.PerformanceReports.AsNoTracking().SingleOrDefaultAsync(report => report.DeputyId == deputy.Id && report.Year == year, cancellationToken),
            await db.RecordObjections.AsNoTracking().Where(objection => objection.DeputyId == deputy.Id && objection.Year == year).OrderByDescending(objection => objection.Id).ToListAsync(cancellationToken),
            await InquiriesAsync(db, deputy, year, keeps, cancellationToken));
    }

    private static async Task<DeputyReport> ReportAsync(LiaisonDbContext db, Deputy deputy, int year, CancellationToken cancellationToken) => new(
        deputy,
        await db.Units.Where(unit => unit.Id == deputy.UnitId).Select(unit => unit.ShortName).SingleOrDefaultAsync(cancellationToken),
        year,
        await db.PerformanceReports.AsNoTracking().SingleOrDefaultAsync(report => report.DeputyId == deputy.Id && report.Year == year, cancellationToken));

    /// <summary>Of those in office today, or at the end of a year that is over; who left before is in neither number.</summary>
    private ReportRate RateOf(LiaisonUnit? unit, IReadOnlyList<PerformanceRow> rows, int year)
    {
        var day = DeputyYears.OwingDay(year, clock.Today());
        var inOffice = rows.Where(row => row.Deputy.IsInOffice(day)).ToList();
        var owing = inOffice.Where(row => !row.Report.IsHeld()).Select(row => new OwedReport(
            inOffice.Count(other => other.Deputy.Name == row.Deputy.Name) > 1 ? $"{row.Deputy.Name}（{row.Deputy.Code}）" : row.Deputy.Name, row.Deputy.Code, row.Report.Arranged()?.ReportedOn));
        return new ReportRate(unit is null ? null : new UnitName(unit.Code, unit.ShortName), inOffice.Count(row => row.Report.IsHeld()), inOffice.Count, [.. owing]);
    }

    /// <summary>What voters asked about a deputy's work in a year, within reach of whoever keeps that; all of it for the deputy.</summary>
    private static async Task<IReadOnlyDictionary<InquiryStage, int>> InquiriesAsync(LiaisonDbContext db, Deputy deputy, int year, Reach keeps, CancellationToken cancellationToken)
    {
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        List<int> stations = [.. keeps.Stations];
        var all = keeps.Everything || keeps.Deputies.Contains(deputy.Id);
        return await db.Inquiries.Where(inquiry => inquiry.DeputyId == deputy.Id && inquiry.AskedOn >= first && inquiry.AskedOn <= last && (all || stations.Contains(inquiry.StationId)))
            .GroupBy(inquiry => inquiry.Stage).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
    }

    private static async Task<IReadOnlyList<ObjectionRow>> OpenObjectionsAsync(LiaisonDbContext db, Rights rights, CancellationToken cancellationToken) => await (
        from deputy in db.Deputies.Within(rights.For(Deed.KeepPerformance))
        join objection in db.RecordObjections.AsNoTracking() on deputy.Id equals objection.DeputyId
        where objection.Reply == null
        orderby objection.Id
        select new ObjectionRow(objection, deputy.Name, deputy.Code)).ToListAsync(cancellationToken);

    /// <summary>The subject, or the beginning of what was said; without the voters' traces.</summary>
    private static string GistOf(Opinion opinion)
    {
        var said = opinion.WithoutTraces(opinion.Subject.Length > 0 ? opinion.Subject : opinion.Words).ReplaceLineEndings(" ");
        var text = new System.Globalization.StringInfo(said);
        return text.LengthInTextElements <= GistLength ? said : $"{text.SubstringByTextElements(0, GistLength)}……";
    }
}
