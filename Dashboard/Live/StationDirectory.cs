using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Stations;

namespace VoterLiaison.Dashboard.Live;

/// <summary>The stations and their units, in official order: Home first within each unit.</summary>
public sealed class StationDirectory(IDbContextFactory<LiaisonDbContext> contexts)
{
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
        var stations = await db.Stations.AsNoTracking().Within(reach).ToListAsync(cancellationToken);
        return
        [
            .. from unit in await db.Units.AsNoTracking().OrderBy(unit => unit.Order).ToListAsync(cancellationToken)
               where reach.Everything || stations.Exists(station => station.UnitId == unit.Id)
               select new UnitStations(unit, [.. stations.Where(station => station.UnitId == unit.Id).OrderBy(station => station.Kind).ThenBy(station => station.Code)]),
        ];
    }
}

public sealed record UnitStations(LiaisonUnit Unit, IReadOnlyList<Station> Stations);
