using System.Collections.Frozen;
using static VoterLiaison.Domain.Opinions.OpinionStage;

namespace VoterLiaison.Domain.Opinions;

/// <summary>口径: what a number counts. Board, list, workbook and hub all count by these and by nothing else.</summary>
/// <remarks>
/// A measure is data and not code, so that the same one filters rows in the database and folds counts in memory.
/// Each counts the opinions whose collection date lies in the period, both ends included, by the day in Asia/Shanghai.
/// </remarks>
/// <param name="Key">Its name in addresses and files.</param>
/// <param name="Stages">The stages it takes.</param>
/// <param name="Owed">True: only where the voter is owed word.</param>
/// <param name="Open">True: only what is not concluded.</param>
/// <param name="Late">Only what is at least this late.</param>
/// <param name="Age">Only what was collected so long ago; null: whenever it was.</param>
public sealed record Measure(string Key, FrozenSet<OpinionStage> Stages, bool Owed = false, bool Open = false, Lateness Late = Lateness.None, OpinionAge? Age = null)
{
    private static readonly FrozenSet<OpinionStage> Any = Enum.GetValues<OpinionStage>().ToFrozenSet();

    /// <summary>收集: all of them.</summary>
    public static Measure Collected { get; } = new("collected", Any);

    /// <summary>转交: of those, the ones on their way or further; withdrawn and returned ones are not.</summary>
    public static Measure Forwarded { get; } = new("forwarded", Of(OpinionStage.Forwarded, Answered, FedBack));

    /// <summary>答复: of those forwarded, the ones whose latest round has an answer.</summary>
    public static Measure AnsweredOnes { get; } = new("answered", Of(Answered, FedBack));

    /// <summary>反馈: of those answered, the ones whose voter was told.</summary>
    public static Measure FedBackOnes { get; } = new("fed-back", Of(FedBack));

    /// <summary>待反馈: an answer or an explanation exists and the voter has not been told.</summary>
    public static Measure AwaitingFeedback { get; } = new("awaiting-feedback", Any, Owed: true);

    /// <summary>待反馈, because an answer exists.</summary>
    public static Measure AnswerToTell { get; } = new("answer-to-tell", Of(Answered), Owed: true);

    /// <summary>待反馈, because an explanation exists, or the lead of a merged one has its result.</summary>
    public static Measure ExplanationToTell { get; } = new("explanation-to-tell", Of(OpinionStage.Explained, OpinionStage.OutOfScope, OpinionStage.Merged), Owed: true);

    /// <summary>逾期: past the clock that runs, of either kind.</summary>
    public static Measure Overdue { get; } = new("overdue", Any, Late: Lateness.Overdue);

    /// <summary>严重逾期: past twice the limit. Part of 逾期.</summary>
    public static Measure GravelyOverdue { get; } = new("gravely-overdue", Any, Late: Lateness.GravelyOverdue);

    /// <summary>答复逾期: the organ is late.</summary>
    public static Measure AnswerOverdue { get; } = new("answer-overdue", Of(OpinionStage.Forwarded), Late: Lateness.Overdue);

    /// <summary>反馈逾期: the voter has waited too long.</summary>
    public static Measure FeedbackOverdue { get; } = new("feedback-overdue", Any, Owed: true, Late: Lateness.Overdue);

    /// <summary>待转交.</summary>
    public static Measure ToForward { get; } = new("to-forward", Of(OpinionStage.Collected));

    /// <summary>待答复.</summary>
    public static Measure AwaitingAnswer { get; } = new("awaiting-answer", Of(OpinionStage.Forwarded));

    /// <summary>当场解释.</summary>
    public static Measure Explained { get; } = new("explained", Of(OpinionStage.Explained));

    /// <summary>超出范围.</summary>
    public static Measure OutOfScope { get; } = new("out-of-scope", Of(OpinionStage.OutOfScope));

    /// <summary>并案.</summary>
    public static Measure Merged { get; } = new("merged", Of(OpinionStage.Merged));

    /// <summary>未办结: everything not fed back and not otherwise closed.</summary>
    public static Measure Outstanding { get; } = new("outstanding", Any, Open: true);

