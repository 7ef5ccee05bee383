using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.Dashboard.Live;
using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard.Verifying;

/// <summary>Looks through everything that is stored, and names what does not agree. It writes nothing, and sees one moment of a database in use.</summary>
public sealed class Verification(IDbContextFactory<LiaisonDbContext> contexts, TimeProvider clock, IOptions<LiaisonOptions> options)
{
    private const int PageSize = 4000;

    /// <param name="looked">Is told how many opinions were looked through so far.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<VerificationReport> RunAsync(IProgress<int> looked, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.HoldThisMomentAsync(cancellationToken);
        var asOf = clock.GetUtcNow().UtcDateTime;
        var differences = new Differences();
        var counts = new ThreeCounts();

        await foreach (var fault in db.FaultsAsync(cancellationToken))
        {
            differences.Add("数据库", fault.What, fault.Said);
        }

        var stations = await db.Stations.AsNoTracking().ToListAsync(cancellationToken);
        var lastNumbers = await db.OpinionSeries.AsNoTracking().ToDictionaryAsync(series => (series.StationId, series.Year), series => series.Last, cancellationToken);
        var check = new OpinionCheck(differences, options.Value.Limits, stations.ToDictionary(station => station.Id, station => station.Code), lastNumbers);
        var total = await LookThroughAsync(db, check, counts, differences, looked, cancellationToken);
        await CheckFollowersAsync(db, differences, cancellationToken);

        var names = stations.ToDictionary(station => station.Id, station => station.Name);
        await new SessionCheck(differences, names).RunAsync(db, cancellationToken);
        foreach (var year in counts.Years.Union(lastNumbers.Keys.Select(place => place.Year)).Order())
        {
            counts.Compare(year, await BoardAsync(db, year, differences, cancellationToken), names, differences);
        }

        await CheckFrozenBooksAsync(db, differences, cancellationToken);
        var audited = await AuditChain.VerifyAsync(db, fault => differences.Add("审计记录", fault.What, fault.Said), cancellationToken: cancellationToken);
        return new VerificationReport(asOf, total, counts.StationYears, audited, differences.Found, differences.NotListed);
    }

    private async Task<int> LookThroughAsync(
        LiaisonDbContext db, OpinionCheck check, ThreeCounts counts, Differences differences, IProgress<int> looked, CancellationToken cancellationToken)
    {
        var total = 0;
        var last = await db.Opinions.MaxAsync(o => (int?)o.Id, cancellationToken) ?? 0;
        for (var first = 1; first <= last; first += PageSize)
        {
            foreach (var opinion in await PageAsync(db, first, first + PageSize - 1, differences, cancellationToken))
            {
                var replay = check.Check(opinion);
                counts.Count(new StationYear(opinion.StationId, opinion.Year), RowStanding(opinion), HistoryStanding(opinion, replay));
                total++;
            }

            looked.Report(total);
        }

        return total;
    }

    /// <summary>The opinions of a range of keys. One that cannot be read is named, and the others are read without it.</summary>
    private static async Task<IReadOnlyList<Opinion>> PageAsync(LiaisonDbContext db, int first, int last, Differences differences, CancellationToken cancellationToken)
    {
        try
        {
            return await db.Opinions.AsNoTracking().AsSplitQuery().Where(o => o.Id >= first && o.Id <= last).OrderBy(o => o.Id)
                .Include(o => o.Forwardings.OrderBy(f => f.Id)).ThenInclude(f => f.Answers.OrderBy(a => a.Id))
                .Include(o => o.Feedbacks.OrderBy(f => f.Id))
                .Include(o => o.History.OrderBy(entry => entry.Sequence))
                .ToListAsync(cancellationToken);
        }
        catch (Exception unreadable) when (IsUnreadable(unreadable))
        {
            if (first == last)
            {
                var number = await db.Opinions.Where(o => o.Id == first).Select(o => o.Number).SingleAsync(cancellationToken);
                differences.Add(number, "记录", $"读不出来：{unreadable.Message}");
                return [];
            }

            var middle = first + ((last - first) / 2);
            return
            [
                .. await PageAsync(db, first, middle, differences, cancellationToken),
                .. await PageAsync(db, middle + 1, last, differences, cancellationToken),
            ];
        }
    }

    /// <summary>As the board counts, by its own query.</summary>
    private async Task<IReadOnlyDictionary<int, OpinionCounts>> BoardAsync(LiaisonDbContext db, int year, Differences differences, CancellationToken cancellationToken)
    {
        try
        {
            return await CountQueries.CountAsync(db.Opinions.Where(o => o.Year == year), clock.Today(), cancellationToken);
        }
        catch (Exception unreadable) when (IsUnreadable(unreadable))
        {
            differences.Add($"看板{year}年", "计数", $"数不出来：{unreadable.Message}");
            return new Dictionary<int, OpinionCounts>();
        }
    }

    private static bool IsUnreadable(Exception exception) => exception is InvalidOperationException or InvalidCastException or FormatException or ArgumentException;

    private Standing RowStanding(Opinion opinion)
    {
        var running = opinion.RunningClock(options.Value.Limits);
        return Standing.Of(opinion, clock.Today()) with { Late = Standing.LatenessOf(running?.DueOn, running?.GravelyDueOn, clock.Today()) };
    }

    private Standing HistoryStanding(Opinion opinion, Replay replay) => replay.Standing(
        opinion.CurrentForwarding is { } journey ? Clock.OnAnswer(journey, options.Value.Limits) : null, options.Value.Limits, clock.Today());

    /// <summary>Every book of a closed year against the SHA-256 it was frozen with; one at a time, as they are large.</summary>
    private static async Task CheckFrozenBooksAsync(LiaisonDbContext db, Differences differences, CancellationToken cancellationToken)
    {
        foreach (var id in await db.FrozenBooks.OrderBy(book => book.Id).Select(book => book.Id).ToListAsync(cancellationToken))
        {
            var book = await db.FrozenBooks.AsNoTracking().SingleAsync(one => one.Id == id, cancellationToken);
            if (!book.IsIntact)
            {
                var closed = await db.ClosedYears.Where(one => one.Id == book.ClosedYearId).Select(one => new { one.Year, one.Edition }).SingleAsync(cancellationToken);
                differences.Add($"{closed.Year}年度第{closed.Edition}次封账", $"封存的表册（{book.Title}）", "与封账时登记的 SHA-256 不符，可能已经损坏，请从备份恢复。");
            }
        }
    }

    private static async Task CheckFollowersAsync(LiaisonDbContext db, Differences differences, CancellationToken cancellationToken)
    {
        await foreach (var lead in db.Opinions
            .Select(o => new { o.Number, o.Followers, Merged = db.Opinions.Count(follower => follower.LeadOpinionId == o.Id) })
            .Where(lead => lead.Followers != lead.Merged).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            differences.Expect(lead.Number, "并入件数", lead.Followers, lead.Merged, "按并入它的意见");
        }
    }
}
