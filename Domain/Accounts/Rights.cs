using System.Collections.Frozen;
using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Domain.Accounts;

/// <summary>权限: all that one person may do, and how far. Made anew from the stored grants for every read and every write.</summary>
public sealed class Rights(IReadOnlyList<Holding> holdings)
{
    /// <summary>Of the command line, whose user already holds the data folder.</summary>
    public static Rights OfTheHouse { get; } = new([.. Enum.GetValues<Role>().Where(role => role is not Role.Deputy).Select(role => new Holding(role, Reach.All))]);

    public static Rights None { get; } = new([]);

    public IReadOnlyList<Holding> Holdings { get; } = holdings;

    /// <summary>The deputies this person is.</summary>
    public FrozenSet<int> OwnDeputies { get; } = holdings.SelectMany(holding => holding.Reach.Deputies).ToFrozenSet();

    public IEnumerable<Role> Roles => Holdings.Select(holding => holding.Role).Distinct();

    /// <summary>Where this person may do something: the union over the roles that allow it.</summary>
    public Reach For(Deed deed) => Holdings.Where(holding => AccessPolicy.Allows(holding.Role, deed)).Aggregate(Reach.Nothing, (sum, holding) => sum + holding.Reach);

    public bool May(Deed deed) => !For(deed).IsNothing;

    /// <summary>第七条: who spoke about a deputy's own work is never shown to that deputy, whatever else the deputy may see.</summary>
    public bool MayKnowWhoSpoke(Opinion opinion) => opinion.ConcernsDeputyId is not { } deputy || !OwnDeputies.Contains(deputy);
}

/// <summary>A role over the part of the district it was granted for.</summary>
public sealed record Holding(Role Role, Reach Reach);
