using ClosedXML.Excel;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using VoterLiaison.Dashboard.Books;

namespace VoterLiaison.Dashboard.Workbooks;

public sealed class BookTemplateTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("book-template-tests-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task The_offices_own_sheet_comes_first_as_it_is_with_its_named_cells_filled()
    {
        using var book = await (SampleBook.Of(SampleBook.Stations()) with { Template = Template() }).ReopenedAsync();
        var own = book.Worksheet(1);

        Assert.Equal(["本室报表", "家站统计"], book.Worksheets.Select(sheet => sheet.Name));
        Assert.Equal((1_530.0, "007", new DateTime(2026, 12, 31), "照旧"), (own.Cell("B2").GetDouble(), own.Cell("B3").GetString(), own.Cell("B4").GetDateTime(), own.Cell("B5").GetString()));
        Assert.True(own.Cell("A1").Style.Font.Bold);
    }

    [Fact]
    public async Task A_sheet_whose_name_the_template_has_gets_another_and_the_book_keeps_the_schema()
    {
        var book = SampleBook.Of(SampleBook.Stations(), SampleBook.Ledger(SampleBook.Opinion(1))) with { Template = Template("家站统计") };
        var stream = await book.WrittenAsync();
        using var document = SpreadsheetDocument.Open(stream, isEditable: false);
        using var reopened = new XLWorkbook(stream);

        Assert.Equal(["家站统计", "家站统计（2）", "意见台账"], reopened.Worksheets.Select(sheet => sheet.Name));
        Assert.Equal("合计", reopened.Worksheet("家站统计（2）").Body()[^1].Cell(1).GetString());
        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2013).Validate(document, TestContext.Current.CancellationToken).Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}"));
    }

    private BookTemplate Template(string sheet = "本室报表")
    {
        var path = Path.Combine(_folder.FullName, "模板.xlsx");
        using var workbook = new XLWorkbook();
        var own = workbook.AddWorksheet(sheet);
        own.Cell("A1").SetValue("本室报表").Style.Font.SetBold();
        own.Cell("B5").SetValue("照旧");
        workbook.NamedRanges.Add("收集", own.Range("B2:B2"));
        own.NamedRanges.Add("编号", own.Range("B3:B3"));
        workbook.NamedRanges.Add("填报日期", own.Range("B4:B4"));
        workbook.NamedRanges.Add("别的", own.Range("B5:B5"));
        workbook.SaveAs(path);
        return new BookTemplate(path, new Dictionary<string, Cell> { ["收集"] = 1_530, ["编号"] = "007", ["填报日期"] = new DateOnly(2026, 12, 31), ["没有的"] = "不写" });
    }
}
