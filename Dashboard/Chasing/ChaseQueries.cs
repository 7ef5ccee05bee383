using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Deputies;
using VoterLiaison.Domain.Opinions;
using VoterLiaison.Domain.Organs;
using VoterLiaison.Domain.Stations;

namespace VoterLiaison.Dashboard.Chasing;

/// <summary>Reads for 催办: what is due and late of all years, what is watched, what was promised, and where it is silent.</summary>
public sealed partial class ChaseQueries(IDbContextFactory<LiaisonDbContext> contexts, Doorkeeper doorkeeper, TimeProvider clock, IOptions<LiaisonOptions> options)
{
    /// <summary>本周: seven days, today among them.</summary>
    public const int DaysAhead = 6;

    /// <summary>So many supervised ones or promises are shown; the page says how many there are.</summary>
    public const int MostShown = 100;

    public async Task<ChaseTotals> TotalsAsync(string? unit = null, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var (opinions, today) = (await OpinionsAsync(db, unit, cancellationToken), clock.Today());
        var due = await Due(opinions, today)
            .GroupBy(o => new { Late = o.DueOn < today, Grave = o.GravelyDueOn < today })
            .Select(group => new { group.Key, Times = group.Count() }).ToListAsync(cancellationToken);
        var promised = opinions.Where(o => o.LookAgainOn != null);
        return new ChaseTotals(
            new ChaseCounts(due.Where(group => !group.Key.Late).Sum(group => group.Times), due.Where(group => group.Key.Late).Sum(group => group.Times), due.Where(group => group.Key.Grave).Sum(group => group.Times)),
            await opinions.CountAsync(o => o.SupervisedSince != null, cancellationToken),
            await promised.CountAsync(o => o.LookAgainOn <= today, cancellationToken),
            await promised.CountAsync(cancellationToken));
    }

    /// <summary>One page of what is owed, by who owes it. An opinion stands once: several deputies under the first that was named.</summary>
    public async Task<ChaseList> DueAsync(ChaseAddress list, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var today = clock.Today();
        var opinions = Due(await OpinionsAsync(db, list.Unit, cancellationToken), today);
        var owed = list.By is ChaseBy.Organ ? opinions.Where(o => o.AwaitingFeedbackSince == null) : opinions.Where(o => o.AwaitingFeedbackSince != null);
        var keys = await KeysAsync(owed, list.By, cancellationToken);
        var names = await OwingAsync(db, cancellationToken);
        List<DueKey> shown = [.. names.InOrder(keys.Where(key => IsAsked(key, list.Urgency, today)))];
        var rows = await RowsAsync(db, [.. shown.Skip((list.Page - 1) * ChaseAddress.Size).Take(ChaseAddress.Size).Select(key => key.Id)], cancellationToken);
        var whole = shown.ToLookup(key => (key.Kind, key.Owing));
        return new ChaseList(
            [
                .. from key in shown.Skip((list.Page - 1) * ChaseAddress.Size).Take(ChaseAddress.Size)
                   where rows.ContainsKey(key.Id)
                   group rows[key.Id] by (key.Kind, key.Owing) into owing
                   select names.Group(owing.Key.Kind, owing.Key.Owing, ChaseCounts.Of(whole[owing.Key], today), [.. owing]),
            ],
            shown.Count,
            ChaseCounts.Of(keys, today));
    }

    /// <summary>重点督办, in the order it was decided.</summary>
    public async Task<IReadOnlyList<ChaseRow>> SupervisedAsync(string? unit = null, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var ids = await (await OpinionsAsync(db, unit, cancellationToken)).Where(o => o.SupervisedSince != null).OrderBy(o => o.SupervisedSince).ThenBy(o => o.Id).Take(MostShown).Select(o => o.Id).ToListAsync(cancellationToken);
        var rows = await RowsAsync(db, ids, cancellationToken);
        return [.. ids.Where(rows.ContainsKey).Select(id => rows[id])];
    }

