using VoterLiaison.Dashboard.Activities.Ledgers;

namespace VoterLiaison.Dashboard.Books;

/// <summary>The tabs of the book, in their order.</summary>
internal static class Tabs
{
    public const string Notes = "说明";
    public const string Overview = "全区总览";
    public const string PartOverview = "总览";
    public const string Charts = "图表";
    public const string Stations = "家站统计";
    public const string Balance = "年度结转";
    public const string Months = "月度";
    public const string Channels = "反映途径";
    public const string Organs = "承办单位";
    public const string Categories = "意见类别";
    public const string Topics = "议题";
    public const string Deputies = "代表统计";
    public const string Satisfaction = "满意度";
    public const string Ledger = "意见台账";
    public const string Awaiting = "待反馈清单";
    public const string Late = "迟录清单";
    public const string Checks = "核对表";

    /// <summary>Those of every book of the whole district, in their order; 迟录清单 comes before the last where a year before was closed.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Notes, Overview, Charts, Stations, Balance, Months, Channels, Organs, Categories, Topics, Deputies, Satisfaction,
        Ledger, ReceptionLedger.Tab, PerformanceLedger.Tab, Awaiting, Checks,
    ];
}
