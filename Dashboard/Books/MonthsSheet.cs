using VoterLiaison.Dashboard.Workbooks;
using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard.Books;

/// <summary>月度: what became of the opinions collected in a month, and, apart from it, what was done in that month.</summary>
internal static class MonthsSheet
{
    private const string ByCollection = "当月收集的意见，至今办到哪一步（件）";
    private const string ByEvent = "当月办了多少（件次）";

    public static IReadOnlyList<Column> Columns { get; } =
    [
        new("月份", 10),
        .. new[] { "收集", "转交", "答复", "反馈", "当场解释", "超出范围", "并案", "待转交", "待答复", "待反馈", "逾期" }.Select(name => new Column(name, 9.5, ColumnKind.Number) { Group = ByCollection }),
        .. new[] { "当月转交", "当月答复", "当月反馈" }.Select(name => new Column(name, 11, ColumnKind.Number) { Group = ByEvent }),
    ];

    public static Sheet Of(YearFigures figures, BookFrame frame) => frame.Sheet(Tabs.Months, "意见建议月度统计表", "左为件，右为件次", Columns, Rows(figures)) with
    {
        Filtered = false,
        FrozenColumns = 1,
        Notes =
        [
            $"左边各栏按收集日期归月，合计与“{frame.OverviewTab}”一致。右边三栏按办理日期归月，以前收集、期间内办理的也在内，一件办几轮的各计一次，所以与左边的数不相等，也不能相加。",
            "当月转交不计后来撤回、退办的；当月答复只计主办单位的答复，不计协办和补充答复；当月反馈含当场解释、超出范围、并案的告知。",
        ],
    };

    public static IEnumerable<SheetRow> Rows(YearFigures figures)
    {
        var (events, months) = (figures.Events, figures.Period.Months);
        return months
            .Select(month => SheetRow.Detail(
            [
                figures.Period.Year is null ? $"{month:yyyy年M月}" : $"{month.Month}月", .. Cells(figures.Months.GetValueOrDefault(month, OpinionCounts.None)),
                events.Forwarded.GetValueOrDefault(month), events.Answered.GetValueOrDefault(month), events.FedBack.GetValueOrDefault(month),
            ]))
            .Append(SheetRow.Total(["合计", .. Cells(OpinionCounts.Sum(figures.Months.Values)), events.Forwarded.Values.Sum(), events.Answered.Values.Sum(), events.FedBack.Values.Sum()]));
    }

    private static IEnumerable<Cell> Cells(OpinionCounts counts) =>
    [
        counts.Collected, counts.Forwarded, counts.Answered, counts.FedBack, counts.Explained, counts.OutOfScope, counts.Merged,
        counts.ToForward, counts.AwaitingAnswer, counts.AwaitingFeedback, counts.Overdue,
    ];
}
