using VoterLiaison.Dashboard.Workbooks;
using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard.Books;

/// <summary>年度结转: what each station brought into the year, took in, concluded and hands on; and where the year's own opinions went.</summary>
internal static class BalanceSheet
{
    public const string ByEvent = "年度结转（按办理日期）";
    public const string ByCollection = "本年收集的去向（按收集日期）";

    public static readonly IReadOnlyList<string> Entries = ["年初未办结", "本年收集", "本年办结", "年末未办结"];
    public static readonly IReadOnlyList<string> Ways = ["收集", "转交", "当场解释", "超出范围", "并案", "待转交"];

    private static readonly Column[] _columns =
    [
        .. ByStation.Columns,
        .. Entries.Select(name => new Column(name, 12, ColumnKind.Number) { Group = ByEvent }),
        .. Ways.Select(name => new Column(name, 10, ColumnKind.Number) { Group = ByCollection }),
    ];

    public static Sheet Of(YearFigures figures, BookFrame frame) => frame.Sheet(Tabs.Balance, "意见建议年度结转表", "件", _columns, ByStation.Rows(figures, stations => Cells(
        Balance.Sum(stations.Select(station => figures.StationBalances.GetValueOrDefault(station.Id, Balance.None))),
        Tally.Sum(stations.Select(station => figures.Stations.GetValueOrDefault(station.Id, Tally.None))).Counts))) with
    {
        FrozenColumns = ByStation.Frozen,
        Notes =
        [
            "年初未办结＋本年收集－本年办结＝年末未办结。办结以告诉选民之日为准，不论哪一年收集；年度未完的，年末未办结为数据截至时的未办结。",
            "收集＝转交＋当场解释＋超出范围＋并案＋待转交，都是数据截至时的状态。",
        ],
    };

    private static IEnumerable<Cell> Cells(Balance balance, OpinionCounts counts) =>
    [
        balance.Opening, balance.Received, balance.Concluded, balance.Closing,
        counts.Collected, counts.Forwarded, counts.Explained, counts.OutOfScope, counts.Merged, counts.ToForward,
    ];
}
