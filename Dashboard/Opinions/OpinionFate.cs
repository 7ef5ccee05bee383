using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard.Opinions;

/// <summary>What became of some opinions: parts that together are all that were collected.</summary>
public static class OpinionFate
{
    public static IReadOnlyList<(string Words, int Count)> Fate(this OpinionCounts counts) =>
    [
        ("已告知", counts.FedBack), ("待告知", counts.AwaitingFeedback), ("还在办理", counts.AwaitingAnswer), ("待转交", counts.ToForward),
        ("当场解释等", counts.ClosedOtherwise),
    ];

    /// <summary>已告知4件，待告知3件; without the parts that are none.</summary>
    public static string FateInWords(this OpinionCounts counts) =>
        counts.Collected == 0 ? "还没有收集意见" : string.Join('，', counts.Fate().Where(part => part.Count > 0).Select(part => $"{part.Words}{part.Count}件"));
}
