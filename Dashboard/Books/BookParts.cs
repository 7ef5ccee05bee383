using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Live;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Deputies;
using VoterLiaison.Domain.Rules;
using VoterLiaison.Domain.Stations;

namespace VoterLiaison.Dashboard.Books;

/// <summary>Narrows what a person may export to the part they ask for. A part outside of it is refused as one that never was.</summary>
internal static class BookParts
{
    public static async Task<(Reach Reach, string Title)> ResolveAsync(LiaisonDbContext db, Rights rights, BookPart part, CancellationToken cancellationToken)
    {
        var reach = rights.For(Deed.ExportBooks);
        if (part.IsAll)
        {
            return (reach, await StationDirectory.PartInWordsAsync(db, rights, Deed.ExportBooks, cancellationToken));
        }

        Rule.Require(new[] { part.Unit, part.Station, part.Deputy }.Count(code => code is not null) == 1, "街道（联组）、家站、代表，只能选一个。");
        return part switch
        {
            { Deputy: { } code } => await OfDeputyAsync(db, reach, code, cancellationToken),
            { Station: { } code } => await OfStationsAsync(db, reach, db.Stations.Where(station => station.Code == code), "没有这个家站。", cancellationToken),
            _ => await OfUnitAsync(db, reach, part.Unit!, cancellationToken),
        };
    }

    /// <summary>What a book can be narrowed to, as far as a person may export: units and stations where there are several, and deputies.</summary>
    public static async Task<IReadOnlyList<NamedPart>> OfferedAsync(LiaisonDbContext db, Reach reach, CancellationToken cancellationToken)
    {
        var stations = await db.Stations.AsNoTracking().Within(reach).OrderBy(station => station.Kind).ThenBy(station => station.Code).ToListAsync(cancellationToken);
        var units = (await db.Units.AsNoTracking().OrderBy(unit => unit.Order).ToListAsync(cancellationToken)).Where(unit => stations.Exists(station => station.UnitId == unit.Id)).ToList();
        return
        [
            .. units.Count > 1 ? units.Select(unit => new NamedPart(new BookPart(Unit: unit.Code), unit.ShortName)) : [],
            .. stations.Count > 1 ? from unit in units from station in stations where station.UnitId == unit.Id select new NamedPart(new BookPart(Station: station.Code), $"{unit.ShortName}　{station.Name}") : [],
            .. (await DeputiesAsync(db, reach, cancellationToken)).Select(deputy => new NamedPart(new BookPart(Deputy: deputy.Code), $"{deputy.Name}　{deputy.Code}")),
        ];
    }

    /// <summary>The deputies a person may have a book of: all where they may export everything.</summary>
    /// <remarks>An opinion belongs to a deputy wherever it was collected, so that a book of one reaches beyond any station.</remarks>
    public static async Task<IReadOnlyList<Deputy>> DeputiesAsync(LiaisonDbContext db, Reach reach, CancellationToken cancellationToken) => reach.Everything
        ? await db.Deputies.AsNoTracking().OrderBy(deputy => deputy.Level).ThenBy(deputy => deputy.Code).ToListAsync(cancellationToken)
        : [];

    private static async Task<(Reach, string)> OfDeputyAsync(LiaisonDbContext db, Reach reach, string code, CancellationToken cancellationToken)
    {
        var deputy = (await DeputiesAsync(db, reach, cancellationToken)).FirstOrDefault(one => one.Code == code) ?? throw new OutOfReachException("没有这位代表。", $"代表 {code}");
        return (Reach.OfDeputy(deputy.Id), $"{deputy.Name}代表");
    }

    private static async Task<(Reach, string)> OfUnitAsync(LiaisonDbContext db, Reach reach, string code, CancellationToken cancellationToken)
    {
        var unit = await db.Units.AsNoTracking().SingleOrDefaultAsync(one => one.Code == code, cancellationToken);
        var (stations, names) = await OfStationsAsync(db, reach, db.Stations.Where(station => unit != null && station.UnitId == unit.Id), "没有这个街道（联组）。", cancellationToken);
        return (stations, await db.Stations.Where(station => station.UnitId == unit!.Id).CountAsync(cancellationToken) == stations.Stations.Count ? unit!.ShortName : names);
    }

    private static async Task<(Reach Reach, string Title)> OfStationsAsync(LiaisonDbContext db, Reach reach, IQueryable<Station> asked, string refusal, CancellationToken cancellationToken)
    {
        var stations = await asked.AsNoTracking().Within(reach).OrderBy(station => station.Kind).ThenBy(station => station.Code).ToListAsync(cancellationToken);
        return stations.Count > 0
            ? (Reach.OfStations(stations.Select(station => station.Id)), string.Join('、', stations.Select(station => station.Name)))
            : throw new OutOfReachException(refusal, "表册范围");
    }
}

/// <param name="Part">A unit, a station or a deputy.</param>
/// <param name="Name">Its name.</param>
public sealed record NamedPart(BookPart Part, string Name);
