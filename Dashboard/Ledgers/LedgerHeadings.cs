using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace VoterLiaison.Dashboard.Ledgers;

/// <summary>The headings a column goes by: those of our own ledgers A and C, and those met in other offices' question-and-answer tables.</summary>
internal static partial class LedgerHeadings
{
    /// <summary>The column an import adds to a copy of somebody's file; it is none of theirs.</summary>
    public const string Check = "导入检查";

    private static readonly Dictionary<LedgerColumn, string> Words = new()
    {
        [LedgerColumn.Serial] = "序号",
        [LedgerColumn.Number] = "意见编号 编号 信件编号 留言编号 受理编号 办件编号 流水号 查询编号",
        [LedgerColumn.ReceptionNumber] = "记录编号",
        [LedgerColumn.ReceivedOn] = "收集日期 收集时间 留言时间 来信时间 来信日期 诉求时间 受理时间 提交时间 反映时间 咨询时间 来电时间 接待日期 接待时间 日期",
        [LedgerColumn.Source] = "来源 意见来源",
        [LedgerColumn.Station] = "家站 家站名称 联络站",
        [LedgerColumn.Unit] = "街道 联组",
        [LedgerColumn.Deputy] = "代表 接待代表 代表姓名",
        [LedgerColumn.Person] = "选民 选民姓名 来信人 留言用户 姓名",
        [LedgerColumn.Contact] = "联系方式 联系电话",
        [LedgerColumn.Community] = "选区/社区 选区 社区",
        [LedgerColumn.Title] = "标题 主题 留言主题 留言标题 来信标题 信件名称 诉求标题 工单标题",
        [LedgerColumn.Text] = "意见内容 留言内容 留言详情 来信内容 诉求内容 问题描述 主要诉求 工单内容 意见和要求 内容",
        [LedgerColumn.Category] = "类别 意见类别",
        [LedgerColumn.MergedInto] = "合并至",
        [LedgerColumn.Channel] = "反映渠道 反映途径",
        [LedgerColumn.ForwardedOn] = "反映日期 转交日期",
        [LedgerColumn.Organ] = "承办单位 办理部门 答复单位 回复部门 受理单位 责任单位 主办单位",
        [LedgerColumn.AssignedOn] = "交办日期",
        [LedgerColumn.AnswerDueOn] = "答复时限",
        [LedgerColumn.ExtendedTo] = "延期至",
        [LedgerColumn.AnsweredOn] = "答复日期 答复时间 回复时间 办理时间",
        [LedgerColumn.Outcome] = "办理结果类别",
        [LedgerColumn.Reply] = "答复内容 答复意见 回复内容 办理结果 处理结果 处理意见 答复情况",
        [LedgerColumn.DaysOverdue] = "是否超期",
        [LedgerColumn.FedBackOn] = "反馈日期",
        [LedgerColumn.FeedbackMeans] = "反馈方式",
        [LedgerColumn.FedBackBy] = "反馈人",
        [LedgerColumn.Explanation] = "解释说明",
        [LedgerColumn.VoterRating] = "选民评价",
        [LedgerColumn.DeputyRating] = "代表评价",
        [LedgerColumn.Round] = "办理轮次",
        [LedgerColumn.ConcludedOn] = "办结日期",
        [LedgerColumn.Stage] = "状态",
        [LedgerColumn.Remarks] = "备注",
        [LedgerColumn.Hours] = "起止时间",
        [LedgerColumn.Venue] = "地点",
        [LedgerColumn.ActivityKind] = "活动类型",
        [LedgerColumn.ActivityForm] = "方式",
        [LedgerColumn.VoterCount] = "接待人次",
        [LedgerColumn.OnTheSpotReply] = "现场答复情况",
        [LedgerColumn.NeedsForwarding] = "是否需转办",
        [LedgerColumn.RecordedBy] = "记录人",
    };

    private static readonly FrozenDictionary<string, LedgerColumn> Known =
        Words.SelectMany(column => column.Value.Split(' '), (column, heading) => (heading, column.Key)).ToFrozenDictionary(known => known.heading, known => known.Key);

    /// <summary>What our own ledgers call it.</summary>
    public static string InWords(this LedgerColumn column) => Words[column].Split(' ')[0];

    /// <summary>What each cell of a row means as a heading, by its place; nothing for those nobody knows.</summary>
    internal static Dictionary<int, LedgerColumn> Meanings(RawRow row) =>
        row.Cells.Index().Select(cell => (cell.Index, Meaning: Meaning(cell.Item))).Where(cell => cell.Meaning is not null).ToDictionary(cell => cell.Index, cell => cell.Meaning!.Value);

    /// <summary>Spaces, line breaks, colons, stars and bracketed units in a heading do not matter: “答 复（天）：” is 答复.</summary>
    public static LedgerColumn? Meaning(object? heading) =>
        heading is string words && words.Length < 100 && Known.TryGetValue(Padding().Replace(LedgerText.Clean(words), ""), out var column) ? column : null;

    [GeneratedRegex(@"[\s:：*＊]|\([^)]*\)|（[^）]*）|\[[^\]]*\]|【[^】]*】|〔[^〕]*〕")]
    private static partial Regex Padding();
}
