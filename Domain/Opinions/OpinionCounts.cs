using System.Collections.Frozen;

namespace VoterLiaison.Domain.Opinions;

/// <summary>What each measure counts, of one set of opinions. Numbers of stations add up to the unit's and the district's.</summary>
public sealed record OpinionCounts
{
    private static readonly FrozenDictionary<Measure, Func<OpinionCounts, int>> ByMeasure = new Dictionary<Measure, Func<OpinionCounts, int>>
    {
        [Measure.Collected] = counts => counts.Collected,
        [Measure.Forwarded] = counts => counts.Forwarded,
        [Measure.AnsweredOnes] = counts => counts.Answered,
        [Measure.FedBackOnes] = counts => counts.FedBack,
        [Measure.AwaitingFeedback] = counts => counts.AwaitingFeedback,
        [Measure.AnswerToTell] = counts => counts.AnswerToTell,
        [Measure.ExplanationToTell] = counts => counts.ExplanationToTell,
        [Measure.Overdue] = counts => counts.Overdue,
        [Measure.GravelyOverdue] = counts => counts.GravelyOverdue,
        [Measure.AnswerOverdue] = counts => counts.AnswerOverdue,
        [Measure.FeedbackOverdue] = counts => counts.FeedbackOverdue,
        [Measure.ToForward] = counts => counts.ToForward,
        [Measure.AwaitingAnswer] = counts => counts.AwaitingAnswer,
        [Measure.Explained] = counts => counts.Explained,
        [Measure.OutOfScope] = counts => counts.OutOfScope,
        [Measure.Merged] = counts => counts.Merged,
        [Measure.Outstanding] = counts => counts.Outstanding,
        [Measure.OutstandingUnderAWeek] = counts => counts.OutstandingUnderAWeek,
        [Measure.OutstandingUpToAMonth] = counts => counts.OutstandingUpToAMonth,
        [Measure.OutstandingLonger] = counts => counts.OutstandingLonger,
    }.ToFrozenDictionary();

    public static OpinionCounts None { get; } = new();

    public int Collected { get; init; }
    public int Forwarded { get; init; }
    public int Answered { get; init; }
    public int FedBack { get; init; }
    public int AwaitingFeedback { get; init; }
    public int AnswerToTell { get; init; }
    public int ExplanationToTell { get; init; }
    public int Overdue { get; init; }
    public int GravelyOverdue { get; init; }
    public int AnswerOverdue { get; init; }
    public int FeedbackOverdue { get; init; }
    public int ToForward { get; init; }
    public int AwaitingAnswer { get; init; }
    public int Explained { get; init; }
    public int OutOfScope { get; init; }
    public int Merged { get; init; }
    public int Outstanding { get; init; }
    public int OutstandingUnderAWeek { get; init; }
    public int OutstandingUpToAMonth { get; init; }
    public int OutstandingLonger { get; init; }

    /// <summary>当场解释等: explained, out of scope or merged, and nobody waits for word of it. With 已反馈, 待反馈, 待答复 and 待转交 it is all that was collected.</summary>
    public int ClosedOtherwise => Collected - FedBack - AwaitingFeedback - AwaitingAnswer - ToForward;

    /// <summary>What a measure counts.</summary>
    public int this[Measure measure] => ByMeasure[measure](this);

    /// <summary>Counts opinions by how they stand, each kind so many times.</summary>
    public static OpinionCounts Of(IReadOnlyCollection<(Standing Standing, int Times)> opinions)
    {
        return new OpinionCounts
        {
            Collected = Count(Measure.Collected),
            Forwarded = Count(Measure.Forwarded),
            Answered = Count(Measure.AnsweredOnes),
            FedBack = Count(Measure.FedBackOnes),
            AwaitingFeedback = Count(Measure.AwaitingFeedback),
            AnswerToTell = Count(Measure.AnswerToTell),
            ExplanationToTell = Count(Measure.ExplanationToTell),
            Overdue = Count(Measure.Overdue),
            GravelyOverdue = Count(Measure.GravelyOverdue),
            AnswerOverdue = Count(Measure.AnswerOverdue),
            FeedbackOverdue = Count(Measure.FeedbackOverdue),
            ToForward = Count(Measure.ToForward),
            AwaitingAnswer = Count(Measure.AwaitingAnswer),
            Explained = Count(Measure.Explained),
            OutOfScope = Count(Measure.OutOfScope),
            Merged = Count(Measure.Merged),
            Outstanding = Count(Measure.Outstanding),
            OutstandingUnderAWeek = Count(Measure.OutstandingUnderAWeek),
            OutstandingUpToAMonth = Count(Measure.OutstandingUpToAMonth),
            OutstandingLonger = Count(Measure.OutstandingLonger),
        };

        int Count(Measure measure) => opinions.Sum(opinion => measure.Counts(opinion.Standing) ? opinion.Times : 0);
    }

    public static OpinionCounts operator +(OpinionCounts left, OpinionCounts right) => new()
    {
        Collected = left.Collected + right.Collected,
        Forwarded = left.Forwarded + right.Forwarded,
        Answered = left.Answered + right.Answered,
        FedBack = left.FedBack + right.FedBack,
        AwaitingFeedback = left.AwaitingFeedback + right.AwaitingFeedback,
        AnswerToTell = left.AnswerToTell + right.AnswerToTell,
        ExplanationToTell = left.ExplanationToTell + right.ExplanationToTell,
        Overdue = left.Overdue + right.Overdue,
        GravelyOverdue = left.GravelyOverdue + right.GravelyOverdue,
        AnswerOverdue = left.AnswerOverdue + right.AnswerOverdue,
        FeedbackOverdue = left.FeedbackOverdue + right.FeedbackOverdue,
        ToForward = left.ToForward + right.ToForward,
        AwaitingAnswer = left.AwaitingAnswer + right.AwaitingAnswer,
        Explained = left.Explained + right.Explained,
        OutOfScope = left.OutOfScope + right.OutOfScope,
        Merged = left.Merged + right.Merged,
        Outstanding = left.Outstanding + right.Outstanding,
        OutstandingUnderAWeek = left.OutstandingUnderAWeek + right.OutstandingUnderAWeek,
        OutstandingUpToAMonth = left.OutstandingUpToAMonth + right.OutstandingUpToAMonth,
        OutstandingLonger = left.OutstandingLonger + right.OutstandingLonger,
    };

    public static OpinionCounts Sum(IEnumerable<OpinionCounts> counts) => counts.Aggregate(None, (sum, one) => sum + one);
}