    /// <summary>约定回看: what is to be looked at now first, then what is to come.</summary>
    public async Task<IReadOnlyList<ChaseRow>> PromisesAsync(string? unit = null, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var ids = await (await OpinionsAsync(db, unit, cancellationToken)).Where(o => o.LookAgainOn != null).OrderBy(o => o.LookAgainOn).ThenBy(o => o.Id).Take(MostShown).Select(o => o.Id).ToListAsync(cancellationToken);
        var rows = await RowsAsync(db, ids, cancellationToken);
        return [.. ids.Where(rows.ContainsKey).Select(id => rows[id])];
    }

    /// <summary>What stands on the 催办单 of an organ or the 提醒单 of a deputy; null where there is no such organ or deputy.</summary>
    /// <param name="kind">Organ or deputy.</param>
    /// <param name="id">Which.</param>
    /// <param name="withThisWeek">Also what is due in the seven days that begin today.</param>
    /// <param name="cancellationToken">Gives up reading.</param>
    public async Task<ChaseSheet?> SheetAsync(ChaseGroupKind kind, int id, bool withThisWeek, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var to = kind is ChaseGroupKind.Organ
            ? await db.Organs.Where(organ => organ.Id == id).Select(organ => organ.Name).SingleOrDefaultAsync(cancellationToken)
            : await db.Deputies.Where(deputy => deputy.Id == id).Select(deputy => deputy.Name).SingleOrDefaultAsync(cancellationToken);
        if (to is null)
        {
            return null;
        }

        var today = clock.Today();
        var opinions = Due(await OpinionsAsync(db, unit: null, cancellationToken), today);
        opinions = kind is ChaseGroupKind.Organ
            ? opinions.Where(o => o.AwaitingFeedbackSince == null && o.LeadOrganId == id)
            : opinions.Where(o => o.AwaitingFeedbackSince != null && o.Deputies.Any(link => link.DeputyId == id));
        opinions = withThisWeek ? opinions : opinions.Where(o => o.DueOn < today);
        var ids = await opinions.OrderBy(o => o.DueOn).ThenBy(o => o.Id).Select(o => o.Id).ToListAsync(cancellationToken);
        var rows = await RowsAsync(db, ids, cancellationToken);
        return new ChaseSheet(to, await OfficeAsync(db, cancellationToken), today, [.. ids.Where(rows.ContainsKey).Select(one => rows[one])]);
    }

    /// <summary>What is due and late, by station: for boards, which choose theirs of it. A station that is missing has nothing.</summary>
    internal static async Task<Dictionary<int, ChaseDue>> DueByStationAsync(LiaisonDbContext db, DateOnly today, CancellationToken cancellationToken)
    {
        // Grouped by a sum: for the station alone the database goes through every opinion along an index that has the stations in order, and not through the few that are due.
        var due = await Due(db.Opinions, today).GroupBy(o => o.StationId + 0)
            .Select(group => new { group.Key, Times = group.Count(), Late = group.Count(o => o.DueOn < today), Grave = group.Count(o => o.GravelyDueOn < today) })
            .ToDictionaryAsync(station => station.Key, station => new ChaseDue(station.Times - station.Late, station.Late, station.Grave, 0), cancellationToken);
        foreach (var station in await db.Opinions.Where(o => o.LookAgainOn <= today).GroupBy(o => o.StationId + 0).Select(group => new { group.Key, Times = group.Count() }).ToListAsync(cancellationToken))
        {
            due[station.Key] = due.GetValueOrDefault(station.Key) with { ToLookAt = station.Times };
        }

        return due;
    }

    private static IQueryable<Opinion> Due(IQueryable<Opinion> opinions, DateOnly today)
    {
        var until = today.AddDays(DaysAhead);
        return opinions.Where(o => o.DueOn <= until);
    }

    private static bool IsAsked(DueKey key, Urgency? urgency, DateOnly today) => urgency switch
    {
        null => true,
        Urgency.ThisWeek => key.DueOn >= today,
        Urgency.Overdue => key.DueOn < today,
        Urgency.GravelyOverdue => key.GravelyDueOn < today,
        _ => throw new ArgumentOutOfRangeException(nameof(urgency)),
    };

