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

        [(Collected, Supervise)] = Collected,
        [(OpinionStage.Forwarded, Supervise)] = OpinionStage.Forwarded,
        [(OpinionStage.Answered, Supervise)] = OpinionStage.Answered,
        [(OpinionStage.Explained, Supervise)] = OpinionStage.Explained,
        [(OutOfScope, Supervise)] = OutOfScope,

        [(OpinionStage.Forwarded, Urge)] = OpinionStage.Forwarded,
        [(OpinionStage.Answered, Urge)] = OpinionStage.Answered,
        [(OpinionStage.Explained, Urge)] = OpinionStage.Explained,
        [(OutOfScope, Urge)] = OutOfScope,
        [(Merged, Urge)] = Merged,

        [(OpinionStage.Answered, OpinionAct.LookAgain)] = OpinionStage.Answered,
        [(FedBack, OpinionAct.LookAgain)] = FedBack,

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

    public static TheoryData<OpinionStage, OpinionAct> EveryActInEveryStage => [.. from stage in Enum.GetValues<OpinionStage>() from act in Enum.GetValues<OpinionAct>() where act is not (TakeIn or LetGo or FallOverdue) select (stage, act)];

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

        if (act is NameDeputies or Categorise or Concern or PutUnderTopic or EraseVoters or EndSupervision)
        {
            opinion.Do(act, Today, lead, Entered);
            Assert.Equal(stage, opinion.Stage);
        }
        else if (Allowed.TryGetValue((stage, act), out var next))
        {
            Assert.Null(opinion.WhyNot(act));
            var before = opinion.History.Count;
            opinion.Do(act, Today, lead, Entered);
            var entry = opinion.History.Skip(before).First(entry => entry.Act is not FallOverdue); // what had become late meanwhile stands before it
            Assert.Equal((next, act, next), (opinion.Stage, entry.Act, entry.Stage));
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
        Collected => New(act),
        OpinionStage.Forwarded when act is Assign => New(act).Forwarded(ForwardingChannel.BetweenSessions),
        OpinionStage.Forwarded => OnItsWay(act),
        OpinionStage.Answered => OnItsWay(act).Answered(OutcomeFor(act)),
        FedBack => OnItsWay(act).Answered(OutcomeFor(act)).Told(act is Rate ? null : VoterRating.Dissatisfied),
        OpinionStage.Explained => New(act).Explained(act is Rate ? Telling(Today) : null),
        OutOfScope => New(act).PointedElsewhere(act is Rate ? Telling(Today) : null),
        Merged when act is Rate => New(act).MergedInto(lead).Told(on: Today),
        Merged => New(act).MergedInto(lead),
    };

    private static AnswerOutcome OutcomeFor(OpinionAct act) => act is OpinionAct.LookAgain ? AnswerOutcome.Planned : AnswerOutcome.Solved;

    private static Opinion OnItsWay(OpinionAct act) => New(act).Forwarded(ForwardingChannel.BetweenSessions).Assigned();

    private static Opinion New(OpinionAct act) => act is EndSupervision ? AnOpinion().Supervised() : AnOpinion();
}
