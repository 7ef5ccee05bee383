using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Deputies;
using VoterLiaison.Domain.Stations;

namespace VoterLiaison.Dashboard.Registers;

/// <content>Deputies, and the sheets with their QR codes.</content>
public sealed partial class RegisterQueries
{
    /// <summary>A page of the deputies' register: in official order (unit, electoral district, certificate number), or by the strokes of their names.</summary>
    public async Task<DeputyRegister> DeputiesAsync(DeputyAddress address, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var (scope, units) = await UnitsAsync(db, cancellationToken);
        var districts = await db.ElectoralDistricts.AsNoTracking().OrderBy(district => district.Number).ToListAsync(cancellationToken);
        var stations = await db.Stations.AsNoTracking().OrderBy(station => station.Kind).ThenBy(station => station.Code).ToListAsync(cancellationToken);
        var everybody = (await db.Deputies.AsNoTracking().Include(deputy => deputy.Stations).Include(deputy => deputy.OfficeChanges.OrderBy(change => change.Id)).AsSplitQuery().ToListAsync(cancellationToken))
            .Where(deputy => scope.Covers(deputy.UnitId)).ToList();
        var rows = everybody.Select(deputy => new DeputyRow(
                deputy,
                units.FirstOrDefault(unit => unit.Id == deputy.UnitId),
                districts.Find(district => district.Id == deputy.ElectoralDistrictId),
                [.. stations.Where(station => station.IsOpenOn(clock.Today()) && deputy.Stations.Any(link => link.StationId == station.Id))]))
            .Where(row => Asks(address, row));
        List<DeputyRow> sorted = [.. address.ByStrokes
            ? rows.OrderBy(row => row.Deputy.Name, StrokeOrder.Instance).ThenBy(row => row.Deputy.Code, StringComparer.Ordinal)
            : rows.OrderBy(row => row.Unit?.Order ?? int.MaxValue).ThenBy(row => row.District?.Number ?? int.MaxValue).ThenBy(row => row.Deputy.Code, StringComparer.Ordinal)];
        List<DeputyRow> page = [.. sorted.Skip((address.Page - 1) * DeputyAddress.Size).Take(DeputyAddress.Size)];
        List<int> shown = [.. page.Select(row => row.Deputy.Id)];
        var open = await db.Opinions.Within(await doorkeeper.ReachAsync(db, Deed.Sort, cancellationToken)).Where(opinion => opinion.ConcludedOn == null)
            .SelectMany(opinion => opinion.Deputies).Where(link => shown.Contains(link.DeputyId)).GroupBy(link => link.DeputyId)
            .Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
        return new DeputyRegister(scope.Everything, units, districts, [.. stations.Where(station => scope.Covers(station.UnitId) && station.IsOpenOn(clock.Today()))], everybody,
            [.. page.Select(row => row with { Open = open.GetValueOrDefault(row.Deputy.Id) })], sorted.Count);
    }

    /// <summary>What the sheet of a station prints; null where it is not the person's, is closed, or never was.</summary>
    public async Task<SheetFacts?> StationSheetAsync(string code, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var (scope, _) = await UnitsAsync(db, cancellationToken);
        return await db.Stations.AsNoTracking().SingleOrDefaultAsync(station => station.Code == code, cancellationToken) is { } station && scope.Covers(station.UnitId) && station.IsOpenOn(clock.Today())
            ? new SheetFacts(station.Name, $"向{station.Name}提意见", "意见由站里的工作人员登记，转给代表。", Addresses.PublicSpeak(station: station.Code), Addresses.Registers())
            : null;
    }

    /// <summary>What the sheet of a deputy prints; null where the deputy is not the person's, is not in office, or never was.</summary>
    public async Task<SheetFacts?> DeputySheetAsync(string code, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var (scope, _) = await UnitsAsync(db, cancellationToken);
        return await db.Deputies.AsNoTracking().SingleOrDefaultAsync(deputy => deputy.Code == code, cancellationToken) is { Status: OfficeStatus.InOffice } deputy && scope.Covers(deputy.UnitId)
            ? new SheetFacts($"{deputy.Name}代表", $"向{deputy.Name}代表提意见", $"意见由家站登记，转给{deputy.Level.InWords()}{deputy.Name}。", Addresses.PublicSpeak(deputy: deputy.Id), Addresses.DeputyRegister())
            : null;
    }

    private static bool Asks(DeputyAddress address, DeputyRow row) =>
        (address.Unit is null || (row.Unit?.Code ?? DeputyAddress.NoUnit) == address.Unit)
        && (address.Level is null || row.Deputy.Level == address.Level)
        && (address.Status is null || row.Deputy.Status == address.Status)
        && (address.Name is null || row.Deputy.Name.Contains(address.Name, StringComparison.Ordinal) || row.Deputy.Code.Contains(address.Name, StringComparison.OrdinalIgnoreCase));
}

/// <param name="Everything">Whether the person keeps the whole register.</param>
/// <param name="Units">All units the person keeps.</param>
/// <param name="Districts">All electoral districts.</param>
/// <param name="Stations">The open stations the person keeps.</param>
/// <param name="Everybody">All deputies the person keeps.</param>
/// <param name="Rows">The page that was asked for.</param>
/// <param name="Total">How many deputies the list has.</param>
public sealed record DeputyRegister(
    bool Everything, IReadOnlyList<LiaisonUnit> Units, IReadOnlyList<ElectoralDistrict> Districts, IReadOnlyList<Station> Stations, IReadOnlyList<Deputy> Everybody,
    IReadOnlyList<DeputyRow> Rows, int Total);

public sealed record DeputyRow(Deputy Deputy, LiaisonUnit? Unit, ElectoralDistrict? District, IReadOnlyList<Station> Stations)
{
    /// <summary>Opinions the deputy carries that are not concluded, as far as the reader may hand them over.</summary>
    public int Open { get; init; }
}

/// <summary>A sheet for the wall: whom one writes to, and where the code leads.</summary>
public sealed record SheetFacts(string Name, string Title, string Sentence, string Address, string Back);
