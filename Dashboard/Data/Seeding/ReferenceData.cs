using Microsoft.EntityFrameworkCore;
using VoterLiaison.Domain.Opinions;
using VoterLiaison.Domain.Organs;
using VoterLiaison.Domain.Stations;

namespace VoterLiaison.Dashboard.Data.Seeding;

/// <summary>What a data folder begins with: the ten units with one Home each, the organs, the categories, and the calendars of the years this version knows.</summary>
public sealed class ReferenceData(LiaisonStore store, TimeProvider clock)
{
    /// <summary>
    /// Adds the district where there is no unit yet, and each year's calendar where that year has none, so that a new version brings an old folder its new years.
    /// From then on they belong to the office, which may change them.
    /// </summary>
    public Task AddWhereMissingAsync(CancellationToken cancellationToken = default) => store.WriteAsync(async db =>
    {
        if (!await db.Units.AnyAsync(cancellationToken))
        {
            await AddDistrictAsync(db, cancellationToken);
        }

        var known = await db.CalendarYears.Select(year => year.Year).ToListAsync(cancellationToken);
        db.AddRange(SeededCalendar.All.Where(calendar => !known.Contains(calendar.Year)).Select(calendar => calendar.ToYear(clock.GetUtcNow().UtcDateTime)));
    }, cancellationToken);

    private static async Task AddDistrictAsync(LiaisonDbContext db, CancellationToken cancellationToken)
    {
        db.AddRange(SeedFiles.Read<List<UnitRecord>>("units.json").Select(unit => new LiaisonUnit(unit.Code, unit.Name, unit.ShortName, unit.Kind, unit.Order)));
        db.AddRange(SeedFiles.Read<List<OrganRecord>>("organs.json").Select(organ => new Organ(organ.Code, organ.Name, organ.ShortName, organ.Kind)));
        db.AddRange(SeedFiles.Read<List<CategoryRecord>>("categories.json")
            .Select(category => new Category(category.Code, category.Name, category.Order, category.Shortcut, category.Hint)));
        await db.SaveChangesAsync(cancellationToken);
        await AddStationsAsync(db, SeedFiles.Read<List<StationRecord>>("stations.json"), cancellationToken);
    }

    internal static async Task AddStationsAsync(LiaisonDbContext db, IEnumerable<StationRecord> stations, CancellationToken cancellationToken)
    {
        var units = await db.Units.ToDictionaryAsync(unit => unit.Code, unit => unit.Id, cancellationToken);
        db.AddRange(stations.Select(station => station.ToStation(units[station.Unit])));
        await db.SaveChangesAsync(cancellationToken);
    }

    private sealed record UnitRecord(string Code, string Name, string ShortName, LiaisonUnitKind Kind, int Order);

    private sealed record OrganRecord(string Code, string Name, string ShortName, OrganKind Kind);

    private sealed record CategoryRecord(string Code, string Name, int Order, int? Shortcut, string Hint);
}
