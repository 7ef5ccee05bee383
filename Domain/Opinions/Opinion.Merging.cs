using VoterLiaison.Domain.Rules;

namespace VoterLiaison.Domain.Opinions;

public sealed partial class Opinion
{
    /// <summary>There is word of this opinion that those merged into it are owed as well.</summary>
    public bool HasWordForFollowers => Followers > 0 && Stage is OpinionStage.Answered or OpinionStage.FedBack or OpinionStage.Explained or OpinionStage.OutOfScope;

    /// <summary>并案: this opinion travels with another that says the same. Its own voters are still told.</summary>
    /// <exception cref="RuleBrokenException">The stage does not allow it, the lead is itself merged or this very opinion, or no reason is given.</exception>
    public void MergeInto(Opinion lead, string reason, DateOnly on, Stamp stamp)
    {
        Require(OpinionAct.Merge, on, stamp);
        Rule.Require(lead != this, "意见不能并入自己。");
        Rule.Require(lead.Stage is not OpinionStage.Merged, $"{lead.Number}已并入另一件，请并入它的主件。");
        var why = Rule.Written(reason, "请写明为什么并案。");

        LeadOpinionId = lead.Id;
        ConcludedOn = on;
        lead.Followers++;
        Enter(OpinionAct.Merge, on, $"并入{lead.Number}：{why}", stamp);
        if (lead.HasWordForFollowers)
        {
            HearFromLead(lead, on, stamp with { Submission = null });
        }
    }

    /// <summary>撤销并案: it stands alone again, as it was collected.</summary>
    /// <exception cref="RuleBrokenException">It is not merged, or its voters were already told what came of the lead.</exception>
    public void Unmerge(Opinion lead, string reason, DateOnly on, Stamp stamp)
    {
        Require(OpinionAct.Unmerge, on, stamp);
        Rule.Require(lead.Id == LeadOpinionId, "主件不符。");
        Rule.Require(_feedbacks.Count == 0, "已随主件告知选民，不能撤销并案。");

        LeadOpinionId = null;
        ConcludedOn = null;
        AwaitingFeedbackSince = null;
        lead.Followers--;
        Enter(OpinionAct.Unmerge, on, $"不再并入{lead.Number}：{Rule.Written(reason, "请写明为什么撤销并案。")}", stamp);
    }

    /// <summary>The lead was answered or explained: from this day, or from its own collection, the voters of this one are owed word.</summary>
    public void HearFromLead(Opinion lead, DateOnly on, Stamp stamp)
    {
        var since = on < CollectedOn ? CollectedOn : on;
        Require(OpinionAct.HearFromLead, since, stamp);
        AwaitingFeedbackSince = since;
        ConcludedOn = null;
        Enter(OpinionAct.HearFromLead, since, $"主件{lead.Number}已有答复。", stamp);
    }
}
