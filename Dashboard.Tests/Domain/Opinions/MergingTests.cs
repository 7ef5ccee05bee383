using VoterLiaison.Domain.Rules;
using static VoterLiaison.Domain.Opinions.OpinionStory;
using static VoterLiaison.Domain.Opinions.PaperDistrict;

namespace VoterLiaison.Domain.Opinions;

public sealed class MergingTests
{
    private static readonly DateOnly March5 = new(2026, 3, 5);
    private static readonly DateOnly March10 = new(2026, 3, 10);

    [Fact]
    public void A_merged_opinion_waits_with_its_lead()
    {
        var lead = AnOpinion();
        var opinion = AnOpinion().MergedInto(lead);

        Assert.Equal((OpinionStage.Merged, March5, null), (opinion.Stage, opinion.ConcludedOn, opinion.AwaitingFeedbackSince));
        Assert.Equal((lead.Id, 1), (opinion.LeadOpinionId, lead.Followers));
        Assert.Equal("主件还没有答复，没有可以告诉选民的。", opinion.WhyNot(OpinionAct.FeedBack));
    }

    [Fact]
    public void The_leads_history_says_who_travels_with_it_and_who_no_longer_does()
    {
        var lead = AnOpinion();
        var opinion = AnOpinion().MergedInto(lead);
        opinion.Unmerge(lead, "不是同一件事。", March10, Entered);

        Assert.Equal(
            [(OpinionAct.Collect, 1), (OpinionAct.TakeIn, 2), (OpinionAct.LetGo, 3)],
            lead.History.Select(entry => (entry.Act, entry.Sequence)));
        Assert.Contains($"{opinion.Number}并入本件", lead.History[1].Note, StringComparison.Ordinal);
    }

    [Fact]
    public void It_cannot_be_merged_before_its_lead_was_collected() => Assert.Throws<RuleBrokenException>(() =>
        AnOpinion(March5).MergedInto(AnOpinion(March10), new DateOnly(2026, 3, 8)));

    [Fact]
    public void When_the_lead_is_answered_its_voters_are_owed_word_too()
    {
        var lead = AnOpinion();
        var opinion = AnOpinion().MergedInto(lead);
        lead.Forwarded().Answered();

        opinion.HearFromLead(lead, March10, Entered);

        Assert.Equal((null, March10), (opinion.ConcludedOn, opinion.AwaitingFeedbackSince));
        opinion.Told();
        Assert.Equal((OpinionStage.Merged, new DateOnly(2026, 3, 12)), (opinion.Stage, opinion.ConcludedOn));
        Assert.Equal("已经告诉选民了。", opinion.WhyNot(OpinionAct.FeedBack));
    }

    [Fact]
    public void What_the_lead_cannot_have_for_now_is_explained_to_the_merged_ones_voters_as_well()
    {
        var opinion = AnOpinion().MergedInto(AnOpinion().Forwarded().Answered(AnswerOutcome.CannotSolveForNow));
        Assert.True(opinion.OwesExplanation);
        Assert.Throws<RuleBrokenException>(() => opinion.Told(explanation: ""));
    }

    [Fact]
    public void Merged_into_one_that_was_answered_already_it_is_owed_word_at_once()
    {
        var answeredLater = AnOpinion().MergedInto(AnOpinion().Forwarded().Answered(), March5);
        Assert.Equal(March10, answeredLater.AwaitingFeedbackSince);

        var mergedLater = AnOpinion().MergedInto(AnOpinion().Forwarded().Answered().Told(), new DateOnly(2026, 4, 1));
        Assert.Equal(new DateOnly(2026, 4, 1), mergedLater.AwaitingFeedbackSince);
    }

    [Fact]
    public void Merged_into_one_that_was_explained_it_is_owed_word_at_once()
    {
        Assert.NotNull(AnOpinion().MergedInto(AnOpinion().Explained()).AwaitingFeedbackSince);
        Assert.NotNull(AnOpinion().MergedInto(AnOpinion().PointedElsewhere(Telling(Today))).AwaitingFeedbackSince);
    }

    [Fact]
    public void Who_waits_already_waits_since_then_whatever_more_the_lead_hears()
    {
        var lead = AnOpinion().Forwarded().Answered().Told(VoterRating.Dissatisfied);
        var opinion = AnOpinion().MergedInto(lead, new DateOnly(2026, 3, 15));
        lead.AgainForwarded(ForwardingChannel.StateOrgan).Answered(on: new DateOnly(2026, 4, 20));

        opinion.HearFromLead(lead, new DateOnly(2026, 4, 20), Entered);

        Assert.Equal(new DateOnly(2026, 3, 15), opinion.AwaitingFeedbackSince);
    }

    [Fact]
    public void Nobody_is_owed_word_of_the_lead_before_being_merged_into_it()
    {
        var lead = AnOpinion();
        var opinion = AnOpinion().MergedInto(lead, new DateOnly(2026, 3, 20));
        lead.Forwarded().Answered();
        opinion.HearFromLead(lead, March10, Entered);
        Assert.Equal(new DateOnly(2026, 3, 20), opinion.AwaitingFeedbackSince);
    }

    [Fact]
    public void Parted_from_its_lead_it_stands_as_it_was_collected()
    {
        var lead = AnOpinion().Forwarded().Answered(AnswerOutcome.Planned);
        var opinion = AnOpinion().MergedInto(lead);

        opinion.Unmerge(lead, "不是同一件事。", Today, Entered);

        Assert.Equal((OpinionStage.Collected, null, null, null, null), (opinion.Stage, opinion.LeadOpinionId, opinion.ConcludedOn, opinion.AwaitingFeedbackSince, opinion.Outcome));
        Assert.Equal(0, lead.Followers);
        Assert.Equal(OpinionStage.Forwarded, opinion.Forwarded().Stage);
    }

    [Fact]
    public void It_cannot_be_parted_without_a_reason_before_it_was_merged_or_once_its_voters_were_told()
    {
        var lead = AnOpinion();
        var opinion = AnOpinion().MergedInto(lead);
        Assert.Throws<RuleBrokenException>(() => opinion.Unmerge(lead, " ", Today, Entered));
        Assert.Throws<RuleBrokenException>(() => opinion.Unmerge(lead, "不是同一件事。", March5.AddDays(-1), Entered));
        Assert.Throws<RuleBrokenException>(() => opinion.Unmerge(AnOpinion(), "不是同一件事。", Today, Entered));
        Assert.Equal((OpinionStage.Merged, lead.Id, 1), (opinion.Stage, opinion.LeadOpinionId, lead.Followers));

        lead.Forwarded().Answered();
        opinion.HearFromLead(lead, March10, Entered);
        opinion.Told();

        Assert.Equal("已随主件告知选民，不能撤销并案。", opinion.WhyNot(OpinionAct.Unmerge));
        Assert.Throws<RuleBrokenException>(() => opinion.Unmerge(lead, "不是同一件事。", Today, Entered));
    }

    [Fact]
    public void There_are_no_chains_and_no_circles()
    {
        var lead = AnOpinion();
        var opinion = AnOpinion().MergedInto(lead);
        Assert.Throws<RuleBrokenException>(() => AnOpinion().MergedInto(opinion));
        Assert.Throws<RuleBrokenException>(() => lead.MergedInto(AnOpinion()));
        Assert.Throws<RuleBrokenException>(() => lead.MergedInto(lead));
        Assert.Throws<RuleBrokenException>(() => AnOpinion().MergeInto(lead, "", Today, Entered));
    }
}
