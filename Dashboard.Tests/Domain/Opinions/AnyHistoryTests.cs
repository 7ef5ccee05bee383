using CsCheck;
using static VoterLiaison.Domain.Opinions.PaperDistrict;

namespace VoterLiaison.Domain.Opinions;

/// <summary>What holds whatever clerks do.</summary>
public sealed class AnyHistoryTests
{
    private const int MostTimes = 50;

    [Fact]
    public void A_refused_act_changes_nothing() => ForAny(history => Assert.Empty(history.HalfDone));

    [Fact]
    public void History_is_numbered_without_a_gap_and_ends_where_the_opinion_stands() => ForAnyOpinion(opinion =>
    {
        Assert.Equal(Enumerable.Range(1, opinion.Version), opinion.History.Select(entry => entry.Sequence));
        Assert.Equal((OpinionAct.Collect, opinion.Stage), (opinion.History[0].Act, opinion.History[^1].Stage));
    });

    [Fact]
    public void Its_acts_told_again_lead_to_the_same_stages() => ForAnyOpinion(opinion =>
    {
        OpinionStage? stage = null;
        foreach (var entry in opinion.History)
        {
            stage = OpinionLifeCycle.After(stage, entry.Act);
            Assert.Equal(entry.Stage, stage);
        }
    });

    [Fact]
    public void Counts_nest_part_and_add_up() => ForAny(history =>
    {
        foreach (var day in new[] { Today, Today.AddMonths(3), Today.AddYears(2) })
        {
            var counts = Count(history.All, day);
            Assert.True(counts.Collected >= counts.Forwarded && counts.Forwarded >= counts.Answered && counts.Answered >= counts.FedBack);
            Assert.Equal(counts.Collected, counts.Forwarded + counts.Explained + counts.OutOfScope + counts.Merged + counts.ToForward);
            Assert.Equal(counts.Forwarded, counts.AwaitingAnswer + counts.Answered);
            Assert.Equal(counts.Overdue, counts.AnswerOverdue + counts.FeedbackOverdue);
            Assert.True(counts.GravelyOverdue <= counts.Overdue && counts.FeedbackOverdue <= counts.AwaitingFeedback && counts.AnswerOverdue <= counts.AwaitingAnswer);
            Assert.InRange(counts.Outstanding, counts.ToForward + counts.AwaitingAnswer + (counts.Answered - counts.FedBack), counts.Collected - counts.FedBack);
            Assert.True(counts.AwaitingFeedback >= counts.Answered - counts.FedBack && counts.AwaitingFeedback <= counts.Outstanding);
            Assert.Equal(counts.Outstanding, Measure.ByAge.Sum(measure => counts[measure]));
            Assert.Equal(counts, OpinionCounts.Sum(history.All.Select(opinion => Count([opinion], day))));
        }
    });

    [Fact]
    public void An_opinion_is_concluded_or_something_is_outstanding_never_both() => ForAnyOpinion(opinion =>
    {
        var outstanding = opinion.AwaitingFeedbackSince is not null || opinion.Stage is OpinionStage.Collected or OpinionStage.Forwarded or OpinionStage.Answered;
        Assert.Equal(outstanding, opinion.ConcludedOn is null);
        Assert.Equal(opinion.DueOn is null, opinion.GravelyDueOn is null);
        Assert.True(opinion.DueOn is null || outstanding);
        Assert.True(opinion.AwaitingFeedbackSince is null || opinion.DueOn == opinion.AwaitingFeedbackSince.Value.AddDays(15));
    });

    [Fact]
    public void Becoming_overdue_is_entered_once_for_each_clock_with_the_day_it_became_so() => ForAnyOpinion(opinion =>
    {
        foreach (var day in new[] { Today.AddYears(1), Today.AddYears(2) })
        {
            opinion.NoteLateness(day, EnteredOn(day));
            var entries = opinion.History.Count;
            opinion.NoteLateness(day, EnteredOn(day));

            Assert.Equal((entries, Standing.Of(opinion, day).Late), (opinion.History.Count, opinion.LatenessNoted));
            Assert.True(opinion.LatenessNoted is Lateness.None || opinion.History.Any(entry => entry.Act is OpinionAct.FallOverdue && entry.On == opinion.DueOn!.Value.AddDays(1)));
            Assert.True(opinion.LatenessNoted is not Lateness.GravelyOverdue || opinion.History.Any(entry => entry.Act is OpinionAct.FallOverdue && entry.On == opinion.GravelyDueOn!.Value.AddDays(1)));
        }
    });

    [Fact]
    public void A_lead_has_as_many_followers_as_follow_it() => ForAny(history =>
        Assert.All(history.All, lead => Assert.Equal(lead.Followers, history.All.Count(opinion => opinion.LeadOpinionId == lead.Id))));

    [Fact]
    public void Merged_voters_are_owed_word_or_were_told_once_their_lead_has_been_answered() => ForAny(history =>
        Assert.All(
            history.All.Where(opinion => opinion.Stage is OpinionStage.Merged && history.All.Single(lead => lead.Id == opinion.LeadOpinionId).HasWordForFollowers),
            opinion => Assert.True(opinion.AwaitingFeedbackSince is not null || opinion.CurrentFeedback is not null)));

    [Fact]
    public void Every_stage_and_act_comes_up()
    {
        var acts = new HashSet<OpinionAct>();
        for (var times = 0; times < MostTimes && acts.Count < Enum.GetValues<OpinionAct>().Length; times++) // a seed decides the first history alone, and some acts are rare
        {
            RandomHistory.Any.Sample(history => acts.UnionWith(history.All.SelectMany(o => o.History).Select(entry => entry.Act)), iter: 1_000, threads: 1);
        }

        Assert.Equal(Enum.GetValues<OpinionAct>(), acts.Order());
    }

    private static OpinionCounts Count(IEnumerable<Opinion> opinions, DateOnly day) => OpinionCounts.Of([.. opinions.Select(opinion => (Standing.Of(opinion, day), 1))]);

    private static void ForAny(Action<RandomHistory> holds) => RandomHistory.Any.Sample(holds, iter: 1_000);

    private static void ForAnyOpinion(Action<Opinion> holds) => ForAny(history =>
    {
        foreach (var opinion in history.All)
        {
            holds(opinion);
        }
    });
}
