using VoterLiaison.Domain.Rules;
using static VoterLiaison.Domain.Opinions.OpinionStory;
using static VoterLiaison.Domain.Opinions.PaperDistrict;

namespace VoterLiaison.Domain.Opinions;

/// <summary>What an opinion says to whoever writes something that cannot be, when nothing else is wrong.</summary>
public sealed class RefusalTests
{
    private static readonly DateOnly March1 = new(2026, 3, 1);
    private static readonly DateOnly March3 = new(2026, 3, 3);
    private static readonly DateOnly March4 = new(2026, 3, 4);
    private static readonly DateOnly March20 = new(2026, 3, 20);

    [Fact]
    public void A_merger_needs_another_one_that_stands_alone_and_a_reason()
    {
        var (opinion, lead) = (AnOpinion(March1), AnOpinion(March1));
        var merged = AnOpinion(March1).MergedInto(lead, March4);

        Assert.Equal("意见不能并入自己。", Refused(() => opinion.MergedInto(opinion)));
        Assert.Equal($"{merged.Number}已并入另一件，请并入它的主件。", Refused(() => opinion.MergedInto(merged)));
        Assert.Equal("请写明为什么并案。", Refused(() => opinion.MergeInto(lead, " ", March4, Entered)));
        Assert.Equal("主件不符。", Refused(() => merged.Unmerge(opinion, "不是同一件事。", March20, Entered)));
        Assert.Equal("日期不能早于并案或主件答复的日期。", Refused(() => merged.Unmerge(lead, "不是同一件事。", March3, Entered)));
        Assert.Equal("请写明为什么撤销并案。", Refused(() => merged.Unmerge(lead, "", March20, Entered)));
    }

    [Fact]
    public void A_journey_goes_forward_in_time_and_says_by_whom_and_why()
    {
        var forwarded = AnOpinion(March1).Forwarded(ForwardingChannel.BetweenSessions, March3);
        Assert.Equal("交办日期不能早于反映日期。", Refused(() => forwarded.Assigned(March1)));
        Assert.Equal("请写明理由。", Refused(() => forwarded.Withdraw(" ", March4, Entered)));
        Assert.Equal("日期不能早于反映日期。", Refused(() => forwarded.Withdraw("另有考虑。", March1, Entered)));

        var assigned = forwarded.Assigned(March4);
        Assert.Equal("同意延期的日期不能早于交办日期。", Refused(() => assigned.Extend("区政府办公室", March3, Entered)));
        Assert.Equal("延期须经交办机关同意，请写明由谁同意。", Refused(() => assigned.Extend("", March20, Entered)));
        Assert.Equal("答复日期不能早于交办日期。", Refused(() => assigned.Answered(on: March3)));
        Assert.Equal("请写明答复的内容。", Refused(() => assigned.RecordAnswer(AnswerOutcome.Solved, " ", March20, Entered)));
        Assert.Equal("答复日期不能早于反映日期。", Refused(() => AnOpinion(March1).Forwarded(ForwardingChannel.StateOrgan, March3).Answered(on: March1)));
        Assert.Equal("评价日期不能早于答复日期。", Refused(() => assigned.Answered(on: March20).RateAnswer(DeputyRating.Satisfied, March4, "", Entered)));
    }

    [Fact]
    public void Whoever_speaks_to_the_voter_says_what_and_not_before_there_is_word()
    {
        Assert.Equal("请写明怎样向选民解释。", Refused(() => AnOpinion(March1).Explain(" ", March3, null, Entered)));
        Assert.Equal("请写明选民应当找谁。", Refused(() => AnOpinion(March1).PointElsewhere("", "属于信访事项。", March3, null, Entered)));
        var answered = AnOpinion(March1).Forwarded(on: March3).Answered(on: March4);
        Assert.Equal("2026-03-04才有答复或解释，反馈日期不能更早。", Refused(() => answered.Told(on: March3)));
        Assert.Equal("请写明由谁告知选民。", Refused(() => answered.FeedBack(Telling(March20) with { GivenBy = " " }, "告知选民。", Entered)));
        Assert.Equal("评价日期不能早于反馈日期。", Refused(() => answered.Told(on: March20).Rate(VoterRating.Satisfied, March4, "", Entered)));
    }

    [Fact]
    public void Another_round_and_supervision_are_decided_by_somebody_for_a_reason()
    {
        var rated = AnOpinion(March1).Forwarded(on: March3).Answered(on: March4).Told(VoterRating.Dissatisfied, March20);
        Assert.Equal("重新办理要由人决定，请写明由谁决定。", Refused(() => rated.ForwardAgain(FactsFor(ForwardingChannel.StateOrgan, March20), " ", March20, "再办。", Entered)));
        Assert.Equal("重新办理的日期不能早于选民评价的日期。", Refused(() => rated.AgainForwarded(on: March4)));

        Assert.Equal("重点督办要由人决定，请写明由谁决定。", Refused(() => AnOpinion(March1).Supervise("", "反映的人多。", March3, Entered)));
        Assert.Equal("请写明为什么重点督办。", Refused(() => AnOpinion(March1).Supervise("联络室主任", " ", March3, Entered)));
        var supervised = AnOpinion(March1).Supervised(March4);
        Assert.Equal("2026-03-04才列为重点督办，日期不能更早。", Refused(() => supervised.EndSupervision("已经落实。", March3, Entered)));
        Assert.Equal("请写明为什么撤销督办。", Refused(() => supervised.EndSupervision("", March20, Entered)));
    }

    [Fact]
    public void Looking_again_is_for_a_day_ahead_and_ends_with_what_was_seen()
    {
        var planned = AnOpinion(March1).Forwarded(on: March3).Answered(AnswerOutcome.Planned, March4);

        Assert.Equal("回看日期要在今天以后。", Refused(() => planned.LookAgain(March20, "", March20, Entered)));
        Assert.Equal("请选回看的日期。", Refused(() => planned.LookAgain(null, "没有开工。", March20, Entered)));
        planned.LookAgain(March20.AddMonths(3), "看是否开工。", March20, Entered);
        Assert.Equal("不再回看，请写明看到的情况。", Refused(() => planned.LookAgain(null, " ", March20, Entered)));
    }

    private static string Refused(Action act) => Assert.Throws<RuleBrokenException>(act).Message;
}
