using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard.Live;

/// <summary>Counts a year's opinions by station. The board, the hub, the command line and the year-end book all ask here.</summary>
public sealed class CountQueries(IDbContextFactory<LiaisonDbContext> contexts)
{
    /// <summary>The counts of each station that has any in the year, as they stand on a day.</summary>
    public async Task<IReadOnlyDictionary<int, OpinionCounts>> ByStationAsync(int year, DateOnly today, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await CountAsync(db.Opinions.Where(o => o.Year == year), today, cancellationToken);
    }

    /// <summary>The counts of some stations in one year, as they stand on a day; also of those that have none.</summary>
    public async Task<IReadOnlyDictionary<int, OpinionCounts>> OfStationsAsync(int year, IReadOnlyCollection<int> stationIds, DateOnly today, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var counts = await CountAsync(db.Opinions.Where(o => o.Year == year && stationIds.Contains(o.StationId)), today, cancellationToken);
        return stationIds.ToDictionary(id => id, id => counts.GetValueOrDefault(id, OpinionCounts.None));
    }

    /// <summary>The years that have opinions within a scope, newest first.</summary>
    public async Task<IReadOnlyList<int>> YearsAsync(Reach reach, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.YearsAsync(db.Opinions.Within(reach), cancellationToken);
    }

    /// <summary>The counts of each station, read through a context of the caller's.</summary>
    internal static Task<Dictionary<int, OpinionCounts>> CountAsync(IQueryable<Opinion> opinions, DateOnly today, CancellationToken cancellationToken) =>
        CountAsync(opinions.Select(o => new Placed<int> { Place = o.StationId, Opinion = o }), today, cancellationToken);

    /// <summary>The counts of each place: a month, a category, an organ.</summary>
    internal static async Task<Dictionary<TPlace, OpinionCounts>> CountAsync<TPlace>(
        IQueryable<Placed<TPlace>> opinions, DateOnly today, CancellationToken cancellationToken)
        where TPlace : notnull
    {
        var (week, month) = Standing.AgesFrom(today);
        var groups = await opinions
            .GroupBy(placed => new
            {
                placed.Place,
                placed.Opinion.Stage,
                Rest = (placed.Opinion.AwaitingFeedbackSince != null ? Owed : 0)
                    + (placed.Opinion.ConcludedOn == null ? Open : 0)
                    + (placed.Opinion.GravelyDueOn < today ? 2 * Late : placed.Opinion.DueOn < today ? Late : 0)
                    + (placed.Opinion.CollectedOn >= week ? 0 : placed.Opinion.CollectedOn >= month ? 1 : 2),
            })
            .Select(group => new { group.Key, Times = group.Count() })
            .ToListAsync(cancellationToken);

        return groups.GroupBy(group => group.Key.Place)
            .ToDictionary(place => place.Key, place => OpinionCounts.Of([.. place.Select(group => (StandingOf(group.Key.Stage, group.Key.Rest), group.Times))]));
    }

    // What else there is to how an opinion stands, as one number with its age as the last digit: a database groups by one number sooner than by five answers.
    private const int Late = 3;
    private const int Open = 3 * Late;
    private const int Owed = 2 * Open;

    private static Standing StandingOf(OpinionStage stage, int rest) =>
        new(stage, Owed: rest / Owed is 1, Open: rest / Open % 2 is 1, (Lateness)(rest / Late % 3), (OpinionAge)(rest % 3));
}

/// <summary>An opinion, and where it is counted.</summary>
internal sealed class Placed<TPlace>
{
    public required TPlace Place { get; init; }

    public required Opinion Opinion { get; init; }
}
