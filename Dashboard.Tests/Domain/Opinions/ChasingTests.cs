using VoterLiaison.Domain.Rules;
using static VoterLiaison.Domain.Opinions.PaperDistrict;

namespace VoterLiaison.Domain.Opinions;

/// <summary>What the calendar and the office do about what is owed.</summary>
public sealed class ChasingTests
{
    private static readonly DateOnly March3 = new(2026, 3, 3);
    private static readonly DateOnly DueOn = March3.AddDays(30);

    [Fact]
    public void On_the_day_it_is_due_nothing_is_late_and_on_the_next_it_stands_in_the_history()
    {
        var opinion = AnOpinion().Forwarded(on: March3);

        opinion.NoteLateness(DueOn, EnteredOn(DueOn));
        Assert.Equal(2, opinion.History.Count);

        opinion.NoteLateness(DueOn.AddDays(1), EnteredOn(DueOn.AddDays(1)));
        Assert.Equal((OpinionAct.FallOverdue, DueOn.AddDays(1), "系统", OpinionStage.Forwarded), (opinion.History[^1].Act, opinion.History[^1].On, opinion.History[^1].By, opinion.History[^1].Stage));
        Assert.Equal("应于2026-04-02前答复，没有登记答复，自2026-04-03起逾期。", opinion.History[^1].Note);
    }

    [Fact]
    public void Whoever_looks_a_year_later_enters_both_days_it_became_so()
    {
        var opinion = AnOpinion().Forwarded(on: March3);

        opinion.NoteLateness(March3.AddYears(1), EnteredOn(March3.AddYears(1)));

        Assert.Equal([DueOn.AddDays(1), March3.AddDays(61)], opinion.History.Where(entry => entry.Act is OpinionAct.FallOverdue).Select(entry => entry.On));
        Assert.Equal(Lateness.GravelyOverdue, opinion.LatenessNoted);
    }

    [Fact]
    public void An_answer_that_came_too_late_stands_behind_the_day_it_was_missed()
    {
        var opinion = AnOpinion().Forwarded(on: March3);

        opinion.RecordAnswer(AnswerOutcome.Solved, "已修复。", DueOn.AddDays(5), EnteredOn(DueOn.AddDays(5)));

        Assert.Equal([OpinionAct.Collect, OpinionAct.Forward, OpinionAct.FallOverdue, OpinionAct.Answer], opinion.History.Select(entry => entry.Act));
        Assert.Equal(Lateness.None, opinion.LatenessNoted);
    }

    [Fact]
    public void An_answer_in_time_that_is_only_recorded_late_was_never_late()
    {
        var opinion = AnOpinion().Forwarded(on: March3);

        opinion.RecordAnswer(AnswerOutcome.Solved, "已修复。", DueOn, EnteredOn(DueOn.AddDays(5)));

        Assert.DoesNotContain(opinion.History, entry => entry.Act is OpinionAct.FallOverdue);
    }

    [Fact]
    public void The_voters_clock_has_its_own_day()
    {
        var opinion = AnOpinion().Forwarded(on: March3);
        opinion.RecordAnswer(AnswerOutcome.Solved, "已修复。", DueOn.AddDays(5), EnteredOn(DueOn.AddDays(5)));

        opinion.NoteLateness(DueOn.AddDays(21), EnteredOn(DueOn.AddDays(21)));

        Assert.Equal("应于2026-04-22前告知选民，没有登记告知，自2026-04-23起逾期。", opinion.History[^1].Note);
    }

    [Fact]
    public void An_extension_moves_the_day_and_what_was_late_before_stays_in_the_history()
    {
        var opinion = AnOpinion().Forwarded(ForwardingChannel.BetweenSessions, March3).Assigned(March3);
        var late = new DateOnly(2026, 6, 4);
        opinion.NoteLateness(late, EnteredOn(late));

        opinion.Extend("区政府办公室", late, EnteredOn(late));
        opinion.NoteLateness(new DateOnly(2026, 9, 4), EnteredOn(new DateOnly(2026, 9, 4)));

        Assert.Equal([late, new DateOnly(2026, 9, 4)], opinion.History.Where(entry => entry.Act is OpinionAct.FallOverdue).Select(entry => entry.On));
    }

    [Fact]
    public void One_is_reminded_once_a_day_and_only_while_something_is_owed()
    {
        var opinion = AnOpinion().Forwarded(on: March3);

        opinion.Urge("区城管委", "请尽快答复。", Today, Entered);

        Assert.Equal((1, Today, "催办区城管委：请尽快答复。"), (opinion.Urgings, opinion.UrgedOn, opinion.History[^1].Note));
        Assert.Equal($"{Today:M月d日}已经催办过，同一天不重复催办。", Assert.Throws<RuleBrokenException>(() => opinion.Urge("区城管委", "", Today, Entered)).Message);
        Assert.Equal("尚未交办，不计答复期限，请先交办。", AnOpinion().Forwarded(ForwardingChannel.BetweenSessions).WhyNot(OpinionAct.Urge));
    }

    [Fact]
    public void A_person_decides_what_is_supervised_and_why()
    {
        var opinion = AnOpinion().Forwarded(on: March3);

        Assert.Throws<RuleBrokenException>(() => opinion.Supervise(" ", "反映的人多。", Today, Entered));
        Assert.Throws<RuleBrokenException>(() => opinion.Supervise("联络室主任", " ", Today, Entered));
        opinion.Supervise("联络室主任", "反映的人多。", Today, Entered);
        Assert.Equal((Today, "联络室主任", "联络室主任决定：反映的人多。"), (opinion.SupervisedSince, opinion.SupervisionDecidedBy, opinion.History[^1].Note));

        opinion.EndSupervision("已经落实。", Today, Entered);
        Assert.Null(opinion.SupervisedSince);
    }

    [Fact]
    public void A_promise_gets_a_day_ahead_on_which_somebody_looks_again()
    {
        var opinion = AnOpinion().Forwarded(on: March3).Answered(AnswerOutcome.Planned);

        Assert.Throws<RuleBrokenException>(() => opinion.LookAgain(Today, "", Today, Entered));
        opinion.LookAgain(Today.AddMonths(3), "看是否开工。", Today, Entered);
        Assert.Equal(Today.AddMonths(3), opinion.LookAgainOn);

        Assert.Throws<RuleBrokenException>(() => opinion.LookAgain(null, " ", Today, Entered));
        opinion.LookAgain(null, "已经开工。", Today, Entered);
        Assert.Equal((null, "不再回看。已经开工。"), (opinion.LookAgainOn, opinion.History[^1].Note));
    }

    [Fact]
    public void What_was_solved_after_all_needs_no_second_look()
    {
        var opinion = AnOpinion().Forwarded(on: March3).Answered(AnswerOutcome.Planned);
        opinion.LookAgain(Today.AddMonths(3), "看是否开工。", Today, Entered);

        opinion.Supplement(AnswerOutcome.Solved, "已完工。", Today, Entered);

        Assert.Null(opinion.LookAgainOn);
        Assert.Equal("只有“列入计划”和“正在解决”的，才约定回看日期。", opinion.WhyNot(OpinionAct.LookAgain));
    }
}
