using VoterLiaison.Dashboard.Workbooks;
using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard.Books;

/// <summary>年度结转: what each station brought into the year, took in, concluded and hands on; and where the year's own opinions went.</summary>
internal static class BalanceSheet
{
    public const string ByEvent = "结转（按办理日期）";
    public const string ByCollection = "期间内收集的去向（按收集日期）";

    public static readonly IReadOnlyList<string> Ways = ["收集", "转交", "当场解释", "超出范围", "并案", "待转交"];

    /// <summary>年初未办结, 本年收集, 本年办结, 年末未办结; of another period 期初未办结 and so on.</summary>
    public static IReadOnlyList<string> Entries(BookPeriod period) => [$"{period.Edge}初未办结", $"{period.This}收集", $"{period.This}办结", $"{period.Edge}末未办结"];

    /// <summary>How they hang together, in a line.</summary>
    public static string Sum(BookPeriod period) => $"{period.Edge}初未办结＋{period.This}收集－{period.This}办结＝{period.Edge}末未办结";

    private static Column[] Columns(BookPeriod period) =>
    [
        .. ByStation.Columns,
        .. Entries(period).Select(name => new Column(name, 12, ColumnKind.Number) { Group = ByEvent }),
        .. Ways.Select(name => new Column(name, 10, ColumnKind.Number) { Group = ByCollection }),
    ];

    public static Sheet Of(YearFigures figures, BookFrame frame) => frame.Sheet(Tabs.Balance, $"意见建议{(frame.Period.Year is null ? "" : "年度")}结转表", "件", Columns(frame.Period), ByStation.Rows(figures, stations => Cells(figures.BalanceOf(stations), figures.TallyOf(stations).Counts))) with
    {
        FrozenColumns = ByStation.Frozen,
        Notes =
        [
            $"{Sum(frame.Period)}。办结以告诉选民之日为准，不论什么时候收集；期间未完的，{frame.Period.Edge}末未办结为数据截至时的未办结。",
            "收集＝转交＋当场解释＋超出范围＋并案＋待转交，都是数据截至时的状态。",
        ],
    };

    private static IEnumerable<Cell> Cells(Balance balance, OpinionCounts counts) =>
    [
        balance.Opening, balance.Received, balance.Concluded, balance.Closing,
        counts.Collected, counts.Forwarded, counts.Explained, counts.OutOfScope, counts.Merged, counts.ToForward,
    ];
}
