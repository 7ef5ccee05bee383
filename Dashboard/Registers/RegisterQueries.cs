using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Deputies;
using VoterLiaison.Domain.Organs;
using VoterLiaison.Domain.Stations;

namespace VoterLiaison.Dashboard.Registers;

/// <summary>The registers as far as a person keeps them, in official order.</summary>
public sealed partial class RegisterQueries(IDbContextFactory<LiaisonDbContext> contexts, Doorkeeper doorkeeper, TimeProvider clock)
{
    /// <summary>The units with their homes and stations; those closed come last.</summary>
    public async Task<StationRegister> StationsAsync(string? unit = null, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var (scope, units) = await UnitsAsync(db, cancellationToken);
        var every = await db.Stations.AsNoTracking().ToDictionaryAsync(station => station.Id, cancellationToken);
        var open = await db.Opinions.Where(opinion => opinion.ConcludedOn == null).GroupBy(opinion => opinion.StationId)
            .Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
        var deputies = await db.Deputies.Where(deputy => deputy.Status == OfficeStatus.InOffice).SelectMany(deputy => deputy.Stations).GroupBy(link => link.StationId)
            .Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
        var pictures = await db.Pictures.Where(picture => picture.StationId != null).GroupBy(picture => picture.StationId!.Value)
            .Select(photos => new { photos.Key, Latest = photos.Max(picture => picture.Id) }).ToDictionaryAsync(photos => photos.Key, photos => (int?)photos.Latest, cancellationToken);
        var today = clock.Today();
        return new StationRegister(scope.Everything, units,
        [
            .. units.Where(one => unit is null || one.Code == unit).Select(one => new UnitRow(one,
            [
                .. every.Values.Where(station => station.UnitId == one.Id).OrderBy(station => !station.IsOpenOn(today)).ThenBy(station => station.Kind).ThenBy(station => station.Code, StringComparer.Ordinal)
                    .Select(station => new StationRow(
                        station,
                        station.SuccessorId is { } to ? every[to] : null,
                        [.. every.Values.Where(merged => merged.SuccessorId == station.Id).OrderBy(merged => merged.Code, StringComparer.Ordinal)],
                        open.GetValueOrDefault(station.Id),
                        station.IsOpenOn(today) ? deputies.GetValueOrDefault(station.Id) : 0,
                        station.IsOpenOn(today),
                        pictures.GetValueOrDefault(station.Id))),
            ])),
        ]);
    }

    /// <summary>The electoral districts by number, each with its deputies in office.</summary>
    public async Task<DistrictRegister> DistrictsAsync(string? unit = null, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var (scope, units) = await UnitsAsync(db, cancellationToken);
        var districts = await db.ElectoralDistricts.AsNoTracking().OrderBy(district => district.Number).ToListAsync(cancellationToken);
        var deputies = (await db.Deputies.AsNoTracking().Where(deputy => deputy.ElectoralDistrictId != null && deputy.Status == OfficeStatus.InOffice).OrderBy(deputy => deputy.Code).ToListAsync(cancellationToken))
            .ToLookup(deputy => deputy.ElectoralDistrictId);
        return new DistrictRegister(scope.Everything, units,
        [
            .. districts.Where(district => scope.Covers(district.UnitId)).Select(district => new DistrictRow(district, units.FirstOrDefault(one => one.Id == district.UnitId), [.. deputies[district.Id].Select(deputy => deputy.Name)]))
                .Where(row => unit is null || (row.Unit?.Code ?? DeputyAddress.NoUnit) == unit),
        ]);
    }

    /// <summary>The organs by kind, each with what it still has to answer; those retired come last.</summary>
    public async Task<OrganRegister> OrgansAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var reach = await doorkeeper.ReachAsync(db, Deed.KeepRegisters, cancellationToken);
        var organs = reach.IsNothing ? [] : await db.Organs.AsNoTracking().ToListAsync(cancellationToken);
        var open = await db.Opinions.Within(reach).Where(opinion => opinion.ConcludedOn == null && opinion.LeadOrganId != null && opinion.Stage == Domain.Opinions.OpinionStage.Forwarded)
            .GroupBy(opinion => opinion.LeadOrganId!.Value).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
        return new OrganRegister(reach.Everything,
        [
            .. organs.OrderBy(organ => organ.RetiredOn is not null).ThenBy(organ => organ.Kind).ThenBy(organ => organ.Id)
                .Select(organ => new OrganRow(organ, organs.Find(other => other.Id == organ.SuccessorId), open.GetValueOrDefault(organ.Id))),
        ]);
    }

    private async Task<(RegisterScope Scope, IReadOnlyList<LiaisonUnit> Units)> UnitsAsync(LiaisonDbContext db, CancellationToken cancellationToken)
    {
        var reach = await doorkeeper.ReachAsync(db, Deed.KeepRegisters, cancellationToken);
        var scope = await RegisterScope.OfAsync(db, reach, cancellationToken);
        var units = await db.Units.AsNoTracking().OrderBy(unit => unit.Order).ToListAsync(cancellationToken);
        return (scope, [.. units.Where(unit => scope.Covers(unit.Id))]);
    }
}

/// <param name="Everything">Whether the person keeps the whole register, units included.</param>
/// <param name="Units">All units the person keeps.</param>
/// <param name="Rows">Those that were asked for, with their stations.</param>
public sealed record StationRegister(bool Everything, IReadOnlyList<LiaisonUnit> Units, IReadOnlyList<UnitRow> Rows)
{
    public IEnumerable<StationRow> Stations => Rows.SelectMany(unit => unit.Stations);
}

public sealed record UnitRow(LiaisonUnit Unit, IReadOnlyList<StationRow> Stations);

/// <param name="Station">The station.</param>
/// <param name="Successor">The station it was merged into.</param>
/// <param name="Merged">The stations that were merged into it.</param>
/// <param name="Open">Opinions collected there and not concluded.</param>
/// <param name="Deputies">Deputies in office who receive there; none where it is closed.</param>
/// <param name="IsOpen">Today.</param>
/// <param name="PictureId">照片; null where there is none.</param>
public sealed record StationRow(Station Station, Station? Successor, IReadOnlyList<Station> Merged, int Open, int Deputies, bool IsOpen, int? PictureId);

public sealed record DistrictRegister(bool Everything, IReadOnlyList<LiaisonUnit> Units, IReadOnlyList<DistrictRow> Rows);

public sealed record DistrictRow(ElectoralDistrict District, LiaisonUnit? Unit, IReadOnlyList<string> Deputies);

public sealed record OrganRegister(bool MayKeep, IReadOnlyList<OrganRow> Rows);

/// <param name="Organ">The organ.</param>
/// <param name="Successor">Who took over its duties.</param>
/// <param name="Open">Opinions within the reader's scope that wait for its answer.</param>
public sealed record OrganRow(Organ Organ, Organ? Successor, int Open);
