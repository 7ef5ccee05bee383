using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Domain.Deputies;
using VoterLiaison.Domain.Stations;

namespace VoterLiaison.Dashboard.Public;

/// <summary>Deputies in office, as everybody may know them: name, unit and post, and a contact that was decided on. Never a private number.</summary>
public sealed class PublicDeputyQueries(IDbContextFactory<LiaisonDbContext> contexts, TimeProvider clock)
{
    /// <summary>Those an address asks for, in official order; none where it asks for nothing.</summary>
    public async Task<DeputyRegister> FindAsync(DeputyAddress asked, CancellationToken cancellationToken = default)
    {
        var today = clock.Today();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var units = await db.Units.AsNoTracking().OrderBy(unit => unit.Order).ToListAsync(cancellationToken);
        var stations = (await db.Stations.AsNoTracking().OrderBy(station => station.Kind).ThenBy(station => station.Code).ToListAsync(cancellationToken)).Where(station => station.IsOpenOn(today)).ToList();
        var districts = await db.ElectoralDistricts.AsNoTracking().OrderBy(district => district.Number).ToListAsync(cancellationToken);
        var deputies = await db.Deputies.AsNoTracking().Include(deputy => deputy.Stations).Where(deputy => deputy.Status == OfficeStatus.InOffice).OrderBy(deputy => deputy.Code).ToListAsync(cancellationToken);
        var all = (from deputy in deputies
                   let unit = units.Find(unit => unit.Id == deputy.UnitId)
                   orderby unit?.Order ?? int.MaxValue, deputy.Level, deputy.Code
                   select new PublicDeputy(
                       deputy, unit, districts.Find(district => district.Id == deputy.ElectoralDistrictId), [.. stations.Where(station => deputy.Stations.Any(link => link.StationId == station.Id))])).ToList();
        return new DeputyRegister(
            [.. units.Select(unit => new UnitOfDeputies(unit.Code, unit.ShortName, all.Count(one => one.Unit == unit)))],
            all.Count(one => one.Unit is null),
            [.. districts.Where(district => all.Exists(one => one.District == district))],
            all.Count,
            asked.AsksForNothing ? [] : [.. all.Where(one => IsAskedFor(one, asked))]);
    }

    private static bool IsAskedFor(PublicDeputy one, DeputyAddress asked) =>
        (asked.Unit is null || (asked.Unit == DeputyAddress.NoUnit ? one.Unit is null : one.Unit?.Code == asked.Unit))
        && (asked.Station is null || one.Stations.Any(station => station.Code == asked.Station))
        && (asked.District is null || one.District?.Number == asked.District)
        && (asked.Text is not { } text || Places(one).Any(place => place.Contains(text, StringComparison.OrdinalIgnoreCase)) || Within(text, one));

    /// <summary>What a voter may call a deputy by: the name, the street, the station, the electoral district, the housing estates in it.</summary>
    private static IEnumerable<string> Places(PublicDeputy one) =>
        [one.Deputy.Name, one.Unit?.ShortName ?? "", one.Unit?.Name ?? "", one.District?.Name ?? "", one.District?.Communities ?? "", .. one.Stations.SelectMany(station => new[] { station.Name, station.Address })];

    /// <summary>八角北里小区 is asked for where 八角北里 stands; 八角 where 八角街道 does.</summary>
    private static bool Within(string text, PublicDeputy one) =>
        one.District?.Communities.Split(['、', '，', ',', '；', ';', ' ', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Any(community => community.Length > 1 && text.Contains(community, StringComparison.Ordinal)) is true;
}

/// <summary>Which deputies are asked for; it lives in the address.</summary>
/// <param name="Text">A name, a street, a station, a housing estate.</param>
/// <param name="Unit">联系单位代码, or <see cref="NoUnit"/>.</param>
/// <param name="Station">家站代码.</param>
/// <param name="District">选区号.</param>
public sealed record DeputyAddress(string? Text = null, string? Unit = null, string? Station = null, int? District = null)
{
    /// <summary>Those who belong to no street.</summary>
    public const string NoUnit = "none";

    public bool AsksForNothing => this == new DeputyAddress();
}

/// <param name="Units">In official order, with how many deputies each has.</param>
/// <param name="WithoutUnit">How many belong to no street.</param>
/// <param name="Districts">Those that have deputies, by number.</param>
/// <param name="Total">代表 in office.</param>
/// <param name="Found">Those asked for.</param>
public sealed record DeputyRegister(IReadOnlyList<UnitOfDeputies> Units, int WithoutUnit, IReadOnlyList<ElectoralDistrict> Districts, int Total, IReadOnlyList<PublicDeputy> Found);

public sealed record UnitOfDeputies(string Code, string Name, int Deputies);

/// <param name="Deputy">In office.</param>
/// <param name="Unit">Null for those of no street.</param>
/// <param name="District">Null for city deputies.</param>
/// <param name="Stations">Where voters are received, the Home first.</param>
public sealed record PublicDeputy(Deputy Deputy, LiaisonUnit? Unit, ElectoralDistrict? District, IReadOnlyList<Station> Stations)
{
    /// <summary>What is published: the contact that was decided on, else the number of the first station that has one.</summary>
    public string Contact => Deputy.PublicContact.Length > 0 ? Deputy.PublicContact : Stations.FirstOrDefault(station => station.Phone.Length > 0)?.Phone ?? "";

    /// <summary>Whose number that is; null where it is the deputy's own contact.</summary>
    public string? ContactOf => Deputy.PublicContact.Length > 0 ? null : Stations.FirstOrDefault(station => station.Phone.Length > 0)?.Name;
}
