using Microsoft.EntityFrameworkCore;
using VoterLiaison.Domain.Deputies;
using VoterLiaison.Domain.Opinions;
using VoterLiaison.Domain.Organs;
using VoterLiaison.Domain.Stations;

namespace VoterLiaison.Dashboard.Data.Seeding;

/// <summary>The district the demonstration plays in: its register, by the codes the material uses.</summary>
internal sealed class DemonstrationDistrict
{
    private readonly Dictionary<int, string> _unitCodes;
    private readonly Dictionary<int, Deputy> _deputies;
    private readonly Dictionary<int, Station> _stations;
    private readonly Dictionary<int, string> _organNames;
    private readonly Dictionary<int, string> _categoryNames;
    private readonly ILookup<int, Deputy> _byStation;
    private readonly ILookup<int?, Deputy> _byUnit;
    private readonly Dictionary<string, Organ> _organs;
    private readonly Dictionary<string, Category> _categories;

    private DemonstrationDistrict(
        DemonstrationMaterial material, IReadOnlyList<Station> stations, Dictionary<int, string> unitCodes, List<Deputy> deputies,
        Dictionary<string, Organ> organs, Dictionary<string, Category> categories)
    {
        Material = material;
        Stations = stations;
        _unitCodes = unitCodes;
        _deputies = deputies.ToDictionary(deputy => deputy.Id);
        _stations = stations.ToDictionary(station => station.Id);
        _organNames = organs.Values.ToDictionary(organ => organ.Id, organ => organ.Name);
        DemonstrationDeputy = deputies.Find(deputy => deputy.Code == DemonstrationAccounts.Deputy);
        var ofDistrict = deputies.Where(deputy => deputy.Level is DeputyLevel.District).ToList();
        _byStation = ofDistrict.SelectMany(deputy => deputy.Stations, (deputy, link) => (deputy, link.StationId)).ToLookup(pair => pair.StationId, pair => pair.deputy);
        _byUnit = ofDistrict.ToLookup(deputy => deputy.UnitId);
        CityDeputies = [.. deputies.Where(deputy => deputy.Level is DeputyLevel.City)];
        _organs = organs;
        _categories = categories;
        _categoryNames = categories.Values.ToDictionary(category => category.Id, category => category.Name);
    }

    public DemonstrationMaterial Material { get; }

    public IReadOnlyList<Station> Stations { get; }

    public IReadOnlyList<Deputy> CityDeputies { get; }

    public IReadOnlyCollection<Deputy> Deputies => _deputies.Values;

    /// <summary>Whose account comes with the demonstration.</summary>
    public Deputy? DemonstrationDeputy { get; }

    /// <summary>Adds stations, electoral districts and deputies to the reference data.</summary>
    public static async Task AddRegisterAsync(LiaisonDbContext db, DemonstrationMaterial material, CancellationToken cancellationToken)
    {
        await ReferenceData.AddStationsAsync(db, material.Stations, cancellationToken);
        var units = await db.Units.ToDictionaryAsync(unit => unit.Code, unit => (int?)unit.Id, cancellationToken);
        var stations = await db.Stations.ToDictionaryAsync(station => station.Code, station => station.Id, cancellationToken);
        var districts = material.Districts.ToDictionary(
            district => district.Number, district => new ElectoralDistrict(district.Number, district.Name, district.Unit is null ? null : units[district.Unit]));
        db.AddRange(districts.Values);
        await db.SaveChangesAsync(cancellationToken);

        foreach (var record in material.Deputies)
        {
            var unitId = record.Unit is null ? null : units[record.Unit];
            var deputy = record.Level is DeputyLevel.City
                ? Deputy.OfCity(record.Code, record.Name, record.Term, record.ElectingBody!, unitId, record.UnitAndPost)
                : Deputy.OfDistrict(record.Code, record.Name, record.Term, districts[record.District!.Value].Id, unitId, record.UnitAndPost);
            foreach (var station in record.Stations)
            {
                deputy.ReceivesAt(stations[station]);
            }

            if (record.StatusSince is { } since)
            {
                deputy.ChangeStatus(record.Status, since);
            }

            db.Add(deputy);
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    public static async Task<DemonstrationDistrict> LoadAsync(LiaisonDbContext db, DemonstrationMaterial material, CancellationToken cancellationToken)
    {
        var units = await db.Units.AsNoTracking().ToDictionaryAsync(unit => unit.Id, unit => unit.Code, cancellationToken);
        var stations = await db.Stations.AsNoTracking().OrderBy(station => station.Code).ToListAsync(cancellationToken);
        return new DemonstrationDistrict(
            material,
            [.. stations.Where(station => material.Rhythm.StationWeights.ContainsKey(station.Code))],
            stations.ToDictionary(station => station.Id, station => units[station.UnitId]),
            await db.Deputies.AsNoTracking().Include(deputy => deputy.Stations).OrderBy(deputy => deputy.Code).ToListAsync(cancellationToken),
            await db.Organs.AsNoTracking().ToDictionaryAsync(organ => organ.Code, cancellationToken),
            await db.Categories.AsNoTracking().ToDictionaryAsync(category => category.Code, cancellationToken));
    }

    public string UnitOf(Station station) => _unitCodes[station.Id];

    public int UnitIdOf(int stationId) => _stations[stationId].UnitId;

    public Station StationOf(int id) => _stations[id];

    public Deputy DeputyOf(int id) => _deputies[id];

    public string OrganNameOf(int? id) => id is { } organ ? _organNames[organ] : "承办单位";

    public string CategoryNameOf(int id) => _categoryNames[id];

    public Category Category(string code) => _categories[code];

    /// <summary>An organ by the code in the material, where the subdistrict office stands for the one of the unit.</summary>
    public Organ Organ(string code, string unit) => _organs[code == "$Subdistrict" ? Material.Voices.SubdistrictOf[unit] : code];

    /// <summary>Those who receive voters at a station; where it has none in office, those of its unit.</summary>
    public IReadOnlyList<Deputy> DeputiesAt(Station station, DateOnly day)
    {
        List<Deputy> here = [.. _byStation[station.Id].Where(deputy => InOffice(deputy, day))];
        return here.Count > 0 ? here : [.. _byUnit[station.UnitId].Where(deputy => InOffice(deputy, day))];
    }

    public static bool InOffice(Deputy deputy, DateOnly day) => deputy.Status is OfficeStatus.InOffice || day < deputy.StatusSince;
}
