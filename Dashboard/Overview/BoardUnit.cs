using VoterLiaison.Dashboard.Live;

namespace VoterLiaison.Dashboard.Overview;

/// <summary>A unit with the stations the board lists under it.</summary>
public sealed record BoardUnit(BoardLine Line, IReadOnlyList<BoardStation> Stations)
{
    /// <summary>Units in official order. A station that was closed before the year began is listed only if it has opinions in it.</summary>
    internal static IReadOnlyList<BoardUnit> Of(IReadOnlyList<UnitStations> units, YearCounts counts) =>
    [
        .. units.Select(unit => new BoardUnit(
            BoardLine.Of(unit.Unit, counts.Year),
            [.. unit.ListedIn(counts.Year, counts.Of).Select(station => new BoardStation(station.Id, BoardLine.Of(station, counts.Year)))])),
    ];
}

public sealed record BoardStation(int Id, BoardLine Line);
