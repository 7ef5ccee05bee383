using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard.Opinions;

/// <summary>A saved view above the list: one measure of whatever else is filtered.</summary>
/// <param name="Key">Its name for tests and addresses.</param>
/// <param name="Name">As it is read.</param>
/// <param name="Measure">What it takes; null takes all.</param>
/// <param name="Count">Its number among the counts.</param>
public sealed record OpinionView(string Key, string Name, Measure? Measure, Func<OpinionCounts, int> Count)
{
    public static IReadOnlyList<OpinionView> All { get; } =
    [
        new("outstanding", "未办结", Measure.Outstanding, counts => counts.Outstanding),
        new("to-forward", "待转交", Measure.ToForward, counts => counts.ToForward),
        new("awaiting-answer", "待答复", Measure.AwaitingAnswer, counts => counts.AwaitingAnswer),
        new("awaiting-feedback", "待反馈", Measure.AwaitingFeedback, counts => counts.AwaitingFeedback),
        new("overdue", "逾期", Measure.Overdue, counts => counts.Overdue),
        new("all", "全部", null, counts => counts.Collected),
    ];

    public OpinionAddress In(OpinionAddress list) => list.With(filter => filter with { Measure = Measure, Stage = null }) with { Sort = null };

    public bool Shows(OpinionAddress list) => list.Filter.Stage is null && list.Filter.Measure == Measure;
}
