using VoterLiaison.Domain.Rules;
using static VoterLiaison.Domain.Opinions.OpinionStory;
using static VoterLiaison.Domain.Opinions.PaperDistrict;

namespace VoterLiaison.Domain.Opinions;

public sealed class TellingTests
{
    private static readonly DateOnly March12 = new(2026, 3, 12);

    [Theory]
    [InlineData(AnswerOutcome.Solved, false)]
    [InlineData(AnswerOutcome.BeingSolved, false)]
    [InlineData(AnswerOutcome.Planned, true)]
    [InlineData(AnswerOutcome.CannotSolveForNow, true)]
    [InlineData(AnswerOutcome.ForReference, true)]
    [InlineData(AnswerOutcome.BeyondPower, true)]
    public void What_cannot_be_solved_for_now_is_told_with_an_explanation(AnswerOutcome outcome, bool owed)
    {
        var opinion = AnOpinion().Forwarded().Answered(outcome);
        Assert.Equal(owed, opinion.OwesExplanation);
        if (owed)
        {
            Assert.Equal("问题暂时不能解决的，要向选民解释说明，请写下怎样解释。", Assert.Throws<RuleBrokenException>(() => opinion.Told(explanation: " ")).Message);
            opinion.Told();
        }
        else
        {
            opinion.Told(explanation: "");
        }

        Assert.Equal((OpinionStage.FedBack, March12, null), (opinion.Stage, opinion.ConcludedOn, opinion.AwaitingFeedbackSince));
    }

    [Fact]
    public void Answered_is_not_yet_concluded()
    {
        var opinion = AnOpinion().Forwarded().Answered();
        Assert.Equal((null, new DateOnly(2026, 3, 10)), (opinion.ConcludedOn, opinion.AwaitingFeedbackSince));
    }

    [Fact]
    public void The_voter_is_not_told_before_there_was_an_answer_nor_tomorrow_nor_by_nobody()
    {
        var opinion = AnOpinion().Forwarded().Answered();
        Assert.Throws<RuleBrokenException>(() => opinion.Told(on: new DateOnly(2026, 3, 9)));
        Assert.Throws<RuleBrokenException>(() => opinion.Told(on: Today.AddDays(1)));
        Assert.Throws<RuleBrokenException>(() => opinion.FeedBack(Telling(March12) with { GivenBy = "" }, "", Entered));
        Assert.Equal(OpinionStage.Answered, opinion.Stage);
    }

    [Fact]
    public void An_explanation_may_be_told_in_the_same_act()
    {
        var opinion = AnOpinion().Explained(Telling(March12, VoterRating.Satisfied));
        Assert.Equal((OpinionStage.Explained, March12, VoterRating.Satisfied), (opinion.Stage, opinion.ConcludedOn, opinion.Rating));
        Assert.Equal([OpinionAct.Collect, OpinionAct.Explain, OpinionAct.FeedBack], opinion.History.Select(entry => entry.Act));
    }

    [Fact]
    public void Or_it_remains_owed()
    {
        var opinion = AnOpinion().Explained();
        Assert.Equal((null, new DateOnly(2026, 3, 3)), (opinion.ConcludedOn, opinion.AwaitingFeedbackSince));

        opinion.Told();

        Assert.Equal((OpinionStage.Explained, March12), (opinion.Stage, opinion.ConcludedOn));
    }

    [Fact]
    public void What_is_out_of_scope_points_somewhere_and_says_why()
    {
        Assert.Throws<RuleBrokenException>(() => AnOpinion().PointElsewhere("", "属于信访事项。", Today, null, Entered));
        Assert.Throws<RuleBrokenException>(() => AnOpinion().PointElsewhere("区信访办", "", Today, null, Entered));
        Assert.Throws<RuleBrokenException>(() => AnOpinion().Explain("", Today, null, Entered));

        var opinion = AnOpinion().PointedElsewhere();
        Assert.Equal(("区信访办", "属于信访事项。"), (opinion.PointedTo, opinion.Explanation));
        Assert.NotNull(opinion.AwaitingFeedbackSince);
    }

    [Fact]
    public void Two_acts_of_one_click_are_done_both_or_not_at_all()
    {
        var opinion = AnOpinion();
        Assert.Throws<RuleBrokenException>(() => opinion.Explained(Telling(March2))); // told before it was explained
        Assert.Throws<RuleBrokenException>(() => opinion.PointedElsewhere(Telling(March12) with { GivenBy = "" }));
        Assert.Equal((OpinionStage.Collected, null, null, 1), (opinion.Stage, opinion.Explanation, opinion.AwaitingFeedbackSince, opinion.Version));
    }

    [Fact]
    public void A_voter_rates_once_and_after_being_told()
    {
        var opinion = AnOpinion().Forwarded().Answered().Told();
        Assert.Throws<RuleBrokenException>(() => opinion.Rate(VoterRating.Satisfied, new DateOnly(2026, 3, 11), "", Entered));
        opinion.Rate(VoterRating.Satisfied, March12, "", Entered);
        Assert.Equal("选民已经评价过了。", Assert.Throws<RuleBrokenException>(() => opinion.Rate(VoterRating.Dissatisfied, Today, "", Entered)).Message);
    }

    [Fact]
    public void A_voter_who_was_not_reached_may_rate_later()
    {
        var opinion = AnOpinion().Forwarded().Answered().Told(VoterRating.NotReached);
        opinion.Rate(VoterRating.MostlySatisfied, Today, "", Entered);
        Assert.Equal((VoterRating.MostlySatisfied, Today), (opinion.Rating, opinion.CurrentFeedback!.RatedOn));
    }
}
