using ClosedXML.Excel;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace VoterLiaison.Dashboard.Workbooks;

public sealed class BookWriterTests
{
    [Fact]
    public async Task A_written_book_satisfies_the_Open_XML_schema()
    {
        var book = SampleBook.Of(SampleBook.Stations(), SampleBook.Ledger(Enumerable.Range(1, 30).Select(SampleBook.Opinion)), SampleBook.Ledger());
        using var document = SpreadsheetDocument.Open(await book.WrittenAsync(new BookWriter { RowsPerSheet = 20 }), isEditable: false);

        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2013).Validate(document, TestContext.Current.CancellationToken).Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}"));
    }

    [Fact]
    public async Task Sheets_keep_the_order_in_which_they_were_given()
    {
        using var book = await SampleBook.Of(SampleBook.Ledger(), SampleBook.Stations()).ReopenedAsync();

        Assert.Equal(["意见台账", "家站统计"], book.Worksheets.Select(sheet => sheet.Name));
    }

    [Fact]
    public async Task Rows_stand_under_their_header_and_above_notes_and_signatures()
    {
        using var book = await SampleBook.Of(SampleBook.Stations()).ReopenedAsync();
        var sheet = book.Worksheet(1);

        Assert.Equal("石景山区人大代表家站年度工作统计表（2026年度）", sheet.Cell("A1").GetString());
        Assert.Equal(["家站", "收集", "转办", "", "反馈率", "备注"], sheet.Row(3).Cells(1, 6).Select(cell => cell.GetString()));
        Assert.Equal(["", "", "会议期间", "闭会期间", "", ""], sheet.Row(4).Cells(1, 6).Select(cell => cell.GetString()));
        Assert.Equal(["八角街道代表之家", "八角北路联络站", "八角街道小计", "合计"], sheet.Rows(5, 8).Select(row => row.Cell(1).GetString()));
        Assert.StartsWith("注：", sheet.Cell("A9").GetString(), StringComparison.Ordinal);
        Assert.StartsWith("填表人：张三", sheet.Cell("A10").GetString(), StringComparison.Ordinal);
        Assert.Equal("F10", sheet.LastCellUsed(XLCellsUsedOptions.All).Address.ToString());
    }

    [Fact]
    public async Task Numbers_days_and_shares_are_values_and_no_cell_is_a_formula()
    {
        using var book = await SampleBook.Of(SampleBook.Stations(), SampleBook.Ledger(SampleBook.Opinion(1))).ReopenedAsync();
        var (stations, ledger) = (book.Worksheet(1), book.Worksheet(2));

        Assert.Equal(1_030, stations.Cell("B6").GetValue<int>());
        Assert.Equal(0.875, stations.Cell("E5").GetDouble());
        Assert.Equal("0.0%_ ", stations.Cell("E5").Style.NumberFormat.Format);
        Assert.Equal(XLDataType.Text, stations.Cell("E6").DataType);
        Assert.Equal(new DateTime(2026, 3, 2), ledger.Cell("B4").GetDateTime());
        Assert.Equal("yyyy-mm-dd", ledger.Cell("B4").Style.NumberFormat.Format);
        Assert.DoesNotContain(book.Worksheets.SelectMany(sheet => sheet.CellsUsed()), cell => cell.HasFormula);
    }

    [Fact]
    public async Task Subtotals_and_totals_stand_out()
    {
        using var book = await SampleBook.Of(SampleBook.Stations()).ReopenedAsync();
        var sheet = book.Worksheet(1);

        Assert.Equal([false, false, true, true], sheet.Rows(5, 8).Select(row => row.Cell(2).Style.Font.Bold));
        Assert.NotEqual(sheet.Cell("A7").Style.Fill.BackgroundColor, sheet.Cell("A8").Style.Fill.BackgroundColor);
        Assert.All(sheet.Range("A5:F8").Cells(), cell => Assert.Equal(XLBorderStyleValues.Thin, cell.Style.Border.BottomBorder));
    }

    [Fact]
    public async Task A_sheet_without_rows_still_has_its_frame()
    {
        using var book = await SampleBook.Of(SampleBook.Ledger()).ReopenedAsync();

        Assert.StartsWith("填表人：", book.Worksheet(1).Cell("A4").GetString(), StringComparison.Ordinal);
        Assert.Equal("A3:D3", book.Worksheet(1).AutoFilter.Range.RangeAddress.ToString());
    }

    [Fact]
    public async Task The_document_names_its_title_its_office_and_its_moment()
    {
        using var document = SpreadsheetDocument.Open(await SampleBook.Of(SampleBook.Stations()).WrittenAsync(), isEditable: false);
        var properties = document.PackageProperties;

        Assert.Equal("2026年度工作台账", properties.Title);
        Assert.Equal("石景山区人大常委会代表联络室", properties.Creator);
        Assert.Equal(SampleBook.Created.UtcDateTime, properties.Created?.ToUniversalTime());
    }

    [Fact]
    public async Task Programs_that_trust_the_stated_range_see_the_whole_table()
    {
        using var document = SpreadsheetDocument.Open(await SampleBook.Of(SampleBook.Stations()).WrittenAsync(), isEditable: false);

        Assert.Equal("A1:F10", document.WorkbookPart!.WorksheetParts.Single().Worksheet.SheetDimension?.Reference?.Value);
    }

    [Fact]
    public async Task The_same_book_gives_the_same_bytes()
    {
        var book = SampleBook.Of(SampleBook.Stations(), SampleBook.Ledger(SampleBook.Opinion(1)));

        Assert.Equal((await book.WrittenAsync()).ToArray(), (await book.WrittenAsync()).ToArray());
    }

    [Fact]
    public async Task A_day_in_a_column_of_numbers_is_refused_by_name()
    {
        var book = SampleBook.Of(SampleBook.Ledger(SheetRow.Detail("1", new DateOnly(2026, 1, 1), "路灯不亮", new DateOnly(2026, 1, 1))));

        var refusal = await Assert.ThrowsAsync<ArgumentException>(() => book.WrittenAsync());
        Assert.Contains("Number", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_that_lacks_a_cell_is_refused_with_the_name_of_its_sheet()
    {
        var refusal = await Assert.ThrowsAsync<ArgumentException>(() => SampleBook.Of(SampleBook.Ledger(SheetRow.Detail("1", "路灯不亮"))).WrittenAsync());

        Assert.Contains("意见台账", refusal.Message, StringComparison.Ordinal);
    }
}
