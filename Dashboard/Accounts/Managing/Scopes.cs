using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Deputies;
using VoterLiaison.Domain.Rules;
using VoterLiaison.Domain.Stations;

namespace VoterLiaison.Dashboard.Accounts.Managing;

/// <summary>What roles can be held over, in official order, and how it is called.</summary>
public sealed class Scopes(IReadOnlyList<LiaisonUnit> units, IReadOnlyList<Station> stations, IReadOnlyList<Deputy> deputies)
{
    public static Scopes None { get; } = new([], [], []);

    public IReadOnlyList<LiaisonUnit> Units => units;

    public IReadOnlyList<Station> Stations => stations;

    public IReadOnlyList<Deputy> Deputies => deputies;

    internal static async Task<Scopes> LoadAsync(LiaisonDbContext db, CancellationToken cancellationToken = default)
    {
        var units = await db.Units.AsNoTracking().OrderBy(unit => unit.Order).ToListAsync(cancellationToken);
        var stations = await db.Stations.AsNoTracking().ToListAsync(cancellationToken);
        return new Scopes(
            units,
            [.. stations.OrderBy(station => units.FindIndex(unit => unit.Id == station.UnitId)).ThenBy(station => station.Kind).ThenBy(station => station.Code, StringComparer.Ordinal)],
            await db.Deputies.AsNoTracking().OrderBy(deputy => deputy.Code).ToListAsync(cancellationToken));
    }

    /// <summary>八角街道, 古城南路联络站, 代表 顾砚清; null for a role over the whole district, and where there is no such thing.</summary>
    public string? InWords(Grant grant) => grant.Role switch
    {
        Role.UnitStaff => Unit(grant.UnitId)?.ShortName,
        Role.StationStaff => Station(grant.StationId)?.Name,
        Role.Deputy => Deputy(grant.DeputyId) is { } deputy ? $"代表 {NameOf(deputy)}" : null,
        Role.LiaisonOffice or Role.Administrator or Role.Auditor => null,
    };

    /// <summary>单位工作人员（八角街道）.</summary>
    public string InWordsWithRole(Grant grant) => InWords(grant) is { } scope ? $"{grant.Role.InWords()}（{scope}）" : grant.Role.InWords();

    public bool Has(Grant grant) => grant.Role is Role.LiaisonOffice or Role.Administrator or Role.Auditor || InWords(grant) is not null;

    public string? CodeOf(Grant grant) => grant.Role switch
    {
        Role.UnitStaff => Unit(grant.UnitId)?.Code,
        Role.StationStaff => Station(grant.StationId)?.Code,
        Role.Deputy => Deputy(grant.DeputyId)?.Code,
        Role.LiaisonOffice or Role.Administrator or Role.Auditor => null,
    };

    /// <summary>A role over what a code names.</summary>
    /// <exception cref="RuleBrokenException">There is nothing of that code.</exception>
    public Grant Find(Role role, string? code)
    {
        return role switch
        {
            Role.UnitStaff => Grant.Of(role, unitId: units.FirstOrDefault(unit => Is(unit.Code))?.Id ?? throw new RuleBrokenException($"没有代码为“{code}”的联系单位。")),
            Role.StationStaff => Grant.Of(role, stationId: stations.FirstOrDefault(station => Is(station.Code))?.Id ?? throw new RuleBrokenException($"没有代码为“{code}”的家站。")),
            Role.Deputy => Grant.Of(role, deputyId: deputies.FirstOrDefault(deputy => Is(deputy.Code))?.Id ?? throw new RuleBrokenException($"没有代表证号为“{code}”的代表。")),
            Role.LiaisonOffice or Role.Administrator or Role.Auditor => Grant.Of(role),
        };

        bool Is(string known) => string.Equals(known, code, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>By role as offices list them, then by the official order of what it is held over.</summary>
    internal (Role Role, int Place) Order(Grant grant) => (grant.Role, grant.Role switch
    {
        Role.UnitStaff => PlaceOf(units, unit => unit.Id == grant.UnitId),
        Role.StationStaff => PlaceOf(stations, station => station.Id == grant.StationId),
        Role.Deputy => PlaceOf(deputies, deputy => deputy.Id == grant.DeputyId),
        Role.LiaisonOffice or Role.Administrator or Role.Auditor => 0,
    });

    /// <summary>Two deputies may share a name; then the certificate number stands beside it.</summary>
    public string NameOf(Deputy deputy) => deputies.Count(other => other.Name == deputy.Name) > 1 ? $"{deputy.Name}（{deputy.Code}）" : deputy.Name;

    private LiaisonUnit? Unit(int? id) => units.FirstOrDefault(unit => unit.Id == id);

    private Station? Station(int? id) => stations.FirstOrDefault(station => station.Id == id);

    private Deputy? Deputy(int? id) => deputies.FirstOrDefault(deputy => deputy.Id == id);

    private static int PlaceOf<T>(IReadOnlyList<T> all, Func<T, bool> isIt) => all.TakeWhile(one => !isIt(one)).Count();
}
