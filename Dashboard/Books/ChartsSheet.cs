using VoterLiaison.Dashboard.Workbooks;

namespace VoterLiaison.Dashboard.Books;

/// <summary>图表: the year in pictures, each drawn from cells of the tables that follow, so that it changes with them.</summary>
internal static class ChartsSheet
{
    private static readonly Column[] _columns = [new("序号", 7), new("图", 62), new("数据来自", 62, ColumnKind.LongText)];

    public static Sheet Of(YearFigures figures, BookFrame frame)
    {
        IReadOnlyList<(Chart Chart, string Source)> charts = [.. Charts(figures, frame.Office).Where(one => one.Chart.Categories.Cells.Count > 0)];
        return frame.Sheet(Tabs.Charts, "联系选民工作图表", "件", _columns, charts.Select((one, place) => SheetRow.Detail(place + 1, one.Chart.Title, one.Source))) with
        {
            Filtered = false,
            Signatures = null,
            Charts = [.. charts.Select(one => one.Chart)],
        };
    }

    private static IEnumerable<(Chart Chart, string Source)> Charts(YearFigures figures, LiaisonOptions office)
    {
        var months = new ChartSource(Tabs.Months, MonthsSheet.Columns, [.. MonthsSheet.Rows(figures)]);
        var stations = new ChartSource(Tabs.Stations, StationsSheet.Columns, [.. StationsSheet.Rows(figures)]);
        var organs = new ChartSource(Tabs.Organs, OrgansSheet.Columns(office), [.. OrgansSheet.Rows(figures)]);
        return
        [
            (new Chart("各月收集的意见，至今办到哪一步（件）", ChartKind.Lines, months.Down("月份"), Series(months, "收集", "转交", "答复", "反馈")), $"工作表“{Tabs.Months}”，按收集日期归月。"),
            (new Chart("各家站收集、答复和反馈的意见（件）", ChartKind.Columns, stations.Down("家站"), Series(stations, "收集", "已答复", "已反馈")), $"工作表“{Tabs.Stations}”，按法定顺序，不作排名。"),
            (new Chart("办理结果，最近一次答复（件）", ChartKind.Bars, organs.HeadersOf(OrgansSheet.Outcome), [new ChartSeries("件数", organs.TotalOf(OrgansSheet.Outcome))]), $"工作表“{Tabs.Organs}”的合计。"),
        ];
    }

    private static IReadOnlyList<ChartSeries> Series(ChartSource source, params IReadOnlyList<string> headers) => [.. headers.Select(header => new ChartSeries(header, source.Down(header)))];
}
