using VoterLiaison.Domain.Deputies;
using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard.Opinions;

/// <summary>The acts a person may choose on an opinion's page, in their words.</summary>
internal static class ActWording
{
    /// <summary>Those of the main way first: what is refused of them is said, the rarer ones on demand.</summary>
    public static IReadOnlyList<OpinionAct> Offered { get; } =
    [
        OpinionAct.Forward, OpinionAct.Assign, OpinionAct.Answer, OpinionAct.FeedBack, OpinionAct.Rate, OpinionAct.ForwardAgain,
        OpinionAct.Explain, OpinionAct.PointElsewhere, OpinionAct.Merge, OpinionAct.Unmerge, OpinionAct.Extend, OpinionAct.Withdraw, OpinionAct.Return,
        OpinionAct.AnswerBeside, OpinionAct.Supplement, OpinionAct.RateAnswer, OpinionAct.Urge, OpinionAct.Supervise, OpinionAct.EndSupervision, OpinionAct.LookAgain, OpinionAct.NameDeputies, OpinionAct.Categorise, OpinionAct.PutUnderTopic, OpinionAct.Concern, OpinionAct.EraseVoters,
    ];

    /// <summary>The one act that is owed now; null where nothing is.</summary>
    public static OpinionAct? NextAct(this Opinion opinion) => (OpinionAct?)(opinion switch
    {
        { AwaitingFeedbackSince: not null } => OpinionAct.FeedBack,
        { Stage: OpinionStage.Collected } => OpinionAct.Forward,
        { Stage: OpinionStage.Forwarded } => opinion.WhyNot(OpinionAct.Answer) is null ? OpinionAct.Answer : OpinionAct.Assign,
        _ => opinion.WhyNot(OpinionAct.ForwardAgain) is null ? OpinionAct.ForwardAgain : opinion.WhyNot(OpinionAct.Rate) is null ? OpinionAct.Rate : null,
    });

    /// <summary>The act that takes another one back, where the Measures have one; whether it may be done now is for the opinion to say.</summary>
    public static OpinionAct? TakenBackBy(this OpinionAct act) => act switch
    {
        OpinionAct.Forward or OpinionAct.ForwardAgain => OpinionAct.Withdraw,
        OpinionAct.Merge => OpinionAct.Unmerge,
        OpinionAct.Supervise => OpinionAct.EndSupervision,
        _ => null,
    };

    public static string AsButton(this OpinionAct act) => act switch
    {
        OpinionAct.Answer => "登记答复",
        OpinionAct.AnswerBeside => "登记协办答复",
        OpinionAct.Supplement => "补充答复（另记一条）",
        OpinionAct.PointElsewhere => "不属受理范围",
        OpinionAct.Rate => "记录选民评价",
        OpinionAct.RateAnswer => "记录代表对答复的评价",
        _ => act.InWords(),
    };

    /// <summary>The facts the channel asked for, in a line.</summary>
    public static string FactsInWords(this Forwarding journey, Deputy? cityDeputy) => journey.Channel switch
    {
        ForwardingChannel.CongressSession => $"{journey.Session}　{journey.ProposalKind?.InWords()}　{journey.DocumentNumber}",
        ForwardingChannel.BetweenSessions => $"{journey.BetweenSessionsWay?.InWords()}　{journey.DocumentNumber}",
        ForwardingChannel.CommitteeMeeting => $"{journey.MeetingHeldOn:yyyy-MM-dd}{journey.MeetingKind?.InWords()}，{journey.MeetingTopic}",
        ForwardingChannel.StateOrgan => "",
        ForwardingChannel.MunicipalDeputy => $"市人大代表{cityDeputy?.Name}",
    };

    /// <summary>What the owed act asks for, under its button.</summary>
    public static string? Why(this OpinionAct act, OpinionDetail detail) => act switch
    {
        OpinionAct.Forward => "代表不直接处理问题，选一条渠道反映上去。",
        OpinionAct.Assign => "从交办之日起计算答复期限。",
        OpinionAct.Answer => detail.CityDeputy is { } deputy ? $"等市人大代表{deputy.Name}带回答复。" : $"等{detail.LeadOrgan?.Name ?? "承办单位"}答复代表。",
        OpinionAct.FeedBack => detail.Opinion.OwesExplanation ? "暂时不能解决的，要向选民解释说明。" : "记下方式、日期和反馈人。",
        OpinionAct.Rate => "问一问选民满意不满意；没联系上也记下来。",
        OpinionAct.ForwardAgain => "选民不满意。是否再办一轮，由人决定。",
        _ => null,
    };
}
