using System.Collections.Immutable;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard.Live;

/// <summary>The counts of one year at one moment: complete, and never changed once made.</summary>
/// <param name="Epoch">One for each start of the server.</param>
/// <param name="Sequence">Rises by one with each change sent; a watcher that sees a gap asks for the whole again.</param>
/// <param name="AsOf">When the newest of these counts was read, UTC.</param>
/// <param name="Year">Of the collection dates counted.</param>
/// <param name="Stations">By station id; a station that is missing has nothing.</param>
public sealed record YearCounts(string Epoch, long Sequence, DateTime AsOf, int Year, ImmutableDictionary<int, OpinionCounts> Stations)
{
    public OpinionCounts Of(int stationId) => Stations.GetValueOrDefault(stationId, OpinionCounts.None);

    public OpinionCounts Total => OpinionCounts.Sum(Stations.Values);

    /// <summary>Those of the stations within a scope.</summary>
    public YearCounts Within(Reach reach) => reach.Everything ? this : this with { Stations = Stations.Where(station => reach.CoversStation(station.Key)).ToImmutableDictionary() };
}

/// <summary>What changed between two moments: the stations of one year whose counts are now others.</summary>
public sealed record CountsChange(string Epoch, long Sequence, DateTime AsOf, int Year, ImmutableDictionary<int, OpinionCounts> Stations);

/// <summary>Sent now and then so that a watcher knows the counts are still current, and whether it missed any.</summary>
public sealed record Heartbeat(string Epoch, long Sequence, DateTime AsOf);
