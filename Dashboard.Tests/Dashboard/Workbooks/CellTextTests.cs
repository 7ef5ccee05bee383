using System.Text;
using ClosedXML.Excel;
using CsCheck;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using ExcelDataReader;

namespace VoterLiaison.Dashboard.Workbooks;

public sealed class CellTextTests
{
    private static readonly Gen<string> AnyText = Gen.OneOf(
        Gen.Char.Array[0, 40].Select(characters => new string(characters)),
        Gen.OneOf<string>("=", "+", "-", "@", "'", "0", "1-2", "\t", " ", "\n", "<", "&", "路灯", "😀", "_x0041_", "_x", "]]>", "\u3000").Array[0, 8].Select(string.Concat));

    static CellTextTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("007")]
    [InlineData("110107199001011234")]
    [InlineData("1-2")]
    [InlineData("2024.3.5")]
    [InlineData("=1+1")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@x")]
    [InlineData("'x")]
    [InlineData("TRUE")]
    [InlineData("1E5")]
    [InlineData(" 前后有空格 ")]
    [InlineData("\t制表符\t")]
    [InlineData("第一行\n第二行")]
    [InlineData("路灯😀不亮👨‍👩‍👧")]
    [InlineData("<b>&amp;</b>")]
    public async Task Text_stays_text(string text)
    {
        using var book = await BookWith(text).ReopenedAsync();
        var cell = book.Worksheet(1).Cell("A4");

        Assert.Equal(XLDataType.Text, cell.DataType);
        Assert.False(cell.HasFormula);
        Assert.Equal("@", cell.Style.NumberFormat.Format);
        Assert.Equal(text, cell.GetString());
        Assert.Equal([text], await ReadAsync(BookWith(text)));
    }

    [Fact]
    public async Task Spaces_at_the_ends_are_marked_to_be_kept()
    {
        using var document = SpreadsheetDocument.Open(await BookWith("\t前后 ").WrittenAsync(), isEditable: false);
        var text = Assert.Single(document.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<InlineString>()).Text!;

        Assert.Equal(("\t前后 ", SpaceProcessingModeValues.Preserve), (text.Text, text.Space!.Value));
    }

    [Fact]
    public async Task Numbers_kept_as_text_get_no_warning_corner_in_Excel()
    {
        using var document = SpreadsheetDocument.Open(await BookWith("01068607168").WrittenAsync(), isEditable: false);
        var ignored = Assert.Single(document.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<IgnoredError>());

        Assert.Equal(("A1:A4", true), (ignored.SequenceOfReferences!.InnerText, ignored.NumberStoredAsText!.Value));
    }

    [Fact]
    public async Task Whatever_a_voter_writes_comes_back_but_for_characters_no_book_can_hold() =>
        await AnyText.Array[1, 20].SampleAsync(async texts => Assert.Equal(texts.Select(CellText.Clean), await ReadAsync(BookWith(texts))), iter: 100);

    [Theory]
    [InlineData("\0响\u0007铃\u001b", "响铃")]
    [InlineData("\ufffe\uffff字", "字")]
    [InlineData("一\r\n二\r三", "一\n二\n三")]
    public void Characters_that_XML_forbids_are_left_out(string given, string kept) => Assert.Equal(kept, CellText.Clean(given));

    [Fact]
    public void Half_a_character_is_left_out() => Assert.Equal("半个", CellText.Clean("半\ud83d个\ude00\ud83d"));

    [Fact]
    public void Words_like_an_escape_of_Excel_are_escaped_themselves() => Assert.Equal("_x005F_x0041_x005F_x0042_ _x 路灯", CellText.Escape("_x0041_x0042_ _x 路灯"));

    [Fact]
    public void A_text_that_just_fits_a_cell_is_not_cut() => Assert.Equal(new string('字', 32_767), CellText.Clean(new string('字', 32_767)));

    [Fact]
    public async Task A_text_too_long_for_a_cell_is_cut_and_says_so()
    {
        var written = Assert.Single(await ReadAsync(BookWith(new string('字', 32_768))));

        Assert.Equal(32_767, written!.Length);
        Assert.EndsWith("字（全文过长，见系统中原件）", written, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("字")]
    public void A_cut_never_halves_a_character(string before)
    {
        var cut = CellText.Clean(before + string.Concat(Enumerable.Repeat("😀", 20_000)))!;

        Assert.InRange(cut.Length, 32_766, 32_767);
        Assert.EndsWith("😀（全文过长，见系统中原件）", cut, StringComparison.Ordinal);
    }

    private static Book BookWith(params IEnumerable<string> texts) =>
        SampleBook.Of(new Sheet("文字", SampleBook.Heading("文字"), [new Column("意见内容", 60, ColumnKind.LongText)], texts.Select(text => SheetRow.Detail(text))));

    private static async Task<List<string?>> ReadAsync(Book book)
    {
        using var reader = ExcelReaderFactory.CreateOpenXmlReader(await book.WrittenAsync());
        var texts = new List<string?>();
        while (reader.Read())
        {
            texts.Add(reader.IsDBNull(0) ? null : Assert.IsType<string>(reader.GetValue(0)));
        }

        return texts[3..];
    }
}
