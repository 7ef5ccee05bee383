using VoterLiaison.Dashboard.Workbooks;
using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard.Books;

/// <summary>意见类别: what voters spoke of.</summary>
internal static class CategoriesSheet
{
    private static readonly Column[] _columns =
    [
        new("意见类别", 22), new("收集", 10, ColumnKind.Number), new("占比", 10, ColumnKind.Percent),
        .. new[] { "转交", "答复", "反馈", "当场解释", "超出范围", "并案", "待转交", "待反馈", "未办结", "逾期" }.Select(name => new Column(name, 10, ColumnKind.Number)),
    ];

    public static Sheet Of(YearFigures figures, BookFrame frame) => frame.Sheet(Tabs.Categories, "意见建议分类统计表", "件", _columns, Rows(figures)) with
    {
        Filtered = false,
        FrozenColumns = 1,
        Notes = ["收集＝转交＋当场解释＋超出范围＋并案＋待转交。类别按登记时所归，一件只归一类。"],
    };

    private static IEnumerable<SheetRow> Rows(YearFigures figures)
    {
        var total = OpinionCounts.Sum(figures.Categories.Values);
        var named = figures.Registers.Categories.Select(category => SheetRow.Detail([category.Name, .. Cells(figures.Categories.GetValueOrDefault(category.Id, OpinionCounts.None), total)]));
        var none = figures.Categories.TryGetValue(0, out var without) ? new[] { SheetRow.Detail(["（未归类）", .. Cells(without, total)]) } : [];
        return [.. named, .. none, SheetRow.Total(["合计", .. Cells(total, total)])];
    }

    private static IEnumerable<Cell> Cells(OpinionCounts counts, OpinionCounts total) =>
    [
        counts.Collected, new Rate(counts.Collected, total.Collected).Share, counts.Forwarded, counts.Answered, counts.FedBack,
        counts.Explained, counts.OutOfScope, counts.Merged, counts.ToForward, counts.AwaitingFeedback, counts.Outstanding, counts.Overdue,
    ];
}
