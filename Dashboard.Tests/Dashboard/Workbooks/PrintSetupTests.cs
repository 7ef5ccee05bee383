using ClosedXML.Excel;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace VoterLiaison.Dashboard.Workbooks;

public sealed class PrintSetupTests
{
    [Fact]
    public async Task A_table_prints_on_A4_landscape_one_page_wide_with_its_header_on_every_page()
    {
        using var book = await SampleBook.Of(SampleBook.Stations()).ReopenedAsync();
        var setup = book.Worksheet(1).PageSetup;

        Assert.Equal((XLPaperSize.A4Paper, XLPageOrientation.Landscape), (setup.PaperSize, setup.PageOrientation));
        Assert.Equal((1, 0), (setup.PagesWide, setup.PagesTall));
        Assert.Equal((3, 4), (setup.FirstRowToRepeatAtTop, setup.LastRowToRepeatAtTop));
        Assert.Equal("$A$1:$F$10", Assert.Single(setup.PrintAreas).RangeAddress.ToString());
        Assert.Contains("第 &P 页，共 &N 页", setup.Footer.Right.GetText(XLHFOccurrence.OddPages), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Repeated_rows_are_absolute_or_LibreOffice_does_not_repeat_them()
    {
        using var document = SpreadsheetDocument.Open(await SampleBook.Of(SampleBook.Stations()).WrittenAsync(), isEditable: false);
        var names = document.WorkbookPart!.Workbook.DefinedNames!.Elements<DefinedName>();

        Assert.Equal("家站统计!$3:$4", names.Single(name => name.Name == "_xlnm.Print_Titles").Text);
    }

    [Fact]
    public async Task A_table_too_wide_for_A4_may_ask_for_A3()
    {
        using var book = await SampleBook.Of(SampleBook.Ledger() with { OnA3 = true }).ReopenedAsync();

        Assert.Equal(XLPaperSize.A3Paper, book.Worksheet(1).PageSetup.PaperSize);
    }

    [Fact]
    public async Task Header_and_chosen_columns_stay_in_sight()
    {
        using var book = await SampleBook.Of(SampleBook.Stations()).ReopenedAsync();
        var view = book.Worksheet(1).SheetView;

        Assert.Equal((4, 1), (view.SplitRow, view.SplitColumn));
    }

    [Fact]
    public async Task The_filter_covers_subtotals_but_neither_the_total_nor_what_follows()
    {
        using var book = await SampleBook.Of(SampleBook.Stations(), SampleBook.Stations() with { Filtered = false }).ReopenedAsync();

        Assert.Equal("A4:F7", book.Worksheet(1).AutoFilter.Range.RangeAddress.ToString());
        Assert.False(book.Worksheet(2).AutoFilter.IsEnabled);
    }

    [Fact]
    public async Task Columns_are_as_wide_as_asked_and_groups_share_a_cell()
    {
        using var book = await SampleBook.Of(SampleBook.Stations()).ReopenedAsync();
        var sheet = book.Worksheet(1);

        Assert.Equal([24, 8, 9, 9, 9, 40], sheet.Columns(1, 6).Select(column => column.Width));
        Assert.Superset(new HashSet<string?> { "A1:F1", "C3:D3", "A3:A4", "F3:F4" }, sheet.MergedRanges.Select(range => range.RangeAddress.ToString()).ToHashSet());
    }

    [Fact]
    public async Task A_row_is_as_high_as_its_longest_text()
    {
        using var book = await SampleBook.Of(SampleBook.Ledger(SampleBook.Opinion(1), SheetRow.Detail("2", null as DateOnly?, new string('字', 100), 1))).ReopenedAsync();
        var heights = book.Worksheet(1).Rows(4, 5).Select(row => row.Height).ToList();

        Assert.Equal([20.25, 6 + (5 * 14.25)], heights);
    }
}
