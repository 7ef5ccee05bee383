using VoterLiaison.Domain.Rules;
using static VoterLiaison.Domain.Opinions.PaperDistrict;

namespace VoterLiaison.Domain.Opinions;

public sealed class ForwardingTests
{
    private static readonly DateOnly March3 = new(2026, 3, 3);

    public static TheoryData<ForwardingChannel> Channels => [.. Enum.GetValues<ForwardingChannel>()];

    public static TheoryData<ForwardingFacts, string> MissingFacts => new()
    {
        { new CongressSessionFacts(" ", ProposalKind.Motion, "第12号"), "请写明是哪一次人代会。" },
        { new CongressSessionFacts("第十七届第六次会议", ProposalKind.Motion, ""), "请填写议案或建议的编号。" },
        { new BetweenSessionsFacts(BetweenSessionsWay.Suggestion, ""), "请填写建议或直通车的编号。" },
        { new CommitteeMeetingFacts(CommitteeMeetingKind.SpecialCommittee, "", March3), "请写明会议的议题。" },
        { new CommitteeMeetingFacts(CommitteeMeetingKind.SpecialCommittee, "养老", March3.AddDays(1)), "会议日期不能晚于反映日期。" },
        { new StateOrganFacts(new Handlers(Housing, Housing)), "区住房和城乡建设委员会已是主办单位，不能同时协办。" },
        { new StateOrganFacts(new Handlers(Housing, Court, Court)), "同一个协办单位写了两次。" },
        { new MunicipalDeputyFacts(Gu), "顾砚清不是市人大代表，请选择一位市人大代表。" },
    };

    [Theory]
    [MemberData(nameof(MissingFacts), DisableDiscoveryEnumeration = true)]
    public void A_channel_without_its_own_facts_is_refused(ForwardingFacts facts, string sentence)
    {
        var opinion = AnOpinion();
        Assert.Equal(sentence, Assert.Throws<RuleBrokenException>(() => opinion.Forward(facts, March3, "", Entered)).Message);
        Assert.Equal((OpinionStage.Collected, 1, 0), (opinion.Stage, opinion.Version, opinion.Forwardings.Count));
    }

    [Theory]
    [MemberData(nameof(Channels))]
    public void Each_channel_carries_its_own_facts(ForwardingChannel channel)
    {
        var journey = AnOpinion().Forwarded(channel).CurrentForwarding!;
        Assert.Equal(channel, journey.Channel);
        Assert.Equal(channel is ForwardingChannel.CongressSession, journey is { Session: "第十七届第六次会议", ProposalKind: ProposalKind.Suggestion, DocumentNumber: "第12号" });
        Assert.Equal(channel is ForwardingChannel.BetweenSessions, journey is { BetweenSessionsWay: BetweenSessionsWay.DirectLine, DocumentNumber: "直通车3号" });
        Assert.Equal(channel is ForwardingChannel.CommitteeMeeting, journey is { MeetingKind: CommitteeMeetingKind.StandingCommittee, MeetingTopic: "城市照明", MeetingHeldOn: not null });
        Assert.Equal(channel is ForwardingChannel.StateOrgan, journey.LeadOrganId == UrbanManagement.Id && journey.CoHandlerIds.SequenceEqual([Housing.Id]));
        Assert.Equal(channel is ForwardingChannel.MunicipalDeputy, journey.CityDeputyId == CityDeputy.Id);
    }

    [Fact]
    public void Nothing_is_forwarded_before_it_was_collected_nor_tomorrow()
    {
        Assert.Throws<RuleBrokenException>(() => AnOpinion().Forwarded(on: March2.AddDays(-1)));
        Assert.Throws<RuleBrokenException>(() => AnOpinion().Forwarded(on: Today.AddDays(1)));
        Assert.Equal(March2, AnOpinion().Forwarded(on: March2).CurrentForwarding!.ForwardedOn);
    }

    [Fact]
    public void What_has_to_be_assigned_is_not_answered_before()
    {
        Assert.Equal("尚未交办，没有承办单位可以答复。", Assert.Throws<RuleBrokenException>(() => AnOpinion().Forwarded(ForwardingChannel.BetweenSessions).Answered()).Message);
        Assert.Equal(OpinionStage.Answered, AnOpinion().Forwarded(ForwardingChannel.BetweenSessions).Assigned().Answered().Stage);
    }

    [Theory]
    [InlineData(ForwardingChannel.StateOrgan)]
    [InlineData(ForwardingChannel.MunicipalDeputy)]
    public void What_an_organ_or_a_city_deputy_took_at_once_is_not_assigned(ForwardingChannel channel) =>
        Assert.Equal("这一反映渠道不经交办。", Assert.Throws<RuleBrokenException>(() => AnOpinion().Forwarded(channel).Assigned()).Message);

