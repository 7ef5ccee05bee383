using VoterLiaison.Domain.Rules;

namespace VoterLiaison.Domain.Opinions;

public sealed partial class Opinion
{
    /// <summary>There is word of this opinion that those merged into it are owed as well.</summary>
    public bool HasWordForFollowers => Followers > 0 && Stage is OpinionStage.Answered or OpinionStage.FedBack or OpinionStage.Explained or OpinionStage.OutOfScope;

    /// <summary>The day since when there is such word.</summary>
    private DateOnly WordSince => Stage is OpinionStage.Answered or OpinionStage.FedBack
        ? CurrentForwarding!.Answers.First(answer => answer.Kind is AnswerKind.Lead).AnsweredOn
        : AwaitingFeedbackSince ?? CurrentFeedback!.FedBackOn;

    /// <summary>并案: this opinion travels with another that says the same. Its own voters are still told.</summary>
    /// <exception cref="RuleBrokenException">The stage does not allow it, the lead is itself merged or this very opinion, or no reason is given.</exception>
    public void MergeInto(Opinion lead, string reason, DateOnly on, Stamp stamp)
    {
        Require(OpinionAct.Merge, on, stamp);
        Rule.Require(lead != this, "意见不能并入自己。");
        Rule.Require(lead.Stage is not OpinionStage.Merged, $"{lead.Number}已并入另一件，请并入它的主件。");
        var why = Rule.Written(reason, "请写明为什么并案。");

        Rule.Require(on >= lead.CollectedOn, $"主件{lead.Number}是{lead.CollectedOn:yyyy-MM-dd}收集的，并案日期不能更早。");

        LeadOpinionId = lead.Id;
        ConcludedOn = on;
        lead.Followers++;
        Enter(OpinionAct.Merge, on, $"并入{lead.Number}：{why}", stamp);
        lead.Enter(OpinionAct.TakeIn, on, $"{Number}并入本件：{why}", stamp with { Submission = null });
        if (lead.HasWordForFollowers)
        {
            HearFromLead(lead, lead.WordSince, stamp with { Submission = null });
        }
    }

    /// <summary>撤销并案: it stands alone again, as it was collected.</summary>
    /// <exception cref="RuleBrokenException">It is not merged, its voters were already told what came of the lead, no reason is given, or the day is before it was merged.</exception>
    public void Unmerge(Opinion lead, string reason, DateOnly on, Stamp stamp)
    {
        Require(OpinionAct.Unmerge, on, stamp);
        Rule.Require(lead.Id == LeadOpinionId, "主件不符。");
        Rule.Require(on >= (AwaitingFeedbackSince ?? ConcludedOn), "日期不能早于并案或主件答复的日期。");
        var why = Rule.Written(reason, "请写明为什么撤销并案。");

        LeadOpinionId = null;
        Outcome = null;
        ConcludedOn = null;
        AwaitingFeedbackSince = null;
        lead.Followers--;
        Enter(OpinionAct.Unmerge, on, $"不再并入{lead.Number}：{why}", stamp);
        lead.Enter(OpinionAct.LetGo, on, $"{Number}不再并入本件：{why}", stamp with { Submission = null });
    }

    /// <summary>The lead was answered or explained: from this day, but not before it was merged, the voters of this one are owed word.</summary>
    /// <remarks>Who is owed word already is owed it since then, whatever else the lead hears.</remarks>
    public void HearFromLead(Opinion lead, DateOnly on, Stamp stamp)
    {
        var since = on < ConcludedOn ? ConcludedOn.Value : on;
        Require(OpinionAct.HearFromLead, since, stamp);
        AwaitingFeedbackSince ??= since;
        Outcome = lead.Outcome;
        ConcludedOn = null;
        Enter(OpinionAct.HearFromLead, since, $"主件{lead.Number}已有答复。", stamp);
    }
}
