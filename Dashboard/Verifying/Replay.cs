using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard.Verifying;

/// <summary>An opinion as its history alone tells it, act by act through the table of what may follow what.</summary>
/// <remarks>The history names the channel in words only, so the organ's clock is taken from the journey; the voter's follows from the acts.</remarks>
internal sealed class Replay
{
    private readonly List<string> _impossible = [];
    private readonly HashSet<DateOnly> _lateSince = [];

    public Replay(IReadOnlyList<HistoryEntry> history)
    {
        foreach (var entry in history)
        {
            Follow(entry);
        }
    }

    public OpinionStage? Stage { get; private set; }
    public DateOnly CollectedOn { get; private set; }
    public DateOnly? AwaitingFeedbackSince { get; private set; }
    public DateOnly? ConcludedOn { get; private set; }
    public DateOnly? SupervisedSince { get; private set; }
    public int Urgings { get; private set; }

    /// <summary>Since when each lateness entered for the clock that runs: the answer's are of no concern once it has come.</summary>
    public IReadOnlySet<DateOnly> LateSince => _lateSince;

    /// <summary>Entries that could not follow the ones before them, or that say another stage than they lead to.</summary>
    public IReadOnlyList<string> Impossible => _impossible;

    public Standing Standing(Clock? answerClock, ClockLimits limits, DateOnly today)
    {
        var clock = AwaitingFeedbackSince is { } since ? Clock.OnFeedback(since, limits) : Stage is OpinionStage.Forwarded ? answerClock : null;
        return new Standing(
            Stage ?? OpinionStage.Collected, AwaitingFeedbackSince is not null, ConcludedOn is null,
            Domain.Opinions.Standing.LatenessOf(clock?.DueOn, clock?.GravelyDueOn, today), Domain.Opinions.Standing.AgeOf(CollectedOn, today));
    }

    private void Follow(HistoryEntry entry)
    {
        if (OpinionLifeCycle.After(Stage, entry.Act) is not { } next)
        {
            _impossible.Add($"第{entry.Sequence}条“{entry.Act.InWords()}”不能接在{Stage?.InWords() ?? "收集之前"}之后");
            next = entry.Stage;
        }
        else if (entry.Stage != next)
        {
            _impossible.Add($"第{entry.Sequence}条“{entry.Act.InWords()}”写着{entry.Stage.InWords()}，应为{next.InWords()}");
        }

        Stage = next;
        switch (entry.Act)
        {
            case OpinionAct.Collect:
                CollectedOn = entry.On;
                break;
            case OpinionAct.Answer or OpinionAct.Explain or OpinionAct.PointElsewhere:
                AwaitingFeedbackSince = entry.On;
                _lateSince.Clear();
                break;
            case OpinionAct.FallOverdue:
                _lateSince.Add(entry.On);
                break;
            case OpinionAct.Urge:
                Urgings++;
                break;
            case OpinionAct.Supervise:
                SupervisedSince = entry.On;
                break;
            case OpinionAct.EndSupervision:
                SupervisedSince = null;
                break;
            case OpinionAct.HearFromLead:
                (AwaitingFeedbackSince, ConcludedOn) = (entry.On, null);
                break;
            case OpinionAct.FeedBack:
                (AwaitingFeedbackSince, ConcludedOn) = (null, entry.On);
                break;
            case OpinionAct.Merge:
                ConcludedOn = entry.On;
                break;
            case OpinionAct.Unmerge:
                (AwaitingFeedbackSince, ConcludedOn) = (null, null);
                break;
            case OpinionAct.ForwardAgain:
                ConcludedOn = null;
                break;
            case OpinionAct.Forward or OpinionAct.Assign or OpinionAct.Extend or OpinionAct.Withdraw or OpinionAct.Return
                or OpinionAct.TakeIn or OpinionAct.LetGo or OpinionAct.AnswerBeside or OpinionAct.Supplement or OpinionAct.Rate or OpinionAct.RateAnswer or OpinionAct.NameDeputies or OpinionAct.Categorise
                or OpinionAct.Concern or OpinionAct.EraseVoters or OpinionAct.LookAgain or OpinionAct.PutUnderTopic:
                break;
        }
    }
}
