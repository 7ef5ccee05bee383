using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard.Overview;

/// <summary>A number that the strip and every row of the board show.</summary>
/// <param name="Measure">What it counts, and which rows it leads to.</param>
/// <param name="Of">Reads it.</param>
/// <param name="Class">How it looks.</param>
internal sealed record BoardColumn(Measure Measure, Func<OpinionCounts, int> Of, string Class)
{
    /// <summary>How far the opinions have come.</summary>
    public static IReadOnlyList<BoardColumn> Progress { get; } =
    [
        new(Measure.Collected, counts => counts.Collected, ""),
        new(Measure.Forwarded, counts => counts.Forwarded, ""),
        new(Measure.AnsweredOnes, counts => counts.Answered, ""),
        new(Measure.FedBackOnes, counts => counts.FedBack, ""),
    ];

    /// <summary>Who is kept waiting.</summary>
    public static IReadOnlyList<BoardColumn> Waiting { get; } =
    [
        new(Measure.AwaitingFeedback, counts => counts.AwaitingFeedback, "owe"),
        new(Measure.Overdue, counts => counts.Overdue, "late"),
    ];
}
