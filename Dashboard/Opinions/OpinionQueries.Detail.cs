using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard.Opinions;

/// <content>One opinion, and its neighbours in the list it was opened from.</content>
public sealed partial class OpinionQueries
{
    /// <summary>One opinion with every name its page shows; null where there is none of that number.</summary>
    public async Task<OpinionDetail?> DetailAsync(string number, CancellationToken cancellationToken = default)
    {
        if (await FindAsync(number, cancellationToken) is not { } opinion)
        {
            return null;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rights = await doorkeeper.RightsAsync(db, cancellationToken);
        var station = await db.Stations.AsNoTracking().SingleAsync(s => s.Id == opinion.StationId, cancellationToken);
        var organs = opinion.Forwardings.SelectMany(f => f.CoHandlerIds.Append(f.LeadOrganId ?? 0)).ToHashSet();
        var deputies = opinion.Deputies.Select(d => d.DeputyId).Concat(opinion.Forwardings.Select(f => f.CityDeputyId ?? 0)).Append(opinion.ConcernsDeputyId ?? 0).ToHashSet();
        return new OpinionDetail(
            opinion,
            station,
            await db.Units.AsNoTracking().SingleAsync(u => u.Id == station.UnitId, cancellationToken),
            await db.Organs.AsNoTracking().Where(o => organs.Contains(o.Id)).ToDictionaryAsync(o => o.Id, cancellationToken),
            await db.Deputies.AsNoTracking().Include(d => d.Stations).Where(d => deputies.Contains(d.Id)).ToDictionaryAsync(d => d.Id, cancellationToken),
            await db.Categories.AsNoTracking().SingleOrDefaultAsync(c => c.Id == opinion.CategoryId, cancellationToken),
            await (await SeenAsync(db, cancellationToken)).Where(o => o.Id == opinion.LeadOpinionId).Select(o => o.Number).SingleOrDefaultAsync(cancellationToken),
            await FollowersAsync(opinion.Id, cancellationToken),
            rights,
            await NumbersSeenAsync(db, opinion, cancellationToken));
    }

    /// <summary>Of the numbers that the history names, those there are for this person; the others are not said.</summary>
    private async Task<IReadOnlySet<string>> NumbersSeenAsync(LiaisonDbContext db, Opinion opinion, CancellationToken cancellationToken)
    {
        List<string> named = [.. opinion.History.SelectMany(entry => OpinionNumbers.In(entry.Note)).Distinct()];
        return named.Count == 0 ? new HashSet<string>() : await (await SeenAsync(db, cancellationToken)).Where(o => named.Contains(o.Number)).Select(o => o.Number).ToHashSetAsync(cancellationToken);
    }

    /// <summary>The numbers before and after a place in a list. Where the opinion has left the list meanwhile, those that closed the gap.</summary>
    /// <param name="list">The list it was opened from.</param>
    /// <param name="place">Its place there, from 1.</param>
    /// <param name="number">The opinion itself.</param>
    /// <param name="cancellationToken">Gives up reading.</param>
    public async Task<Neighbours> NeighboursAsync(OpinionAddress list, int place, string number, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var opinions = await SeenAsync(db, list.Filter, cancellationToken);
        var first = Math.Max(1, place - 1);
        var around = await list.Order.Order(opinions).Skip(first - 1).Take(place - first + 2).Select(o => o.Number).ToListAsync(cancellationToken);
        var own = around.IndexOf(number);
        var before = own >= 0 ? own - 1 : place - first - 1;
        return new Neighbours(around.ElementAtOrDefault(before), around.ElementAtOrDefault(own >= 0 ? own + 1 : before + 1), own >= 0, await opinions.CountAsync(cancellationToken));
    }

    /// <summary>How many rows each measure takes of a list.</summary>
    public async Task<OpinionCounts> CountsAsync(OpinionFilter filter, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var today = clock.Today();
        var byStation = await Live.CountQueries.CountAsync(await SeenAsync(db, filter with { Measure = null, Stage = null }, cancellationToken), today, cancellationToken);
        return OpinionCounts.Sum(byStation.Values);
    }
}

/// <param name="Before">The number before it, if any.</param>
/// <param name="After">The number after it, if any.</param>
/// <param name="StillThere">Whether the opinion is in the list now.</param>
/// <param name="Total">How long the list is now.</param>
public sealed record Neighbours(string? Before, string? After, bool StillThere, int Total);
