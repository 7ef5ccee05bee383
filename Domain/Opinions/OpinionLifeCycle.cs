using System.Collections.Frozen;
using static VoterLiaison.Domain.Opinions.OpinionAct;
using static VoterLiaison.Domain.Opinions.OpinionStage;

namespace VoterLiaison.Domain.Opinions;

/// <summary>Which act may follow which stage (第六条), and where it leads. What is not in this table is refused with a sentence.</summary>
/// <remarks>Further conditions of an act (a rating, a document number, an assignment) are asked by <see cref="Opinion.WhyNot"/>.</remarks>
public static class OpinionLifeCycle
{
    private static readonly OpinionStage[] Anywhere = Enum.GetValues<OpinionStage>();
    private static readonly OpinionStage[] NotMerged = [.. Anywhere.Except([Merged])];

    private static readonly FrozenDictionary<OpinionAct, Step> Steps = new Dictionary<OpinionAct, Step>
    {
        [Collect] = new([], Collected, "不能再收集一次"),

        [Forward] = new([Collected], Forwarded, "不能转交"),
        [Explain] = new([Collected], Explained, "不能再记为当场解释"),
        [PointElsewhere] = new([Collected], OutOfScope, "不能再改为超出范围"),
        [Merge] = new([Collected], Merged, "不能并案"),
        [Unmerge] = new([Merged], Collected, "没有可以撤销的并案"),

        [Assign] = new([Forwarded], null, "不能交办"),
        [Extend] = new([Forwarded], null, "没有可以延期的答复期限"),
        [Withdraw] = new([Forwarded], Collected, "没有可以撤回的转交"),
        [Return] = new([Forwarded], Collected, "没有可以退办的转交"),
        [OpinionAct.Answer] = new([Forwarded], Answered, "不能登记答复"),
        [AnswerBeside] = new([Forwarded, Answered, FedBack], null, "没有可以登记的协办答复"),
        [Supplement] = new([Answered, FedBack], null, "没有可以补充的答复"),
        [RateAnswer] = new([Answered, FedBack], null, "没有可以评价的答复"),

        [TakeIn] = new(NotMerged, null, "不能再收并别的意见"),
        [LetGo] = new(NotMerged, null, "没有并入它的意见"),
        [HearFromLead] = new([Merged], null, "不随主件答复"),
        [FeedBack] = new([Answered, Explained, OutOfScope, Merged], null, "不能反馈选民"),
        [Rate] = new([FedBack, Explained, OutOfScope, Merged], null, "选民还不能评价"),
        [ForwardAgain] = new([FedBack], Forwarded, "不能重新办理"),

        [NameDeputies] = new(Anywhere, null, "不能更换代表"),
        [Categorise] = new(Anywhere, null, "不能归类"),
        [Concern] = new(Anywhere, null, "不能标明履职意见"),
        [OpinionAct.PutUnderTopic] = new(Anywhere, null, "不能归入议题"),
        [EraseVoters] = new(Anywhere, null, "不能删去个人信息"),

        [FallOverdue] = new(Anywhere, null, "没有期限在走"),
        [Urge] = new([Forwarded, Answered, Explained, OutOfScope, Merged], null, "没有可以催办的"),
        [Supervise] = new(NotMerged, null, "请在主件上督办"),
        [EndSupervision] = new(Anywhere, null, "没有可以撤销的督办"),
        [OpinionAct.LookAgain] = new([Answered, FedBack], null, "没有可以回看的承诺"),
    }.ToFrozenDictionary();

    /// <summary>The stage after an act, or null where the act may not be done.</summary>
    /// <param name="stage">The stage now; null before the opinion was collected.</param>
    /// <param name="act">The act to be done.</param>
    public static OpinionStage? After(OpinionStage? stage, OpinionAct act)
    {
        if (stage is null)
        {
            return act is Collect ? Collected : null;
        }

        var step = Steps[act];
        return !step.From.Contains(stage.Value) ? null
            : act is FeedBack && stage is Answered ? FedBack // what was explained, pointed elsewhere or merged keeps its stage when the voter is told
            : step.To ?? stage;
    }

    /// <summary>Why an act may not follow a stage, as a sentence for the person who tried; null when it may.</summary>
    public static string? Refusal(OpinionStage stage, OpinionAct act) =>
        After(stage, act) is not null ? null : $"这件意见{Said(stage)}，{Steps[act].Otherwise}。";

    private static string Said(OpinionStage stage) => stage switch
    {
        Collected => "还没有转交",
        Forwarded => "已经转交、正在等答复",
        Answered => "已有答复、还没有告诉选民",
        FedBack => "已经反馈选民",
        Explained => "已经作了解释说明",
        OutOfScope => "已经认定超出范围",
        Merged => "已经并入另一件",
    };

    private sealed record Step(OpinionStage[] From, OpinionStage? To, string Otherwise);
}