    private async Task<IQueryable<Opinion>> OpinionsAsync(LiaisonDbContext db, string? unit, CancellationToken cancellationToken)
    {
        var opinions = db.Opinions.AsNoTracking().Within(await doorkeeper.ReachAsync(db, Deed.Chase, cancellationToken));
        return unit is null ? opinions : opinions.Where(o => db.Stations.Any(s => s.Id == o.StationId && db.Units.Any(u => u.Id == s.UnitId && u.Code == unit)));
    }

    private static async Task<List<DueKey>> KeysAsync(IQueryable<Opinion> owed, ChaseBy grouped, CancellationToken cancellationToken)
    {
        var keys = await owed.Select(o => new
        {
            o.Id,
            o.DueOn,
            o.GravelyDueOn,
            o.LeadOrganId,
            City = grouped == ChaseBy.Organ ? o.Forwardings.Where(f => f.EndedOn == null && f.Round == o.Round).OrderBy(f => f.Id).Select(f => f.CityDeputyId).FirstOrDefault() : null,
            Deputy = grouped == ChaseBy.Deputy ? o.Deputies.OrderBy(link => link.Order).Select(link => (int?)link.DeputyId).FirstOrDefault() : null,
        }).ToListAsync(cancellationToken);
        return [.. keys.Select(key =>
        {
            var (kind, owing) = grouped is ChaseBy.Deputy
                ? key.Deputy is { } deputy ? (ChaseGroupKind.Deputy, deputy) : (ChaseGroupKind.NoDeputy, 0)
                : key.City is { } city ? (ChaseGroupKind.CityDeputy, city) : key.LeadOrganId is { } organ ? (ChaseGroupKind.Organ, organ) : (ChaseGroupKind.NoHandler, 0);
            return new DueKey(key.Id, kind, owing, key.DueOn!.Value, key.GravelyDueOn!.Value);
        })];
    }

    private static async Task<Owing> OwingAsync(LiaisonDbContext db, CancellationToken cancellationToken) => new(
        await db.Organs.AsNoTracking().ToDictionaryAsync(organ => organ.Id, cancellationToken),
        await db.Deputies.AsNoTracking().ToDictionaryAsync(deputy => deputy.Id, cancellationToken),
        await db.Units.AsNoTracking().ToDictionaryAsync(unit => unit.Id, cancellationToken));

    /// <summary>第七条 and every screen's rule in one: words leave here without what tells who spoke.</summary>
    private static async Task<Dictionary<int, ChaseRow>> RowsAsync(LiaisonDbContext db, List<int> ids, CancellationToken cancellationToken)
    {
        var opinions = await db.Opinions.AsNoTracking().AsSplitQuery().Where(o => ids.Contains(o.Id))
            .Include(o => o.Deputies).Include(o => o.Forwardings.OrderBy(f => f.Id)).Include(o => o.Voters).ThenInclude(link => link.Voter).ToListAsync(cancellationToken);
        var stations = await db.Stations.AsNoTracking().ToDictionaryAsync(station => station.Id, cancellationToken);
        var units = await db.Units.AsNoTracking().ToDictionaryAsync(unit => unit.Id, cancellationToken);
        List<int> named = [.. opinions.SelectMany(o => o.Deputies).Select(link => link.DeputyId).Distinct()];
        var deputies = await db.Deputies.Where(deputy => named.Contains(deputy.Id)).ToDictionaryAsync(deputy => deputy.Id, deputy => deputy.Name, cancellationToken);
        // All their entries, and the last of each picked here: asked for the last ones, the database would number the entries of every opinion there is.
        var entries = await db.Opinions.Where(o => ids.Contains(o.Id)).SelectMany(o => o.History, (o, entry) => new { o.Id, entry.Sequence, entry.On, entry.Act }).ToListAsync(cancellationToken);
        var news = entries.GroupBy(entry => entry.Id).ToDictionary(opinion => opinion.Key, opinion => opinion.MaxBy(entry => entry.Sequence)!);
        return opinions.ToDictionary(o => o.Id, o => new ChaseRow(
            o.Id,
            o.Number,
            o.WithoutTraces(o.Words),
            stations[o.StationId].Name,
            units[stations[o.StationId].UnitId].ShortName,
            string.Join('、', o.Deputies.OrderBy(link => link.Order).Select(link => deputies[link.DeputyId])),
            o.Channel,
            o.Stage,
            o.CurrentForwarding?.DocumentNumber,
            o.AwaitingFeedbackSince ?? o.CurrentForwarding?.AssignedOn ?? o.CurrentForwarding?.ForwardedOn,
            o.CurrentForwarding?.AssignedOn,
            o.DueOn,
            o.GravelyDueOn,
            o.AwaitingFeedbackSince is not null,
            o.UrgedOn,
            o.Urgings,
            o.SupervisedSince,
            o.SupervisionDecidedBy,
            o.LookAgainOn,
            $"{news[o.Id].On:yyyy-MM-dd} {news[o.Id].Act.InWords()}"));
    }

