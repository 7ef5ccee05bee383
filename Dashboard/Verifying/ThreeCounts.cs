using VoterLiaison.Dashboard.Data;
using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard.Verifying;

/// <summary>Every station and year counted three ways: from the rows, from the history, and as the board counts.</summary>
internal sealed class ThreeCounts
{
    private readonly Dictionary<StationYear, Dictionary<Standing, int>> _rows = [];
    private readonly Dictionary<StationYear, Dictionary<Standing, int>> _history = [];

    public IEnumerable<int> Years => _rows.Keys.Select(place => place.Year).Distinct();

    public int StationYears => _rows.Count;

    public void Count(StationYear place, Standing byRow, Standing byHistory)
    {
        Add(_rows, place, byRow);
        Add(_history, place, byHistory);
    }

    /// <summary>Names every measure of a year that is not the same all three ways.</summary>
    public void Compare(int year, IReadOnlyDictionary<int, OpinionCounts> board, IReadOnlyDictionary<int, string> stationNames, Differences differences)
    {
        foreach (var stationId in _rows.Keys.Where(place => place.Year == year).Select(place => place.StationId).Union(board.Keys).Order())
        {
            var place = new StationYear(stationId, year);
            var (rows, history, counted) = (Of(_rows, place), Of(_history, place), board.GetValueOrDefault(stationId, OpinionCounts.None));
            foreach (var measure in Measure.All.Concat(Measure.ByAge))
            {
                if (rows[measure] != history[measure] || rows[measure] != counted[measure])
                {
                    differences.Add(
                        $"{stationNames.GetValueOrDefault(stationId, $"家站{stationId}")}{year}年", measure.InWords(),
                        $"按意见逐件数是{rows[measure]}，按办理经过数是{history[measure]}，看板数是{counted[measure]}。");
                }
            }
        }
    }

    private static void Add(Dictionary<StationYear, Dictionary<Standing, int>> tally, StationYear place, Standing standing)
    {
        if (!tally.TryGetValue(place, out var standings))
        {
            tally[place] = standings = [];
        }

        standings[standing] = standings.GetValueOrDefault(standing) + 1;
    }

    private static OpinionCounts Of(Dictionary<StationYear, Dictionary<Standing, int>> tally, StationYear place) =>
        tally.TryGetValue(place, out var standings) ? OpinionCounts.Of([.. standings.Select(standing => (standing.Key, standing.Value))]) : OpinionCounts.None;
}
