using static VoterLiaison.Domain.Opinions.PaperDistrict;

namespace VoterLiaison.Domain.Opinions;

/// <summary>An opinion's life in a few words. Each step is the aggregate's own act, on a day of March 2026 unless a test says otherwise.</summary>
internal static class OpinionStory
{
    public static Opinion Forwarded(this Opinion opinion, ForwardingChannel channel = ForwardingChannel.StateOrgan, DateOnly? on = null)
    {
        var day = on ?? new DateOnly(2026, 3, 3);
        opinion.Forward(FactsFor(channel, day), day, "转交。", Entered);
        return opinion;
    }

    public static Opinion Assigned(this Opinion opinion, DateOnly? on = null)
    {
        opinion.Assign(LeadAndBeside, on ?? new DateOnly(2026, 3, 4), Entered);
        return opinion;
    }

    public static Opinion Answered(this Opinion opinion, AnswerOutcome outcome = AnswerOutcome.Solved, DateOnly? on = null)
    {
        opinion.RecordAnswer(outcome, "已修复。", on ?? new DateOnly(2026, 3, 10), Entered);
        return opinion;
    }

    public static Opinion Told(this Opinion opinion, VoterRating? rating = null, DateOnly? on = null, string explanation = "已当面说明。")
    {
        opinion.FeedBack(Telling(on ?? new DateOnly(2026, 3, 12), rating, explanation), "告知选民。", Entered);
        return opinion;
    }

    public static Opinion Explained(this Opinion opinion, FeedbackFacts? told = null)
    {
        opinion.Explain("此事已有安排。", new DateOnly(2026, 3, 3), told, Entered);
        return opinion;
    }

    public static Opinion PointedElsewhere(this Opinion opinion, FeedbackFacts? told = null)
    {
        opinion.PointElsewhere("区信访办", "属于信访事项。", new DateOnly(2026, 3, 3), told, Entered);
        return opinion;
    }

    public static Opinion MergedInto(this Opinion opinion, Opinion lead, DateOnly? on = null)
    {
        opinion.MergeInto(lead, "同一路段。", on ?? new DateOnly(2026, 3, 5), Entered);
        return opinion;
    }

    public static Opinion AgainForwarded(this Opinion opinion, ForwardingChannel channel = ForwardingChannel.BetweenSessions, DateOnly? on = null)
    {
        var day = on ?? new DateOnly(2026, 3, 20);
        opinion.ForwardAgain(FactsFor(channel, day), "联络室主任", day, "再办。", Entered);
        return opinion;
    }

    public static Opinion Supervised(this Opinion opinion, DateOnly? on = null)
    {
        opinion.Supervise("联络室主任", "反映的人多。", on ?? new DateOnly(2026, 3, 3), Entered);
        return opinion;
    }

    public static FeedbackFacts Telling(DateOnly on, VoterRating? rating = null, string explanation = "已当面说明。") =>
        new(FeedbackMeans.InPerson, "顾砚清", explanation, on, rating);

    /// <summary>Any act, with nothing wrong in its facts: only the opinion itself can refuse it.</summary>
    public static void Do(this Opinion opinion, OpinionAct act, DateOnly on, Opinion lead, Stamp stamp)
    {
        switch (act)
        {
            case OpinionAct.Forward: opinion.Forward(FactsFor(ForwardingChannel.BetweenSessions, on), on, "转交。", stamp); break;
            case OpinionAct.Assign: opinion.Assign(LeadAndBeside, on, stamp); break;
            case OpinionAct.Extend: opinion.Extend("区政府办公室", on, stamp); break;
            case OpinionAct.Explain: opinion.Explain("此事已有安排。", on, null, stamp); break;
            case OpinionAct.PointElsewhere: opinion.PointElsewhere("区信访办", "属于信访事项。", on, null, stamp); break;
            case OpinionAct.Merge: opinion.MergeInto(lead, "同一路段。", on, stamp); break;
            case OpinionAct.Unmerge: opinion.Unmerge(lead, "不是同一件事。", on, stamp); break;
            case OpinionAct.Withdraw: opinion.Withdraw("另有考虑。", on, stamp); break;
            case OpinionAct.Return: opinion.Return("不属本单位职责。", on, stamp); break;
            case OpinionAct.Answer: opinion.RecordAnswer(AnswerOutcome.CannotSolveForNow, "已列入研究。", on, stamp); break;
            case OpinionAct.AnswerBeside: opinion.RecordAnswerBeside(Housing, AnswerOutcome.Solved, "已配合。", on, stamp); break;
            case OpinionAct.Supplement: opinion.Supplement(AnswerOutcome.Planned, "列入明年计划。", on, stamp); break;
            case OpinionAct.HearFromLead: opinion.HearFromLead(lead, on, stamp); break;
            case OpinionAct.FeedBack: opinion.FeedBack(Telling(on), "告知选民。", stamp); break;
            case OpinionAct.Rate: opinion.Rate(VoterRating.Dissatisfied, on, "不满意。", stamp); break;
            case OpinionAct.RateAnswer: opinion.RateAnswer(DeputyRating.Satisfied, on, "满意。", stamp); break;
            case OpinionAct.ForwardAgain: opinion.ForwardAgain(FactsFor(ForwardingChannel.BetweenSessions, on), "联络室主任", on, "再办。", stamp); break;
            case OpinionAct.NameDeputies: opinion.NameDeputies([Gu], stamp); break;
            case OpinionAct.Categorise: opinion.Categorise(Transport, "未归类", stamp); break;
            case OpinionAct.Concern: opinion.Concern(Gu, stamp); break;
            case OpinionAct.EraseVoters: opinion.EraseVoters("选民要求。", stamp); break;
            case OpinionAct.Urge: opinion.Urge("区城管委", "请尽快答复。", on, stamp); break;
            case OpinionAct.Supervise: opinion.Supervise("联络室主任", "反映的人多。", on, stamp); break;
            case OpinionAct.EndSupervision: opinion.EndSupervision("已经落实。", on, stamp); break;
            case OpinionAct.LookAgain: opinion.LookAgain(on.AddMonths(3), "看是否开工。", on, stamp); break;
            case OpinionAct.PutUnderTopic: opinion.PutUnderTopic(Lighting, stamp); break;
            case OpinionAct.FallOverdue: opinion.NoteLateness(on, stamp); break;
            case OpinionAct.TakeIn or OpinionAct.LetGo: throw new ArgumentOutOfRangeException(nameof(act), "It is the other one that is merged.");
            case OpinionAct.Collect: throw new ArgumentOutOfRangeException(nameof(act), "An opinion is collected before there is one to act on.");
            default: throw new ArgumentOutOfRangeException(nameof(act));
        }
    }
}
