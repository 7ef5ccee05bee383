using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Late;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Activities;
using VoterLiaison.Domain.Books;
using VoterLiaison.Domain.Calendar;
using VoterLiaison.Domain.Opinions;
using VoterLiaison.Domain.Stations;
using VoterLiaison.Domain.Submissions;

namespace VoterLiaison.Dashboard.Closing;

/// <summary>What a person sees of closed years: which there are, and of one its books, what has changed since, and what was entered late.</summary>
public sealed class ClosingQueries(IDbContextFactory<LiaisonDbContext> contexts, Doorkeeper doorkeeper, TimeProvider clock)
{
    /// <summary>How many late entries a page lists.</summary>
    public const int LatePageSize = 50;

    /// <summary>Every year that can be closed or was, newest first.</summary>
    public async Task<ClosingYears> YearsAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rights = await doorkeeper.RightsAsync(db, cancellationToken);
        var closings = await ClosingsAsync(db, cancellationToken);
        var years = (await db.YearsAsync(db.Opinions.Within(rights.For(Deed.ExportBooks)), cancellationToken)).Union(closings.Select(closed => closed.Year)).Append(clock.Today().Year - 1);
        return new ClosingYears(
            rights.May(Deed.CloseYears),
            [.. years.Distinct().OrderDescending().Select(year => Row(year, [.. closings.Where(closed => closed.Year == year)]))]);

