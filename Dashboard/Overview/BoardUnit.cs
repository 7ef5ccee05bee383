using VoterLiaison.Dashboard.Live;
using VoterLiaison.Domain.Opinions;
using VoterLiaison.Domain.Stations;

namespace VoterLiaison.Dashboard.Overview;

/// <summary>A unit with the stations the board lists under it.</summary>
public sealed record BoardUnit(LiaisonUnit Unit, BoardLine Line, IReadOnlyList<BoardStation> Stations)
{
    /// <summary>A station that was closed before the year began is listed only if it has opinions in it.</summary>
    /// <param name="units">In official order.</param>
    /// <param name="counts">Of the year.</param>
    /// <param name="doings">What was done last.</param>
    /// <param name="sort">The order of units, and of the stations in each.</param>
    /// <param name="day">Where a station's day opens.</param>
    internal static IReadOnlyList<BoardUnit> Of(IReadOnlyList<UnitStations> units, YearCounts counts, Doings doings, BoardSort sort, Func<Station, string> day)
    {
        return
        [
            .. Sorted(
                units.Select(unit => new BoardUnit(
                    unit.Unit,
                    BoardLine.Of(unit.Unit, counts.Year),
                    [.. Sorted(unit.ListedIn(counts.Year, counts.Of).Select(station => new BoardStation(station, BoardLine.Of(station, counts.Year, day(station)))), CountsOf, LastOf)])),
                unit => OpinionCounts.Sum(unit.Stations.Select(CountsOf)),
                unit => unit.Stations.Max(LastOf)),
        ];

        OpinionCounts CountsOf(BoardStation station) => counts.Of(station.Station.Id);

        DateTime? LastOf(BoardStation station) => doings.Of(station.Station.Id).Last?.At;

        IEnumerable<T> Sorted<T>(IEnumerable<T> all, Func<T, OpinionCounts> countsOf, Func<T, DateTime?> lastOf) => sort switch
        {
            BoardSort.Official => all,
            BoardSort.AwaitingFeedback => all.OrderByDescending(one => countsOf(one).AwaitingFeedback),
            BoardSort.Overdue => all.OrderByDescending(one => countsOf(one).Overdue),
            BoardSort.Outstanding => all.OrderByDescending(one => countsOf(one).Outstanding),
            BoardSort.LongestStill => all.OrderBy(one => lastOf(one) ?? DateTime.MinValue),
        };
    }
}

public sealed record BoardStation(Station Station, BoardLine Line);
