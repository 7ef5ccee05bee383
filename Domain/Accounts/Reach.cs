using System.Collections.Frozen;
using VoterLiaison.Domain.Deputies;
using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Domain.Accounts;

/// <summary>范围: which opinions a person is concerned with. Outside of it nothing exists for them.</summary>
/// <param name="Everything">The whole district.</param>
/// <param name="Stations">All opinions of these stations, by id.</param>
/// <param name="Deputies">All opinions these deputies carry, wherever they were collected, by id.</param>
public sealed record Reach(bool Everything, FrozenSet<int> Stations, FrozenSet<int> Deputies)
{
    public static Reach Nothing { get; } = new(false, [], []);

    public static Reach All { get; } = new(true, [], []);

    public bool IsNothing => !Everything && Stations.Count == 0 && Deputies.Count == 0;

    public static Reach OfStations(params IEnumerable<int> ids) => new(false, ids.ToFrozenSet(), []);

    public static Reach OfDeputy(int id) => new(false, [], [id]);

    public static Reach operator +(Reach left, Reach right) => left.Everything || right.Everything
        ? All
        : new Reach(false, left.Stations.Union(right.Stations).ToFrozenSet(), left.Deputies.Union(right.Deputies).ToFrozenSet());

    /// <summary>Whether every opinion of a station lies within it; only then may the station's counts be shown.</summary>
    public bool CoversStation(int stationId) => Everything || Stations.Contains(stationId);

    /// <summary>Whether an opinion lies within it. Its deputies must be loaded.</summary>
    public bool Covers(Opinion opinion) => CoversStation(opinion.StationId) || opinion.Deputies.Any(link => Deputies.Contains(link.DeputyId));

    /// <summary>Whether a deputy lies within it: oneself, or one who receives voters at a station within it. Their stations must be loaded.</summary>
    public bool Covers(Deputy deputy) => Everything || Deputies.Contains(deputy.Id) || deputy.Stations.Any(link => Stations.Contains(link.StationId));

    public bool Equals(Reach? other) =>
        other is not null && Everything == other.Everything && Stations.SetEquals(other.Stations) && Deputies.SetEquals(other.Deputies);

    public override int GetHashCode() => HashCode.Combine(Everything, Stations.Count, Deputies.Count);
}
