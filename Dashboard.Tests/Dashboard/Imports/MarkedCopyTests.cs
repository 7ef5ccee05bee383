using System.IO.Compression;
using System.Text;
using ClosedXML.Excel;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using VoterLiaison.Dashboard.Ledgers;

namespace VoterLiaison.Dashboard.Imports;

/// <summary>A person's own file, marked: made of the very file, with nothing of theirs lost.</summary>
public sealed class MarkedCopyTests : SomeImport
{
    [Fact]
    public async Task A_workbook_gets_one_more_column_with_the_sentences_and_its_refused_rows_are_coloured()
    {
        using var marked = await MarkedAsync(Theirs);
        var sheet = marked.Worksheet("台账");

        Assert.Equal("导入检查", sheet.Cell(3, 7).GetString());
        Assert.StartsWith("不能登记：收集日期“某日”", sheet.Cell(5, 7).GetString(), StringComparison.Ordinal);
        Assert.StartsWith("说明：", sheet.Cell(4, 7).GetString(), StringComparison.Ordinal);
        Assert.Equal("FFFBE3DF", sheet.Cell(5, 2).Style.Fill.BackgroundColor.Color.ToArgb().ToString("X8", null));
        Assert.Equal(XLColor.Red, sheet.Cell(4, 2).Style.Fill.BackgroundColor);
        Assert.True(sheet.Cell(5, 2).Style.Font.Bold);
    }

    [Fact]
    public async Task Everything_of_theirs_is_still_there()
    {
        using var before = new XLWorkbook(new MemoryStream(Theirs));
        using var after = await MarkedAsync(Theirs);
        foreach (var cell in before.Worksheets.SelectMany(sheet => sheet.CellsUsed()))
        {
            var same = after.Worksheet(cell.Worksheet.Name).Cell(cell.Address);
            Assert.Equal((cell.GetString(), cell.DataType, cell.FormulaA1, cell.Style.NumberFormat.Format), (same.GetString(), same.DataType, same.FormulaA1, same.Style.NumberFormat.Format));
        }

        Assert.Equal(["A1:F1"], after.Worksheet("台账").MergedRanges.Select(range => range.RangeAddress.ToString()));
        Assert.Equal(1, after.Worksheet("台账").SheetView.SplitRow);
        Assert.Equal("别的表", after.Worksheet("说明").Cell("A1").GetString());
        Assert.Equal(Parts(Theirs), Parts(await MarkedBytesAsync(Theirs, "台账.xlsx")));
    }

    [Fact]
    public async Task Excels_own_judge_finds_nothing_wrong_with_it()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(await MarkedBytesAsync(Theirs, "台账.xlsx")), isEditable: false);

        Assert.Empty(new OpenXmlValidator().Validate(document, Cancel).Select(error => $"{error.Path?.XPath} {error.Description}"));
    }

    [Fact]
    public async Task A_marked_copy_put_right_is_marked_in_the_same_column_again()
    {
        var once = await MarkedBytesAsync(Theirs, "台账.xlsx");
        using var twice = await MarkedAsync(once);

        Assert.Equal(7, twice.Worksheet("台账").LastColumnUsed().ColumnNumber());
    }

    [Fact]
    public async Task A_text_table_gets_its_word_behind_each_line_and_every_other_character_stays()
    {
        const string theirs = "编号,收集日期,意见内容\r\n007,2026-01-05,\"他说\"\"好\"\"，\n第二行\"\r\n1-2,某日,=1+1\r\n\r\n008,2026-01-06,6\"的管子\r\n";
        var marked = Encoding.UTF8.GetString(await MarkedBytesAsync(Encoding.UTF8.GetBytes(theirs), "来信.csv"));

        Assert.StartsWith("编号,收集日期,意见内容,\"导入检查\"\r\n007,2026-01-05,\"他说\"\"好\"\"，\n第二行\"", marked, StringComparison.Ordinal);
        Assert.Contains("\r\n1-2,某日,=1+1,\"不能登记：收集日期“某日”", marked, StringComparison.Ordinal);
        Assert.EndsWith("\r\n\r\n008,2026-01-06,6\"的管子\r\n", marked, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_table_keeps_its_encoding_and_its_separator()
    {
        var gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;
        var marked = gb18030.GetString(await MarkedBytesAsync(gb18030.GetBytes("编号\t收集日期\t意见内容\t备注\n1\t某日\t停车难\n"), "来信.csv"));

        Assert.Contains("1\t某日\t停车难\t\t\"不能登记：", marked, StringComparison.Ordinal);
    }

    /// <summary>A title over all, headings in the third row, a formula, leading zeros, a colour of their own, a frozen row and a second sheet.</summary>
    private static byte[] Theirs { get; } = SomeLedger.Excel(workbook =>
    {
        var sheet = workbook.AddWorksheet("台账");
        SomeLedger.Fill(
            sheet,
            ["某街道接待选民台账"],
            [],
            ["编号", "收集日期", "意见内容", "承办单位", "答复内容", "合计"],
            ["007", "2026-01-05", "路灯\t不亮", "区城管委", "已修复"],
            ["1-2", "某日", "=1+1"]);
        sheet.Range("A1:F1").Merge();
        sheet.SheetView.FreezeRows(1);
        sheet.Cell("F4").FormulaA1 = "LEN(C4)";
        sheet.Cell("B4").Style.Fill.BackgroundColor = XLColor.Red;
        sheet.Cell("B5").Style.Font.Bold = true;
        sheet.Cell("A4").Style.NumberFormat.Format = "@";
        SomeLedger.Fill(workbook.AddWorksheet("说明"), ["别的表"]);
    });

    private async Task<XLWorkbook> MarkedAsync(byte[] content) => new(new MemoryStream(await MarkedBytesAsync(content, "台账.xlsx")));

    private async Task<byte[]> MarkedBytesAsync(byte[] content, string name) =>
        MarkedCopy.Of(content, await Desk.TryAsync(await LedgerReading.ReadAsync(content, name, null, null, Cancel), "BJ01", null, Cancel));

    private static SortedSet<string> Parts(byte[] content)
    {
        using var package = new ZipArchive(new MemoryStream(content));
        return [.. package.Entries.Select(entry => entry.FullName)];
    }
}