    /// <summary>By whom a sheet goes out: the office, or the units whose staff print it.</summary>
    private async Task<string> OfficeAsync(LiaisonDbContext db, CancellationToken cancellationToken)
    {
        var reach = await doorkeeper.ReachAsync(db, Deed.Chase, cancellationToken);
        if (reach.Everything)
        {
            return options.Value.OfficeName;
        }

        var units = db.Stations.Within(reach).Select(station => station.UnitId);
        return string.Join('、', await db.Units.Where(unit => units.Contains(unit.Id)).OrderBy(unit => unit.Order).Select(unit => unit.Name).ToListAsync(cancellationToken));
    }

    /// <summary>Who may owe word, by id, and their official order.</summary>
    private sealed record Owing(Dictionary<int, Organ> Organs, Dictionary<int, Deputy> Deputies, Dictionary<int, LiaisonUnit> Units)
    {
        public IEnumerable<DueKey> InOrder(IEnumerable<DueKey> keys) => keys
            .OrderBy(key => key.Kind).ThenBy(key => key.Kind is ChaseGroupKind.Organ ? (int)Organs[key.Owing].Kind : UnitOrder(key))
            .ThenBy(key => Deputy(key)?.Code, StringComparer.Ordinal).ThenBy(key => key.Owing).ThenBy(key => key.DueOn).ThenBy(key => key.Id);

        public ChaseGroup Group(ChaseGroupKind kind, int id, ChaseCounts counts, IReadOnlyList<ChaseRow> rows) => kind switch
        {
            ChaseGroupKind.Organ => new(id, kind, Organs[id].Name, null, counts, rows),
            ChaseGroupKind.CityDeputy => new(id, kind, $"市人大代表{Deputies[id].Name}", null, counts, rows),
            ChaseGroupKind.NoHandler => new(0, kind, "未指定承办单位", null, counts, rows),
            ChaseGroupKind.Deputy => new(id, kind, Deputies[id].Name, $"{(Deputies[id].UnitId is { } unit ? Units[unit].ShortName : "不属街道")}　{Deputies[id].Code}", counts, rows),
            ChaseGroupKind.NoDeputy => new(0, kind, "代表待定", null, counts, rows),
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

        private Deputy? Deputy(DueKey key) => key.Kind is ChaseGroupKind.Deputy or ChaseGroupKind.CityDeputy ? Deputies[key.Owing] : null;

        private int UnitOrder(DueKey key) => Deputy(key)?.UnitId is { } unit ? Units[unit].Order : int.MaxValue;
    }
}

/// <summary>All that orders and counts a row, so that the whole list is not read for one page of it.</summary>
internal readonly record struct DueKey(int Id, ChaseGroupKind Kind, int Owing, DateOnly DueOn, DateOnly GravelyDueOn);

/// <param name="To">To whom it goes.</param>
/// <param name="From">By whom.</param>
/// <param name="Today">The day it is printed.</param>
/// <param name="Rows">What is due first comes first.</param>
public sealed record ChaseSheet(string To, string From, DateOnly Today, IReadOnlyList<ChaseRow> Rows);
