using System.Text;

namespace VoterLiaison.Dashboard.Ledgers;

public sealed class CsvSheetTests
{
    private const string Plain = "编号,收集日期,意见内容\r\n007,2024-03-05,\"路灯不亮，\r\n\"\"三天\"\"了, 请修\"\r\n008,2024-03-06,井盖";

    public static TheoryData<string> Encodings => ["utf-8", "utf-8-bom", "GB18030", "utf-16"];

    [Theory, MemberData(nameof(Encodings))]
    public async Task The_encoding_is_found_out(string encoding)
    {
        var rows = (await SomeLedger.SheetOfAsync(Encode(Plain, encoding), "台账.csv")).Rows().ToList();
        Assert.Equal("路灯不亮，\n\"三天\"了, 请修", rows[0].Text(LedgerColumn.Text));
        Assert.Equal(["007", "008"], rows.Select(row => row.Text(LedgerColumn.Number)));
        Assert.Equal([2, 3], rows.Select(row => row.Line));
    }

    [Fact]
    public async Task What_both_encodings_could_mean_is_UTF8() =>
        Assert.Equal("路灯", (await SomeLedger.CsvAsync("编号,内容\n1,路灯")).Rows().Single().Text(LedgerColumn.Text));

    [Theory]
    [InlineData(',')]
    [InlineData('\t')]
    [InlineData(';')]
    public async Task The_separator_is_found_out_by_the_headings(char separator)
    {
        var others = string.Concat(",\t;".Where(other => other != separator));
        var text = $"台账{separator}{separator}\n编号{separator}意见内容{separator}备注\n1{separator}一{others}二{others}三{others}四{separator}无";
        var row = (await SomeLedger.CsvAsync(text)).Rows().Single();
        Assert.Equal($"一{others}二{others}三{others}四", row.Text(LedgerColumn.Text));
    }

    [Fact]
    public async Task A_quotation_mark_within_plain_words_is_one_of_the_words() =>
        Assert.Equal("5\"水管\"漏水", (await SomeLedger.CsvAsync("编号,内容\n1,5\"水管\"漏水\n2,乙")).Rows().First().Text(LedgerColumn.Text));

    [Theory]
    [InlineData("编号,内容\n1,甲\n2,\"乙\n3,丙\n4,丁")]
    [InlineData("编号,内容\n1,甲\n2,\"乙\n3,\"丙\"\n4,丁")]
    [InlineData("编号,标题,内容\n1,甲,乙\n2,5\"管,\"乙\n3,丙,丁")]
    public async Task A_quotation_mark_never_closed_is_refused_and_swallows_nothing(string text) =>
        Assert.Contains("第 3 行的引号不成对", await SomeLedger.RefusalOfAsync(Encoding.UTF8.GetBytes(text), "台账.csv"), StringComparison.Ordinal);

    [Fact]
    public async Task A_long_cell_is_kept_whole()
    {
        var words = new string('路', 32_767);
        Assert.Equal(words, (await SomeLedger.CsvAsync($"编号,内容\n1,{words}")).Rows().Single().Text(LedgerColumn.Text));
    }

    [Fact]
    public async Task A_file_of_nothing_but_separators_is_refused_at_once()
    {
        var content = Encoding.UTF8.GetBytes("编号,内容\n" + new string(',', 10_000_000));
        Assert.Contains("不是文本表格", await SomeLedger.RefusalOfAsync(content, "台账.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_in_no_known_encoding_is_refused() =>
        Assert.Contains("文字编码", await SomeLedger.RefusalOfAsync([0xB1, 0xFF, 0xFF, 0x80], "台账.csv"), StringComparison.Ordinal);

    [Fact]
    public async Task A_picture_called_csv_is_refused() =>
        Assert.Contains("不是文本表格", await SomeLedger.RefusalOfAsync([0x47, 0x49, 0x46, 0x00, 0x00], "台账.csv"), StringComparison.Ordinal);

    private static byte[] Encode(string text, string encoding) => encoding switch
    {
        "utf-8" => Encoding.UTF8.GetBytes(text),
        "utf-8-bom" => [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text)],
        "utf-16" => [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(text)],
        _ => CodePagesEncodingProvider.Instance.GetEncoding(encoding)!.GetBytes(text),
    };
}
