using VoterLiaison.Dashboard.Workbooks;
using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard.Books;

/// <summary>反映途径: how the five channels of 第六条 were used.</summary>
internal static class ChannelsSheet
{
    private static readonly Column[] _columns =
    [
        new("反映途径（《办法》第六条）", 34, ColumnKind.LongText), new("转交", 10, ColumnKind.Number), new("占比", 10, ColumnKind.Percent),
        new("答复", 10, ColumnKind.Number), .. Rate("答复率"), .. Rate("按期答复率"), new("平均答复天数", 10, ColumnKind.Number), new("答复逾期", 10, ColumnKind.Number),
        new("反馈", 10, ColumnKind.Number), new("待反馈", 10, ColumnKind.Number),
    ];

    public static Sheet Of(YearFigures figures, BookFrame frame) => frame.Sheet(Tabs.Channels, "反映意见途径统计表", "件", _columns, Rows(figures)) with
    {
        Filtered = false,
        FrozenColumns = 1,
        Notes =
        [
            $"合计为转交的意见；当场解释 {figures.Total.Counts.Explained} 件、超出范围 {figures.Total.Counts.OutOfScope} 件、并案 {figures.Total.Counts.Merged} 件、待转交 {figures.Total.Counts.ToForward} 件没有途径，不在本表。",
            $"平均答复天数：{RateWording.MeanDays}",
        ],
    };

    private static IEnumerable<SheetRow> Rows(YearFigures figures)
    {
        var total = Tally.Sum(figures.Channels.Values);
        return Enum.GetValues<ForwardingChannel>()
            .Select(channel => SheetRow.Detail([Name(channel), .. Cells(figures.Channels.GetValueOrDefault(channel, Tally.None), total)]))
            .Append(SheetRow.Total(["合计", .. Cells(total, total)]));
    }

    private static IEnumerable<Cell> Cells(Tally tally, Tally total) =>
    [
        tally.Counts.Forwarded, new Rate(tally.Counts.Forwarded, total.Counts.Forwarded).Share,
        tally.Counts.Answered, .. tally.AnswerRate.Cells, .. tally.InTimeRate.Cells, Books.Rate.Mean(tally.Answers.Days, tally.Answers.Answered), tally.Counts.AnswerOverdue,
        tally.Counts.FedBack, tally.Counts.AwaitingFeedback,
    ];

    private static string Name(ForwardingChannel channel) => $"（{"一二三四五"[(int)channel - 1]}）{channel.InWords()}";

    private static IEnumerable<Column> Rate(string name) => [new("件数", 11, ColumnKind.Number) { Group = name }, new("比率", 9, ColumnKind.Percent) { Group = name }];
}