        YearRow Row(int year, IReadOnlyList<ClosingRow> ofYear) => new(year, ofYear, ClosedYear.WhyNot(year, clock.Today(), ofYear.FirstOrDefault(closed => closed.Stands)?.ClosedAt));
    }

    /// <summary>Every closing, newest first, with those of its books that the person may have.</summary>
    public async Task<IReadOnlyList<ClosingWithBooks>> ClosingsAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var reach = await doorkeeper.ReachAsync(db, Deed.ExportBooks, cancellationToken);
        var units = await db.Units.AsNoTracking().ToListAsync(cancellationToken);
        var closings = new List<ClosingWithBooks>();
        foreach (var year in (await ClosingsAsync(db, cancellationToken)).GroupBy(closed => closed.Year))
        {
            var books = await BooksAsync(db, year.Key, reach, units, cancellationToken);
            closings.AddRange(year.Select(closed => new ClosingWithBooks(closed, [.. books.Where(book => book.Edition == closed.Edition)])));
        }

        return closings;
    }

    /// <summary>One year, as far as the person may see it.</summary>
    /// <param name="year">Which.</param>
    /// <param name="latePage">Which page of its late entries, from 1.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<YearView> YearAsync(int year, int latePage = 1, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.HoldThisMomentAsync(cancellationToken);
        var rights = await doorkeeper.RightsAsync(db, cancellationToken);
        var reach = rights.For(Deed.ExportBooks);
        var stations = await db.Stations.AsNoTracking().Within(reach).OrderBy(station => station.Kind).ThenBy(station => station.Code).ToListAsync(cancellationToken);
        var units = await db.Units.AsNoTracking().OrderBy(unit => unit.Order).ToListAsync(cancellationToken);
        var closings = await db.ClosedYears.AsNoTracking().Where(closed => closed.ReopenedAt == null && (closed.Year == year || closed.Year == year - 1)).ToListAsync(cancellationToken);
        var (standing, before) = (closings.Find(closed => closed.Year == year), closings.Find(closed => closed.Year < year));
        var live = await StationNumbers.ReadAsync(db, year, reach, clock.Today(), cancellationToken);
        var frozen = standing is null ? null : await FrozenAsync(db, standing, reach, cancellationToken);
        var bothFrozen = standing is not null && before is not null;
        return new YearView(
            year,
            standing,
            await BooksAsync(db, year, reach, units, cancellationToken),
            frozen is null ? [] : [.. Differences(year, frozen, live, [.. from unit in units from station in stations where station.UnitId == unit.Id select station])],
            new YearBeside(bothFrozen, Totals(year, bothFrozen ? frozen! : live, bothFrozen ? await FrozenAsync(db, before!, reach, cancellationToken) : await StationNumbers.ReadAsync(db, year - 1, reach, clock.Today(), cancellationToken))),
            standing is null ? null : await LateAsync(db, standing, reach, latePage, stations, cancellationToken),
            standing is null && rights.May(Deed.CloseYears) ? await OpenThingsAsync(db, year, reach, live, cancellationToken) : null);
    }

    /// <summary>Whether a frozen book may be read within a reach: all stations it is of lie in it.</summary>
    internal static bool MayRead(Reach reach, int? unitId, IReadOnlyList<int> stationIds) => reach.Everything || (unitId is not null && stationIds.All(reach.CoversStation));

    private static Task<List<ClosingRow>> ClosingsAsync(LiaisonDbContext db, CancellationToken cancellationToken) => db.ClosedYears
        .OrderByDescending(closed => closed.Year).ThenByDescending(closed => closed.Edition)
        .Select(closed => new ClosingRow(closed.Year, closed.Edition, closed.AsOf, closed.ClosedBy, closed.ClosedAt, closed.ReopenedAt, closed.ReopenedBy, closed.ReopenedWhy))
        .ToListAsync(cancellationToken);

    private static async Task<Dictionary<(int StationId, string Key), int>> FrozenAsync(LiaisonDbContext db, ClosedYear closed, Reach reach, CancellationToken cancellationToken) =>
        (await db.FrozenCounts.AsNoTracking().Where(count => count.ClosedYearId == closed.Id).ToListAsync(cancellationToken))
        .Where(count => reach.CoversStation(count.StationId)).ToDictionary(count => (count.StationId, count.Key), count => count.Number);

    private static async Task<IReadOnlyList<FrozenBookRow>> BooksAsync(LiaisonDbContext db, int year, Reach reach, IReadOnlyList<LiaisonUnit> units, CancellationToken cancellationToken)
    {
        var books = await (
            from closed in db.ClosedYears
            from book in db.FrozenBooks
            where closed.Year == year && book.ClosedYearId == closed.Id
            orderby closed.Edition descending, book.Id
            select new { closed.Edition, Stands = closed.ReopenedAt == null, book.UnitId, book.StationIds, book.Title, book.Rows, book.Size, book.Sha256 }).ToListAsync(cancellationToken);
        return
        [
            .. books.Where(book => MayRead(reach, book.UnitId, book.StationIds)).Select(book => new FrozenBookRow(
                book.Edition, book.Stands, book.Title, book.Rows, book.Size, book.Sha256,
                Addresses.FrozenBook(year, book.Edition, book.UnitId is { } unit ? units.Single(one => one.Id == unit).Code : Addresses.WholeDistrict))),
        ];
    }

    private static IEnumerable<Difference> Differences(int year, Dictionary<(int StationId, string Key), int> frozen, Dictionary<(int StationId, string Key), int> live, IEnumerable<Station> stations) =>
        from station in stations
        from number in FrozenNumber.All
        let then = frozen.GetValueOrDefault((station.Id, number.Key))
        let now = live.GetValueOrDefault((station.Id, number.Key))
        where then != now
        select new Difference(station.Name, number, then, now, number.Rows(year, station.Code));

    private static IReadOnlyList<TotalRow> Totals(int year, Dictionary<(int StationId, string Key), int> now, Dictionary<(int StationId, string Key), int> before)
    {
        return [.. FrozenNumber.All.Select(number => new TotalRow(number, Sum(now, number), number.Rows(year), Sum(before, number), number.Rows(year - 1)))];

        static int Sum(Dictionary<(int StationId, string Key), int> numbers, FrozenNumber number) => numbers.Where(one => one.Key.Key == number.Key).Sum(one => one.Value);
    }

    private static async Task<LateView> LateAsync(LiaisonDbContext db, ClosedYear closed, Reach reach, int page, IReadOnlyList<Station> stations, CancellationToken cancellationToken)
    {
        var figures = await db.LateFiguresAsync(closed, reach, cancellationToken);
        page = Math.Clamp(page, 1, Math.Max(1, (figures.Entries + LatePageSize - 1) / LatePageSize));
        var names = stations.ToDictionary(station => station.Id, station => station.Name);
        var rows = new List<LateRow>();
        await foreach (var late in db.NewestLateEntriesAsync(closed, reach, (page - 1) * LatePageSize, LatePageSize, cancellationToken))
        {
            rows.Add(new LateRow(late.Id, late.Number, names.GetValueOrDefault(late.StationId, ""), late.Act, late.On, ChinaTime.At(late.At), late.By, late.Note));
        }

        return new LateView(figures.Entries, figures.Line, page, rows);
    }

    private static async Task<OpenThings> OpenThingsAsync(LiaisonDbContext db, int year, Reach reach, Dictionary<(int StationId, string Key), int> live, CancellationToken cancellationToken)
    {
        var (first, next) = (new DateOnly(year, 1, 1), new DateOnly(year + 1, 1, 1));
        var nextAt = ChinaTime.StartOf(next);
        return new OpenThings(
            live.Where(number => number.Key.Key == FrozenCount.Closing).Sum(number => number.Value),
            live.Where(number => number.Key.Key == Measure.ToForward.Key).Sum(number => number.Value),
            live.Where(number => number.Key.Key == Measure.AwaitingFeedback.Key).Sum(number => number.Value),
            await db.ContactSessions.Within(reach).CountAsync(session => session.Status == SessionStatus.Planned && session.On >= first && session.On < next, cancellationToken),
            await db.Submissions.Within(reach).CountAsync(sent => sent.Stage == SubmissionStage.Waiting && sent.ReceivedAt < nextAt, cancellationToken),
            await db.Submissions.Within(reach).CountAsync(sent => sent.Stage == SubmissionStage.Parked && sent.ReceivedAt < nextAt, cancellationToken));
    }
}
