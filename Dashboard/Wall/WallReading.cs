using System.Security.Claims;
using VoterLiaison.Dashboard.Live;
using VoterLiaison.Domain.Accounts;

namespace VoterLiaison.Dashboard.Wall;

/// <summary>Reads a wall for whoever stands before it: the sums from the live counts, at no cost; the pictures from the rows.</summary>
public sealed class WallReading(HubScope scope, LiveCounts live, WallQueries queries, TimeProvider clock)
{
    /// <summary>How far somebody's wall reaches, by what the database says now.</summary>
    public Task<Reach> ReachAsync(ClaimsPrincipal user, CancellationToken cancellationToken) => scope.OfAsync(user, cancellationToken);

    public async Task<YearCounts> CountsAsync(Reach reach, CancellationToken cancellationToken) => (await live.SnapshotAsync(clock.Today().Year, cancellationToken)).Within(reach);

    public Task<WallPictures> PicturesAsync(Reach reach, CancellationToken cancellationToken) => queries.ReadAsync(reach, clock.Today(), cancellationToken);

    internal static WallFace Face(Reach reach, YearCounts counts, WallPictures pictures) => new(counts.Total, pictures) { Part = reach.Everything ? "" : WallFace.PartOf(pictures) };
}
