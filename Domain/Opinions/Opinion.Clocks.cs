using VoterLiaison.Domain.Rules;

namespace VoterLiaison.Domain.Opinions;

public sealed partial class Opinion
{
    /// <summary>Who enters what the calendar does.</summary>
    public const string TheCalendar = "系统";

    /// <summary>The clock that runs now; the two are never mixed, and at most one runs.</summary>
    public Clock? RunningClock(ClockLimits limits) =>
        AwaitingFeedbackSince is { } owedSince ? Clock.OnFeedback(owedSince, limits)
        : Stage is OpinionStage.Forwarded && CurrentForwarding is { } forwarding ? Clock.OnAnswer(forwarding, limits)
        : null;

    /// <summary>Sets the due days anew; also used when the office changes its limits.</summary>
    public void SetClock(ClockLimits limits)
    {
        var clock = RunningClock(limits);
        if (clock?.DueOn != DueOn)
        {
            LatenessNoted = Lateness.None;
        }

        DueOn = clock?.DueOn;
        GravelyDueOn = clock?.GravelyDueOn;
    }

    /// <summary>逾期、严重逾期: enters in the history that it became so, once for each, with the day it became so.</summary>
    /// <remarks>The history says what was known: a reply that came in time and is recorded later stands behind it with its own day.</remarks>
    /// <param name="today">The day in the district on which this is looked at.</param>
    /// <param name="stamp">When it is entered, and the limits in force.</param>
    public void NoteLateness(DateOnly today, Stamp stamp)
    {
        if (LatenessNoted < Lateness.Overdue && DueOn < today)
        {
            EnterLateness(Lateness.Overdue, DueOn.Value, stamp);
        }

        if (LatenessNoted < Lateness.GravelyOverdue && GravelyDueOn < today)
        {
            EnterLateness(Lateness.GravelyOverdue, GravelyDueOn.Value, stamp);
        }
    }

    /// <summary>催办: reminds whoever owes word now, the organ or the deputy. Once a day at most.</summary>
    /// <param name="whom">Who was reminded, as the history shall name them.</param>
    /// <param name="note">What was said.</param>
    /// <param name="on">The day.</param>
    /// <param name="stamp">Who enters it, and when.</param>
    /// <exception cref="RuleBrokenException">No clock runs, or it was done today already.</exception>
    public void Urge(string whom, string note, DateOnly on, Stamp stamp)
    {
        Require(OpinionAct.Urge, on, stamp);
        Rule.Require(UrgedOn is null || on > UrgedOn, $"{UrgedOn:M月d日}已经催办过，同一天不重复催办。");
        UrgedOn = on;
        Urgings++;
        Enter(OpinionAct.Urge, on, string.IsNullOrWhiteSpace(note) ? $"催办{whom}。" : $"催办{whom}：{note.Trim()}", stamp);
    }

    /// <summary>重点督办: a person decided that it is watched with priority.</summary>
    /// <exception cref="RuleBrokenException">It is supervised or concluded already, it travels with a lead, or nobody decided, or no reason is given.</exception>
    public void Supervise(string decidedBy, string reason, DateOnly on, Stamp stamp)
    {
        Require(OpinionAct.Supervise, on, stamp);
        var decided = Rule.Written(decidedBy, "重点督办要由人决定，请写明由谁决定。");
        var why = Rule.Written(reason, "请写明为什么重点督办。");
        SupervisedSince = on;
        SupervisionDecidedBy = decided;
        Enter(OpinionAct.Supervise, on, $"{decided}决定：{why}", stamp);
    }

    /// <summary>撤销督办.</summary>
    /// <exception cref="RuleBrokenException">It is not supervised, the day is before it was, or no reason is given.</exception>
    public void EndSupervision(string reason, DateOnly on, Stamp stamp)
    {
        Require(OpinionAct.EndSupervision, on, stamp);
        Rule.Require(on >= SupervisedSince, $"{SupervisedSince:yyyy-MM-dd}才列为重点督办，日期不能更早。");
        var why = Rule.Written(reason, "请写明为什么撤销督办。");
        SupervisedSince = null;
        SupervisionDecidedBy = null;
        Enter(OpinionAct.EndSupervision, on, why, stamp);
    }

    /// <summary>约定回看: on which day somebody looks whether the promise was kept; null when there is nothing more to look for.</summary>
    /// <exception cref="RuleBrokenException">The answer promises nothing, the day is not ahead, or what was found is not said.</exception>
    public void LookAgain(DateOnly? next, string note, DateOnly on, Stamp stamp)
    {
        Require(OpinionAct.LookAgain, on, stamp);
        Rule.Require(next is null || next > on, "回看日期要在今天以后。");
        Rule.Require(next is not null || LookAgainOn is not null, "请选回看的日期。");
        var said = next is null ? Rule.Written(note, "不再回看，请写明看到的情况。") : note.Trim();
        LookAgainOn = next;
        Enter(OpinionAct.LookAgain, on, (next is null ? "不再回看。" : $"{next:yyyy-MM-dd}回看。") + said, stamp);
    }

    private static bool Promises(AnswerOutcome? outcome) => outcome is AnswerOutcome.Planned or AnswerOutcome.BeingSolved;

    /// <summary>The organ's clock stops and the voter's is about to start: what was late of the first is entered before it is forgotten.</summary>
    private void StopClock(DateOnly on, Stamp stamp)
    {
        NoteLateness(on, stamp);
        (DueOn, GravelyDueOn, LatenessNoted) = (null, null, Lateness.None);
    }

    private void EnterLateness(Lateness how, DateOnly lastDay, Stamp stamp)
    {
        var note = (how, Stage) switch
        {
            (Lateness.GravelyOverdue, OpinionStage.Forwarded) => $"应于{DueOn:yyyy-MM-dd}前答复，已过两倍期限，自{lastDay.AddDays(1):yyyy-MM-dd}起严重逾期。",
            (Lateness.GravelyOverdue, _) => $"应于{DueOn:yyyy-MM-dd}前告知选民，已过两倍期限，自{lastDay.AddDays(1):yyyy-MM-dd}起严重逾期。",
            (_, OpinionStage.Forwarded) => $"应于{lastDay:yyyy-MM-dd}前答复，没有登记答复，自{lastDay.AddDays(1):yyyy-MM-dd}起逾期。",
            _ => $"应于{lastDay:yyyy-MM-dd}前告知选民，没有登记告知，自{lastDay.AddDays(1):yyyy-MM-dd}起逾期。",
        };
        LatenessNoted = how;
        Version++;
        _history.Add(new HistoryEntry(Version, OpinionAct.FallOverdue, lastDay.AddDays(1), stamp.At, TheCalendar, Stage, note, submission: null));
    }
}
