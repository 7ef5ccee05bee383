using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Domain.Accounts;

namespace VoterLiaison.Dashboard.Registers;

/// <summary>Which part of the registers a person keeps: all of it, or what belongs to their units.</summary>
public sealed record RegisterScope(bool Everything, FrozenSet<int> Units)
{
    /// <summary>Whether something of a unit, or of none, lies within it.</summary>
    public bool Covers(int? unitId) => Everything || (unitId is { } unit && Units.Contains(unit));

    /// <summary>The units of the stations within a reach. A station of another unit that was merged into one of theirs gives them its opinions and not its unit.</summary>
    internal static async Task<RegisterScope> OfAsync(LiaisonDbContext db, Reach reach, CancellationToken cancellationToken = default)
    {
        if (reach.Everything)
        {
            return new RegisterScope(true, []);
        }

        List<int> stations = [.. reach.Stations];
        var units = await db.Stations.Where(station => stations.Contains(station.Id) && station.SuccessorId == null).Select(station => station.UnitId).Distinct().ToListAsync(cancellationToken);
        return new RegisterScope(false, units.ToFrozenSet());
    }
}
