using VoterLiaison.Dashboard.Data;
using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard.Verifying;

/// <summary>Every station and year counted three ways: from the rows, from the history, and as the board counts.</summary>
internal sealed class ThreeCounts
{
    public static IReadOnlyList<(string What, Func<OpinionCounts, int> Of)> Measures { get; } =
    [
        ("收集", counts => counts.Collected), ("转交", counts => counts.Forwarded), ("答复", counts => counts.Answered), ("反馈", counts => counts.FedBack),
        ("待反馈", counts => counts.AwaitingFeedback), ("已答复待反馈", counts => counts.AnswerToTell), ("已解释待反馈", counts => counts.ExplanationToTell),
        ("逾期", counts => counts.Overdue), ("严重逾期", counts => counts.GravelyOverdue),
        ("答复逾期", counts => counts.AnswerOverdue), ("反馈逾期", counts => counts.FeedbackOverdue), ("待转交", counts => counts.ToForward),
        ("待答复", counts => counts.AwaitingAnswer), ("当场解释", counts => counts.Explained), ("超出范围", counts => counts.OutOfScope),
        ("并案", counts => counts.Merged), ("未办结", counts => counts.Outstanding),
    ];

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
            foreach (var (what, count) in Measures)
            {
                if (count(rows) != count(history) || count(rows) != count(counted))
                {
                    differences.Add(
                        $"{stationNames.GetValueOrDefault(stationId, $"家站{stationId}")}{year}年", what,
                        $"按意见逐件数是{count(rows)}，按办理经过数是{count(history)}，看板数是{count(counted)}。");
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
