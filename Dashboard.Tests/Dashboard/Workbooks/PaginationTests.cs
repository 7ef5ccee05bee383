using ClosedXML.Excel;

namespace VoterLiaison.Dashboard.Workbooks;

public sealed class PaginationTests
{
    // Title, reporting line, header, signatures take four; the two sentences that join the worksheets take two more.
    private static readonly BookWriter TenRowsASheet = new() { RowsPerSheet = 10 };

    [Fact]
    public async Task A_table_that_just_fits_stays_on_one_sheet()
    {
        using var book = await SampleBook.Of(Ledger(6)).ReopenedAsync(TenRowsASheet);

        Assert.Equal("D10", Assert.Single(book.Worksheets).LastCellUsed(XLCellsUsedOptions.All).Address.ToString());
    }

    [Theory]
    [InlineData(7, 2)]
    [InlineData(8, 2)]
    [InlineData(9, 3)]
    public async Task A_longer_table_goes_on_in_next_sheets_and_loses_no_row(int rows, int sheets)
    {
        using var book = await SampleBook.Of(Ledger(rows), SampleBook.Stations() with { Notes = [] }).ReopenedAsync(TenRowsASheet);
        var ledger = book.Worksheets.SkipLast(1).ToList();

        Assert.Equal(sheets, ledger.Count);
        Assert.Equal("家站统计", book.Worksheets.Last().Name);
        Assert.All(ledger, sheet => Assert.InRange(sheet.LastRowUsed(XLCellsUsedOptions.All).RowNumber(), 1, 10));
        Assert.Equal(
            Enumerable.Range(1, rows),
            ledger.SelectMany(sheet => sheet.Column(4).CellsUsed(cell => cell.DataType is XLDataType.Number).Select(cell => cell.GetValue<int>())));
    }

    [Fact]
    public async Task Sheets_of_one_table_name_one_another()
    {
        using var book = await SampleBook.Of(Ledger(7)).ReopenedAsync(TenRowsASheet);
        var (first, second) = (book.Worksheet("意见台账"), book.Worksheet("意见台账（2）"));

        Assert.Equal("（超出 Excel 单张工作表的行数上限。全部 7 行分列 2 张工作表，本表为第 1 至 4 行，续见工作表“意见台账（2）”。）", first.Cell("A8").GetString());
        Assert.Equal("（接工作表“意见台账”。全部 7 行分列 2 张工作表，本表为第 5 至 7 行。）", second.Cell("A3").GetString());
        Assert.Equal(("A3:D7", "A4:D7"), (first.AutoFilter.Range.RangeAddress.ToString(), second.AutoFilter.Range.RangeAddress.ToString()));
        Assert.All([first, second], sheet => Assert.Equal("意见编号", sheet.Cell(sheet.PageSetup.FirstRowToRepeatAtTop, 1).GetString()));
    }

    private static Sheet Ledger(int rows) => SampleBook.Ledger(Enumerable.Range(1, rows).Select(SampleBook.Opinion));
}
