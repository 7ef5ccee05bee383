using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Opinions;
using VoterLiaison.Domain.Stations;

namespace VoterLiaison.Dashboard.Live;

/// <summary>The stations and their units, in official order: Home first within each unit.</summary>
public sealed class StationDirectory(IDbContextFactory<LiaisonDbContext> contexts)
{
    private const int Said = 3;

    private volatile Dictionary<int, string> _codes = [];

    /// <summary>Every station's code. A station keeps its code, so they are read again only when one is asked for that is not known yet.</summary>
    public async ValueTask<IReadOnlyDictionary<int, string>> CodesAsync(IEnumerable<int> needed, CancellationToken cancellationToken = default)
    {
        if (_codes.Count == 0 || needed.Any(id => !_codes.ContainsKey(id)))
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            _codes = await db.Stations.OrderBy(station => station.Code).ToDictionaryAsync(station => station.Id, station => station.Code, cancellationToken);
        }

        return _codes;
    }

    /// <summary>The units that have stations within a scope, with those stations.</summary>
    public async Task<IReadOnlyList<UnitStations>> ByUnitAsync(Reach reach, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await ByUnitAsync(db, reach, cancellationToken);
    }

    internal static async Task<IReadOnlyList<UnitStations>> ByUnitAsync(LiaisonDbContext db, Reach reach, CancellationToken cancellationToken)
    {
        var stations = await db.Stations.AsNoTracking().Within(reach).ToListAsync(cancellationToken);
        return
        [
            .. from unit in await db.Units.AsNoTracking().OrderBy(unit => unit.Order).ToListAsync(cancellationToken)
               where reach.Everything || stations.Exists(station => station.UnitId == unit.Id)
               select new UnitStations(unit, [.. stations.Where(station => station.UnitId == unit.Id).OrderBy(station => station.Kind).ThenBy(station => station.Code)]),
        ];
    }

    /// <summary>The part of the district a person may do something in, in words: 全区, 八角街道, 古城南路联络站, or several.</summary>
    public async Task<string> PartInWordsAsync(Rights rights, Deed deed, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await PartInWordsAsync(db, rights, deed, cancellationToken);
    }

    internal static async Task<string> PartInWordsAsync(LiaisonDbContext db, Rights rights, Deed deed, CancellationToken cancellationToken = default)
    {
        var reach = rights.For(deed);
        if (reach.Everything)
        {
            return "全区";
        }

        var stations = await db.Stations.AsNoTracking().Within(reach).OrderBy(station => station.Kind).ThenBy(station => station.Code).ToListAsync(cancellationToken);
        var ofUnits = rights.Holdings.Where(holding => holding.Role is Role.UnitStaff && AccessPolicy.Allows(holding.Role, deed)).SelectMany(holding => holding.Reach.Stations).ToHashSet();
        List<string> parts =
        [
            .. from unit in await db.Units.AsNoTracking().OrderBy(unit => unit.Order).ToListAsync(cancellationToken)
               from name in stations.Exists(station => station.UnitId == unit.Id && ofUnits.Contains(station.Id))
                   ? [unit.ShortName]
                   : stations.Where(station => station.UnitId == unit.Id).Select(station => station.Name)
               select name,
        ];
        return parts.Count switch
        {
            0 => "没有范围",
            <= Said => string.Join('、', parts),
            _ => $"{string.Join('、', parts.Take(Said))}等 {parts.Count} 处",
        };
    }
}

public sealed record UnitStations(LiaisonUnit Unit, IReadOnlyList<Station> Stations)
{
    /// <summary>Those a year lists: a station that was closed before it began, only if it has opinions in it.</summary>
    public IEnumerable<Station> ListedIn(int year, Func<int, OpinionCounts> countsOf) =>
        Stations.Where(station => station.IsOpenOn(new DateOnly(year, 1, 1)) || countsOf(station.Id).Collected > 0);
}