    /// <summary>未办结, collected less than 7 days ago.</summary>
    public static Measure OutstandingUnderAWeek { get; } = new("outstanding-under-a-week", Any, Open: true, Age: OpinionAge.UnderAWeek);

    /// <summary>未办结, collected 7 to 30 days ago.</summary>
    public static Measure OutstandingUpToAMonth { get; } = new("outstanding-up-to-a-month", Any, Open: true, Age: OpinionAge.UpToAMonth);

    /// <summary>未办结, collected more than 30 days ago.</summary>
    public static Measure OutstandingLonger { get; } = new("outstanding-longer", Any, Open: true, Age: OpinionAge.Longer);

    /// <summary>What years are counted and closed by.</summary>
    public static IReadOnlyList<Measure> All { get; } =
    [
        Collected, Forwarded, AnsweredOnes, FedBackOnes, AwaitingFeedback, AnswerToTell, ExplanationToTell, Overdue, GravelyOverdue, AnswerOverdue, FeedbackOverdue,
        ToForward, AwaitingAnswer, Explained, OutOfScope, Merged, Outstanding,
    ];

    /// <summary>未办结 by how long ago it was collected: the parts add up to it. They are for whoever looks today, and stand in no year's book.</summary>
    public static IReadOnlyList<Measure> ByAge { get; } = [OutstandingUnderAWeek, OutstandingUpToAMonth, OutstandingLonger];

    /// <summary>The measure of a key; null where there is none.</summary>
    public static Measure? Find(string key) => All.Concat(ByAge).FirstOrDefault(measure => measure.Key == key);

    /// <summary>Whether it counts an opinion that stands so.</summary>
    public bool Counts(Standing standing) =>
        Stages.Contains(standing.Stage) && (!Owed || standing.Owed) && (!Open || standing.Open) && standing.Late >= Late && (Age is null || standing.Age == Age);

    private static FrozenSet<OpinionStage> Of(params OpinionStage[] stages) => stages.ToFrozenSet();
}

public enum Lateness
{
    None = 0,
    Overdue,
    GravelyOverdue,
}

/// <summary>How long ago an opinion was collected, in days of the district.</summary>
public enum OpinionAge
{
    /// <summary>0 to 6 days.</summary>
    UnderAWeek = 0,

    /// <summary>7 to 30 days.</summary>
    UpToAMonth,

    /// <summary>31 days and more.</summary>
    Longer,
}

/// <summary>All that a measure asks of an opinion, on one day.</summary>
public readonly record struct Standing(OpinionStage Stage, bool Owed, bool Open, Lateness Late, OpinionAge Age = OpinionAge.UnderAWeek)
{
    private const int DaysInWeek = 7;
    private const int DaysInMonth = 30;

    /// <summary>How an opinion stands on a day. Due on the 10th is overdue on the 11th.</summary>
    public static Standing Of(Opinion opinion, DateOnly today) => new(
        opinion.Stage,
        opinion.AwaitingFeedbackSince is not null,
        opinion.ConcludedOn is null,
        LatenessOf(opinion.DueOn, opinion.GravelyDueOn, today),
        AgeOf(opinion.CollectedOn, today));

    public static Lateness LatenessOf(DateOnly? dueOn, DateOnly? gravelyDueOn, DateOnly today) =>
        gravelyDueOn < today ? Lateness.GravelyOverdue : dueOn < today ? Lateness.Overdue : Lateness.None;

    public static OpinionAge AgeOf(DateOnly collectedOn, DateOnly today)
    {
        var (week, month) = AgesFrom(today);
        return collectedOn >= week ? OpinionAge.UnderAWeek : collectedOn >= month ? OpinionAge.UpToAMonth : OpinionAge.Longer;
    }

    /// <summary>The first days of collection that are still <see cref="OpinionAge.UnderAWeek"/> and <see cref="OpinionAge.UpToAMonth"/>, for a database that compares days.</summary>
    public static (DateOnly UnderAWeek, DateOnly UpToAMonth) AgesFrom(DateOnly today) => (today.AddDays(1 - DaysInWeek), today.AddDays(-DaysInMonth));
}
