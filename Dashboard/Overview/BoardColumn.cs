using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard.Overview;

/// <summary>A number that the rows of the board show.</summary>
/// <param name="Measure">What it counts, and which rows it leads to.</param>
/// <param name="Head">What stands above it.</param>
/// <param name="Class">How it looks.</param>
internal sealed record BoardColumn(Measure Measure, string Head, string Class)
{
    /// <summary>How far the opinions have come.</summary>
    public static IReadOnlyList<BoardColumn> Progress { get; } = [Of(Measure.Collected), Of(Measure.Forwarded), Of(Measure.AnsweredOnes), Of(Measure.FedBackOnes)];

    /// <summary>未办结, by the days since the collection.</summary>
    public static IReadOnlyList<BoardColumn> Ages { get; } =
        [new(Measure.OutstandingUnderAWeek, "<7", "since"), new(Measure.OutstandingUpToAMonth, "7–30", "since"), new(Measure.OutstandingLonger, ">30", "since")];

    /// <summary>Who is kept waiting.</summary>
    public static IReadOnlyList<BoardColumn> Waiting { get; } = [Of(Measure.AwaitingFeedback, "owe"), Of(Measure.Overdue, "late")];

    public int In(OpinionCounts counts) => counts[Measure];

    private static BoardColumn Of(Measure measure, string look = "") => new(measure, measure.InWords(), look);
}
