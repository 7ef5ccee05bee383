using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Reports;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Deputies;
using VoterLiaison.Domain.Opinions;
using VoterLiaison.Domain.Organs;
using VoterLiaison.Domain.Plans;
using VoterLiaison.Domain.Stations;

namespace VoterLiaison.Dashboard.Books;

/// <summary>The names behind the ids, and the official order of each kind. Stations and units are those of the book's scope.</summary>
internal sealed record Registers(
    IReadOnlyList<LiaisonUnit> Units,
    IReadOnlyList<Station> Stations,
    IReadOnlyList<Deputy> Deputies,
    IReadOnlyList<Organ> Organs,
    IReadOnlyList<Category> Categories,
    IReadOnlyList<Topic> Topics,
    IReadOnlySet<int> WholeUnits)
{
    private readonly Dictionary<int, LiaisonUnit> _units = Units.ToDictionary(unit => unit.Id);
    private readonly Dictionary<int, Station> _stations = Stations.ToDictionary(station => station.Id);
    private readonly Dictionary<int, Organ> _organs = Organs.ToDictionary(organ => organ.Id);
    private readonly Dictionary<int, Category> _categories = Categories.ToDictionary(category => category.Id);
    private readonly Dictionary<int, (Deputy Deputy, int Place)> _deputies = Deputies.Index().ToDictionary(deputy => deputy.Item.Id, deputy => (deputy.Item, deputy.Index));

    public static async Task<Registers> ReadAsync(LiaisonDbContext db, Reach reach, CancellationToken cancellationToken)
    {
        var units = await db.Units.AsNoTracking().OrderBy(unit => unit.Order).ToListAsync(cancellationToken);
        var places = units.ToDictionary(unit => unit.Id, unit => unit.Order);
        var deputies = await db.Deputies.AsNoTracking().AsSplitQuery().Include(deputy => deputy.Stations).Include(deputy => deputy.OfficeChanges).ToListAsync(cancellationToken);
        var everyStation = await db.Stations.AsNoTracking().ToListAsync(cancellationToken);
        // A book of a deputy has the stations where the deputy's opinions and receptions were.
        var visited = reach.Deputies.Count == 0 ? [] : await db.Opinions.Within(reach).Select(opinion => opinion.StationId)
            .Union(db.ContactSessions.Within(reach).Select(session => session.StationId)).ToHashSetAsync(cancellationToken);
        var stations = everyStation.Where(station => reach.CoversStation(station.Id) || visited.Contains(station.Id)).ToList();
        return new Registers(
            [.. units.Where(unit => reach.Everything || stations.Exists(station => station.UnitId == unit.Id))],
            [.. stations.OrderBy(station => places[station.UnitId]).ThenBy(station => station.Kind).ThenBy(station => station.Code, StringComparer.Ordinal)],
            [.. deputies.OrderBy(deputy => deputy.Level).ThenBy(deputy => deputy.UnitId is { } unit ? places[unit] : int.MaxValue).ThenBy(deputy => deputy.Code, StringComparer.Ordinal)],
            [.. (await db.Organs.AsNoTracking().ToListAsync(cancellationToken)).OrderBy(organ => organ.Kind).ThenBy(organ => organ.Id)],
            await db.Categories.AsNoTracking().OrderBy(category => category.Order).ToListAsync(cancellationToken),
            await db.Topics.AsNoTracking().OrderBy(topic => topic.Year).ThenBy(topic => topic.Id).ToListAsync(cancellationToken),
            units.Where(unit => everyStation.TrueForAll(station => station.UnitId != unit.Id || reach.CoversStation(station.Id))).Select(unit => unit.Id).ToHashSet());
    }

    public IReadOnlyList<Station> StationsOf(LiaisonUnit unit) => [.. Stations.Where(station => station.UnitId == unit.Id)];

    public Station Station(int id) => _stations[id];

    public LiaisonUnit UnitOf(Station station) => _units[station.UnitId];

    /// <summary>联系单位; empty where the deputy has none, or none within the scope.</summary>
    public string UnitOf(Deputy deputy) => deputy.UnitId is { } id && _units.TryGetValue(id, out var unit) ? unit.ShortName : "";

    /// <summary>Whether all stations of a unit are in the book.</summary>
    public bool IsWhole(LiaisonUnit unit) => WholeUnits.Contains(unit.Id);

    public Organ Organ(int id) => _organs[id];

    public Deputy Deputy(int id) => _deputies[id].Deputy;

    public string Category(int? id) => id is { } category ? _categories[category].Name : "";

    /// <summary>The deputy's place in the official order; whoever has none comes last.</summary>
    public int PlaceOf(int? deputyId) => deputyId is { } id ? _deputies[id].Place : int.MaxValue;

    /// <summary>驻站代表: deputies in office who receive voters at one of the stations, each counted once.</summary>
    public IReadOnlyList<Deputy> DeputiesAt(IEnumerable<Station> stations) => [.. Residents(stations).Where(deputy => deputy.Status is OfficeStatus.InOffice)];

    /// <summary>Of whom a report is expected: district deputies who receive voters at one of the stations and were in office on the day.</summary>
    public IReadOnlyList<Deputy> OwingAt(IEnumerable<Station> stations, DateOnly day) => [.. Residents(stations).Where(deputy => deputy.Level is DeputyLevel.District && deputy.IsInOffice(day))];

    private IEnumerable<Deputy> Residents(IEnumerable<Station> stations)
    {
        var ids = stations.Select(station => station.Id).ToHashSet();
        return Deputies.Where(deputy => deputy.Stations.Any(link => ids.Contains(link.StationId)));
    }
}
