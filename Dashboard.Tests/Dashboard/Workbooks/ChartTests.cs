using ClosedXML.Excel;
using DocumentFormat.OpenXml.Drawing.Charts;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DrawnChart = DocumentFormat.OpenXml.Drawing.Charts.Chart;

namespace VoterLiaison.Dashboard.Workbooks;

public sealed class ChartTests
{
    private static readonly ChartSource _stations = new("家站统计", SampleBook.StationColumns,
    [
        SheetRow.Detail("八角街道代表之家", 12, 1, 5, 0.875m, ""),
        SheetRow.Subtotal("八角街道小计", 12, 1, 5, 0.875m, null as string),
        SheetRow.Detail("首钢代表之家", 3, 0, 2, "—", ""),
        SheetRow.Detail("首钢联络站", 4, 0, 3, "—", ""),
        SheetRow.Total("合计", 19, 1, 10, 0.875m, null as string),
    ]);

    [Theory]
    [InlineData(ChartKind.Lines)]
    [InlineData(ChartKind.Columns)]
    [InlineData(ChartKind.Bars)]
    public async Task A_chart_of_every_kind_satisfies_the_Open_XML_schema(ChartKind kind)
    {
        using var document = SpreadsheetDocument.Open(await Drawn(ByStation(kind)).WrittenAsync(), isEditable: false);

        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2013).Validate(document, TestContext.Current.CancellationToken).Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}"));
        Assert.Single(Charts(document));
    }

    [Fact]
    public async Task It_names_the_cells_of_the_details_and_skips_what_stands_between()
    {
        using var document = SpreadsheetDocument.Open(await Drawn(ByStation(ChartKind.Columns)).WrittenAsync(), isEditable: false);
        var chart = Assert.Single(Charts(document));

        Assert.Equal(["('家站统计'!$A$5,'家站统计'!$A$7:$A$8)", "('家站统计'!$B$5,'家站统计'!$B$7:$B$8)"], chart.Descendants<Formula>().Select(formula => formula.Text));
        Assert.Equal(["八角街道代表之家", "首钢代表之家", "首钢联络站", "12", "3", "4"], chart.Descendants<NumericValue>().Where(value => value.Parent is not SeriesText).Select(value => value.Text));
    }

    [Fact]
    public async Task It_may_be_drawn_from_the_headers_of_a_group_and_the_total()
    {
        var across = new Chart("转办（件）", ChartKind.Bars, _stations.HeadersOf("转办"), [new ChartSeries("件数", _stations.TotalOf("转办"))]);
        var stream = await Drawn(across).WrittenAsync();
        using var document = SpreadsheetDocument.Open(stream, isEditable: false);
        using var book = new XLWorkbook(stream);

        Assert.Equal(["'家站统计'!$C$4:$D$4", "'家站统计'!$C$9:$D$9"], Assert.Single(Charts(document)).Descendants<Formula>().Select(formula => formula.Text));
        Assert.Equal(("会议期间", 10), (book.Worksheet("家站统计").Cell("C4").GetString(), book.Worksheet("家站统计").Cell("D9").GetValue<int>()));
    }

    [Fact]
    public async Task Charts_of_two_sheets_do_not_meet_and_are_printed_with_their_table()
    {
        var book = Drawn(ByStation(ChartKind.Lines), ByStation(ChartKind.Bars));
        using var document = SpreadsheetDocument.Open(await (book with { Sheets = [.. book.Sheets, book.Sheets[0] with { Name = "又一张" }] }).WrittenAsync(), isEditable: false);

        Assert.Equal(4, Charts(document).Count());
        Assert.Contains(document.WorkbookPart!.Workbook.DefinedNames!.Select(name => name.InnerText), area => area == "图表!$A$1:$B$46");
    }

    private static Chart ByStation(ChartKind kind) => new("各家站收集的意见（件）", kind, _stations.Down("家站"), [new ChartSeries("收集", _stations.Down("收集"))]);

    private static Book Drawn(params IReadOnlyList<Chart> charts) => SampleBook.Of(
        new Sheet("图表", SampleBook.Heading("图表"), [new Column("序号", 8), new Column("图", 80)], charts.Select((chart, place) => SheetRow.Detail(place + 1, chart.Title))) { Charts = charts },
        new Sheet(_stations.Sheet, SampleBook.Heading("家站年度工作统计表"), _stations.Columns, _stations.Rows));

    private static IEnumerable<DrawnChart> Charts(SpreadsheetDocument document) => document.WorkbookPart!.WorksheetParts
        .Where(sheet => sheet.DrawingsPart is not null).SelectMany(sheet => sheet.DrawingsPart!.ChartParts).Select(part => part.ChartSpace.GetFirstChild<DrawnChart>()!);
}
