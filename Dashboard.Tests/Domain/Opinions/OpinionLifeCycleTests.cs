using VoterLiaison.Domain.Rules;
using static VoterLiaison.Domain.Opinions.OpinionAct;
using static VoterLiaison.Domain.Opinions.OpinionStage;
using static VoterLiaison.Domain.Opinions.OpinionStory;
using static VoterLiaison.Domain.Opinions.PaperDistrict;

namespace VoterLiaison.Domain.Opinions;

/// <summary>Every act in every stage, on the opinion itself. The table is written from the Measures, not from the code.</summary>
public sealed class OpinionLifeCycleTests
{
    private static readonly Dictionary<(OpinionStage Stage, OpinionAct Act), OpinionStage> Allowed = new()
    {
        [(Collected, Forward)] = OpinionStage.Forwarded,
        [(Collected, Explain)] = OpinionStage.Explained,
        [(Collected, PointElsewhere)] = OutOfScope,
        [(Collected, Merge)] = Merged,

        [(OpinionStage.Forwarded, Assign)] = OpinionStage.Forwarded,
        [(OpinionStage.Forwarded, Extend)] = OpinionStage.Forwarded,
        [(OpinionStage.Forwarded, AnswerBeside)] = OpinionStage.Forwarded,
        [(OpinionStage.Forwarded, OpinionAct.Answer)] = OpinionStage.Answered,
        [(OpinionStage.Forwarded, Withdraw)] = Collected,
        [(OpinionStage.Forwarded, Return)] = Collected,

        [(OpinionStage.Answered, AnswerBeside)] = OpinionStage.Answered,
        [(OpinionStage.Answered, Supplement)] = OpinionStage.Answered,
        [(OpinionStage.Answered, RateAnswer)] = OpinionStage.Answered,
        [(OpinionStage.Answered, FeedBack)] = FedBack,

        [(FedBack, AnswerBeside)] = FedBack,
        [(FedBack, Supplement)] = FedBack,
        [(FedBack, RateAnswer)] = FedBack,
        [(FedBack, Rate)] = FedBack,
        [(FedBack, ForwardAgain)] = OpinionStage.Forwarded,

        [(OpinionStage.Explained, FeedBack)] = OpinionStage.Explained,
        [(OpinionStage.Explained, Rate)] = OpinionStage.Explained,

        [(OutOfScope, FeedBack)] = OutOfScope,
        [(OutOfScope, Rate)] = OutOfScope,

        [(Merged, HearFromLead)] = Merged,
        [(Merged, FeedBack)] = Merged,
        [(Merged, Rate)] = Merged,
        [(Merged, Unmerge)] = Collected,
    };

    public static TheoryData<OpinionStage, OpinionAct> EveryActInEveryStage => [.. from stage in Enum.GetValues<OpinionStage>() from act in Enum.GetValues<OpinionAct>() where act is not (TakeIn or LetGo) select (stage, act)];

    [Theory]
    [MemberData(nameof(EveryStage))]
    public void Others_may_travel_with_it_in_any_stage_unless_it_travels_with_another_itself(OpinionStage stage)
    {
        OpinionStage? after = stage is Merged ? null : stage;

        Assert.Equal((after, after), (OpinionLifeCycle.After(stage, TakeIn), OpinionLifeCycle.After(stage, LetGo)));
    }

    public static TheoryData<OpinionStage> EveryStage => [.. Enum.GetValues<OpinionStage>()];

    [Theory]
    [MemberData(nameof(EveryActInEveryStage))]
    public void An_act_leads_where_the_Measures_say_or_is_refused_with_a_sentence(OpinionStage stage, OpinionAct act)
    {
        var lead = AnOpinion().Forwarded().Answered();
        var opinion = InStage(stage, act, lead);
        Assert.Equal(stage, opinion.Stage);

        if (act is NameDeputies or Categorise or Concern or EraseVoters)
        {
            opinion.Do(act, Today, lead, Entered);
            Assert.Equal(stage, opinion.Stage);
        }
        else if (Allowed.TryGetValue((stage, act), out var next))
        {
            Assert.Null(opinion.WhyNot(act));
            var before = opinion.History.Count;
            opinion.Do(act, Today, lead, Entered);
            Assert.Equal((next, act, next), (opinion.Stage, opinion.History[before].Act, opinion.History[before].Stage));
        }
        else
        {
            AssertRefused(opinion, act, lead);
        }
    }

    private static void AssertRefused(Opinion opinion, OpinionAct act, Opinion lead)
    {
        var version = opinion.Version;
        var sentence = opinion.WhyNot(act);
        Assert.Matches(@"^\p{IsCJKUnifiedIdeographs}.{4,}。$", sentence);
        if (act is not Collect)
        {
            Assert.Equal(sentence, Assert.Throws<RuleBrokenException>(() => opinion.Do(act, Today, lead, Entered)).Message);
            Assert.Equal(version, opinion.Version);
        }
    }

    /// <summary>In the stage, with whatever else the act asks for: so that nothing but the stage can refuse it.</summary>
    private static Opinion InStage(OpinionStage stage, OpinionAct act, Opinion lead) => stage switch
    {
        Collected => AnOpinion(),
        OpinionStage.Forwarded when act is Assign => AnOpinion().Forwarded(ForwardingChannel.BetweenSessions),
        OpinionStage.Forwarded => OnItsWay(),
        OpinionStage.Answered => OnItsWay().Answered(),
        FedBack => OnItsWay().Answered().Told(act is Rate ? null : VoterRating.Dissatisfied),
        OpinionStage.Explained => AnOpinion().Explained(act is Rate ? Telling(Today) : null),
        OutOfScope => AnOpinion().PointedElsewhere(act is Rate ? Telling(Today) : null),
        Merged when act is Rate => AnOpinion().MergedInto(lead).Told(on: Today),
        Merged => AnOpinion().MergedInto(lead),
    };

    private static Opinion OnItsWay() => AnOpinion().Forwarded(ForwardingChannel.BetweenSessions).Assigned();
}
