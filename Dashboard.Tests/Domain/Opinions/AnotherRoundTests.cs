using VoterLiaison.Domain.Rules;
using static VoterLiaison.Domain.Opinions.PaperDistrict;

namespace VoterLiaison.Domain.Opinions;

public sealed class AnotherRoundTests
{
    [Theory]
    [InlineData(null)]
    [InlineData(VoterRating.Satisfied)]
    [InlineData(VoterRating.MostlySatisfied)]
    [InlineData(VoterRating.NotReached)]
    public void Only_a_dissatisfied_voter_brings_another_round(VoterRating? rating) =>
        Assert.Equal(
            "选民评价为“不满意”的，才能重新办理。",
            Assert.Throws<RuleBrokenException>(() => AnOpinion().Forwarded().Answered().Told(rating).AgainForwarded()).Message);

    [Fact]
    public void Dissatisfaction_alone_brings_none_a_person_decides()
    {
        var opinion = AnOpinion().Forwarded().Answered().Told(VoterRating.Dissatisfied);
        Assert.Equal(OpinionStage.FedBack, opinion.Stage);
        Assert.Throws<RuleBrokenException>(() => opinion.ForwardAgain(FactsFor(ForwardingChannel.StateOrgan, Today), " ", Today, "", Entered));
    }

    [Fact]
    public void The_second_round_starts_from_nothing_and_the_first_stays_as_it_was()
    {
        var opinion = AnOpinion().Forwarded().Answered().Told(VoterRating.Dissatisfied).AgainForwarded();
        Assert.Equal((OpinionStage.Forwarded, 2, null, null, null), (opinion.Stage, opinion.Round, opinion.Outcome, opinion.Rating, opinion.ConcludedOn));
        Assert.Null(opinion.CurrentFeedback);
        Assert.Equal(VoterRating.Dissatisfied, opinion.Feedbacks[0].Rating);

        opinion.Assigned(new DateOnly(2026, 3, 21)).Answered(on: new DateOnly(2026, 4, 1)).Told(VoterRating.Satisfied, new DateOnly(2026, 4, 2));

        Assert.Equal((OpinionStage.FedBack, VoterRating.Satisfied, 2), (opinion.Stage, opinion.Rating, opinion.Feedbacks.Count));
    }

    [Fact]
    public void It_does_not_begin_before_the_voter_was_dissatisfied()
    {
        var opinion = AnOpinion().Forwarded().Answered().Told();
        opinion.Rate(VoterRating.Dissatisfied, new DateOnly(2026, 3, 20), "", Entered);
        Assert.Throws<RuleBrokenException>(() => opinion.AgainForwarded(on: new DateOnly(2026, 3, 19)));
        Assert.Equal(2, opinion.AgainForwarded(on: new DateOnly(2026, 3, 20)).Round);
    }

    [Fact]
    public void A_second_round_that_was_taken_back_is_open_again_and_may_be_merged_and_parted()
    {
        var opinion = AnOpinion().Forwarded().Answered().Told(VoterRating.Dissatisfied).AgainForwarded();
        opinion.Withdraw("另有考虑。", new DateOnly(2026, 3, 25), Entered);
        Assert.Equal((OpinionStage.Collected, null), (opinion.Stage, opinion.ConcludedOn));

        var lead = AnOpinion();
        opinion.MergedInto(lead, new DateOnly(2026, 3, 26));
        opinion.Unmerge(lead, "不是同一件事。", Today, Entered);

        Assert.Equal(2, opinion.Forwarded(on: Today).Round);
    }
}
