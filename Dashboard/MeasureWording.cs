using System.Collections.Frozen;
using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard;

/// <summary>口径 in words: what each number is called, and what it counts. A test holds that none is left out.</summary>
internal static class MeasureWording
{
    private static readonly FrozenDictionary<Measure, (string Name, string Definition)> _words = new Dictionary<Measure, (string Name, string Definition)>
    {
        [Measure.Collected] = ("收集", "收集日期在统计期间内的意见，首尾两天都算。"),
        [Measure.Forwarded] = ("转交", "收集的意见中，已按第六条的途径反映、转交出去的。撤回和退办的不算。"),
        [Measure.AnsweredOnes] = ("答复", "转交的意见中，最近一轮已有答复的。"),
        [Measure.FedBackOnes] = ("反馈", "答复的意见中，代表已把结果告诉选民的。"),
        [Measure.AwaitingFeedback] = ("待反馈", "已有答复或解释说明，而代表尚未告诉选民的意见。答复给代表，不等于反馈给选民。"),
        [Measure.AnswerToTell] = ("有答复待反馈", "已有答复，选民还不知道的意见。"),
        [Measure.ExplanationToTell] = ("有解释待反馈", "当场解释、超出范围的，已有说明而尚未告知选民；并案的，主件已有结果而尚未告知选民。"),
        [Measure.Overdue] = ("逾期", "过了期限的意见：等答复的看答复期限，等反馈的看反馈期限。到期当天不算，第二天起算。"),
        [Measure.GravelyOverdue] = ("严重逾期", "逾期的意见中，所用时间超过期限两倍的。"),
        [Measure.AnswerOverdue] = ("答复逾期", "逾期的意见中，过了答复期限还没有答复的。"),
        [Measure.FeedbackOverdue] = ("反馈逾期", "逾期的意见中，过了反馈期限还没有告诉选民的。"),
        [Measure.ToForward] = ("待转交", "已收集，还没有转交、解释，也没有并案的意见；撤回和退办的也在内。"),
        [Measure.AwaitingAnswer] = ("待答复", "已转交，还没有答复的意见。"),
        [Measure.Explained] = ("当场解释", "当场解释说明，没有转交的意见。"),
        [Measure.OutOfScope] = ("超出范围", "不属代表受理，已请选民另找渠道的意见。"),
        [Measure.Merged] = ("并案", "并入另一件一起办理的意见，选民仍要逐一告知。"),
        [Measure.Outstanding] = ("未办结", "还没有反馈选民，也没有以其他方式了结的意见。"),
        [Measure.OutstandingUnderAWeek] = ("未办结不到7天", "未办结的意见中，自收集之日起不到7天的。"),
        [Measure.OutstandingUpToAMonth] = ("未办结7至30天", "未办结的意见中，自收集之日起已有7天，不超过30天的。"),
        [Measure.OutstandingLonger] = ("未办结超过30天", "未办结的意见中，自收集之日起已超过30天的。"),
    }.ToFrozenDictionary();

    public static string InWords(this Measure measure) => _words[measure].Name;

    /// <summary>What it counts, in a sentence or two.</summary>
    public static string Definition(this Measure measure) => _words[measure].Definition;
}