    [Fact]
    public void It_is_assigned_once_and_not_before_it_was_forwarded()
    {
        Assert.Throws<RuleBrokenException>(() => AnOpinion().Forwarded(ForwardingChannel.CongressSession).Assigned(March2));
        Assert.Throws<RuleBrokenException>(() => AnOpinion().Forwarded(ForwardingChannel.CongressSession).Assigned().Assigned());
    }

    [Fact]
    public void The_lead_answers_and_a_co_handler_answers_beside_it()
    {
        var opinion = AnOpinion().Forwarded();
        opinion.RecordAnswerBeside(Housing, AnswerOutcome.Solved, "已配合。", March3, Entered);
        Assert.Equal(OpinionStage.Forwarded, opinion.Stage);

        opinion.Answered(AnswerOutcome.Planned);
        opinion.RecordAnswerBeside(Housing, AnswerOutcome.Solved, "补记。", Today, Entered);

        Assert.Equal(OpinionStage.Answered, opinion.Stage);
        Assert.Equal(AnswerOutcome.Planned, opinion.Outcome);
        Assert.Equal(AnswerKind.Lead, opinion.CurrentForwarding!.Standing!.Kind);
        Assert.Throws<RuleBrokenException>(() => opinion.RecordAnswerBeside(Court, AnswerOutcome.Solved, "无关。", Today, Entered));
    }

    [Fact]
    public void A_supplement_is_added_and_the_first_answer_stays()
    {
        var opinion = AnOpinion().Forwarded().Answered();
        Assert.Throws<RuleBrokenException>(() => opinion.Supplement(AnswerOutcome.Planned, "更正。", new DateOnly(2026, 3, 9), Entered));

        opinion.Supplement(AnswerOutcome.CannotSolveForNow, "更正。", new DateOnly(2026, 3, 11), Entered);

        Assert.Equal(["已修复。", "更正。"], opinion.CurrentForwarding!.Answers.Select(answer => answer.Text));
        Assert.Equal(AnswerOutcome.CannotSolveForNow, opinion.Outcome);
        Assert.True(opinion.OwesExplanation);
    }

    [Fact]
    public void An_answer_needs_words_and_a_day_on_or_after_the_journey_began()
    {
        Assert.Throws<RuleBrokenException>(() => AnOpinion().Forwarded().Answered(on: March2));
        Assert.Throws<RuleBrokenException>(() => AnOpinion().Forwarded(ForwardingChannel.BetweenSessions).Assigned().Answered(on: March3));
        Assert.Throws<RuleBrokenException>(() => AnOpinion().Forwarded().RecordAnswer(AnswerOutcome.Solved, "　", March3, Entered));
    }

    [Theory]
    [InlineData(OpinionAct.Withdraw)]
    [InlineData(OpinionAct.Return)]
    public void What_comes_back_can_be_forwarded_anew_in_the_same_round(OpinionAct cameBack)
    {
        var opinion = AnOpinion().Forwarded();
        opinion.Do(cameBack, new DateOnly(2026, 3, 9), opinion, Entered);
        Assert.Equal((OpinionStage.Collected, null, null, null), (opinion.Stage, opinion.Channel, opinion.LeadOrganId, opinion.CurrentForwarding));

        Assert.Throws<RuleBrokenException>(() => opinion.Forwarded(on: new DateOnly(2026, 3, 8))); // one journey at a time
        opinion.Forwarded(ForwardingChannel.CongressSession, new DateOnly(2026, 3, 9));

        Assert.Equal((2, 1, ForwardingChannel.CongressSession), (opinion.Forwardings.Count, opinion.Round, opinion.Channel));
    }

    [Fact]
    public void To_take_back_or_return_needs_a_reason_and_a_day_after_the_forwarding()
    {
        Assert.Throws<RuleBrokenException>(() => AnOpinion().Forwarded().Return(" ", Today, Entered));
        Assert.Throws<RuleBrokenException>(() => AnOpinion().Forwarded().Withdraw("另有考虑。", March2, Entered));
    }

    [Fact]
    public void The_deputy_rates_an_answer_once_and_only_where_it_was_assigned()
    {
        var assigned = AnOpinion().Forwarded(ForwardingChannel.BetweenSessions).Assigned().Answered();
        Assert.Throws<RuleBrokenException>(() => assigned.RateAnswer(DeputyRating.Satisfied, new DateOnly(2026, 3, 9), "", Entered));
        assigned.RateAnswer(DeputyRating.Satisfied, new DateOnly(2026, 3, 11), "", Entered);

        Assert.Throws<RuleBrokenException>(() => assigned.RateAnswer(DeputyRating.Dissatisfied, Today, "", Entered));
        Assert.Throws<RuleBrokenException>(() => AnOpinion().Forwarded().Answered().RateAnswer(DeputyRating.Satisfied, Today, "", Entered));
    }
}
