using System.IO.Compression;
using System.Text;

namespace VoterLiaison.Dashboard.Ledgers;

public sealed class XlsxPackageTests
{
    private static readonly string Good = SomeLedger.Sheet(SomeLedger.HeadingRow + SomeLedger.Row(2, "1", "路灯不亮"));

    [Fact]
    public async Task The_plain_workbook_the_hostile_ones_are_made_of_is_read() =>
        Assert.Equal("路灯不亮", (await SomeLedger.SheetOfAsync(SomeLedger.Package(Good))).Rows().Single().Text(LedgerColumn.Text));

    public static TheoryData<string, byte[], string> OtherKinds => new()
    {
        { "台账.xlsx", [], "空文件" },
        { "台账.xlsx", Encoding.UTF8.GetBytes("编号,内容"), "内容却不是 Excel 工作簿" },
        { "台账.csv", SomeLedger.Package(Good), "把扩展名改为 .xlsx" },
        { "台账.xlsm", SomeLedger.Package(Good), "可能带有宏" },
        { "台账.pdf", [1, 2, 3], "只能导入 .xlsx 和 .csv" },
        { "台账.xls", CompoundFile(""), "旧版 Excel" },
        { "台账.xlsx", CompoundFile("EncryptedPackage"), "有密码保护" },
        { "台账.xlsx", SomeLedger.Zip(("word/document.xml", "<a/>")), "不是普通的 Excel 工作簿" },
        { "台账.xlsx", SomeLedger.Package(Good)[..400], "已损坏" },
        { "台账.xlsx", SomeLedger.Package(Good, ("xl/vbaProject.bin", "x")), "带有宏" },
        { "台账.xlsx", SomeLedger.Package(Good, ("[Content_Types].xml", SomeLedger.ContentTypes.Replace("openxmlformats-officedocument.spreadsheetml.sheet.main", "ms-excel.sheet.macroEnabled.main"))), "带有宏" },
        { "台账.xlsx", SomeLedger.Package(Good, ("xl/workbook.xml", SomeLedger.Workbook.Replace("http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main"))), "Strict Open XML" },
        { "台账.xlsx", SomeLedger.Package(Good, ("xl/workbook.xml", SomeLedger.Workbook.Replace("sheetId=\"1\"", "sheetId=\"x\""))), "已损坏" },
        { "台账.xlsx", SomeLedger.Zip([("xl/workbook.xml", "<a/>"), ("[Content_Types].xml", "<a/>"), ("XL/WORKBOOK.xml", "<a/>")]), "已损坏" },
    };

    [Theory, MemberData(nameof(OtherKinds), DisableDiscoveryEnumeration = true)]
    public async Task Whatever_is_no_plain_workbook_is_refused_with_its_reason(string name, byte[] content, string because)
    {
        var sentence = await SomeLedger.RefusalOfAsync(content, name);
        Assert.Contains(because, sentence, StringComparison.Ordinal);
        Assert.Contains(name, sentence, StringComparison.Ordinal);
        Assert.EndsWith("。", sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("xl/worksheets/sheet1.xml")]
    [InlineData("xl/sharedStrings.xml")]
    [InlineData("docProps/app.xml")]
    public async Task A_document_type_that_names_an_external_entity_is_refused_in_any_part(string part)
    {
        const string hostile = """<?xml version="1.0"?><!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><a/>""";
        Assert.Contains(part, await SomeLedger.RefusalOfAsync(SomeLedger.Package(Good, (part, hostile))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("xl/worksheets/sheet1.xml", 400, null, "解压后过大")] // said openly
    [InlineData("xl/worksheets/sheet1.xml", 200, null, "解压后过大")] // found by what it was packed from
    [InlineData("xl/media/image1.png", 200, null, "解压后过大")]
    [InlineData("xl/worksheets/sheet1.xml", 400, 1_000, "不合规范")] // lied about: only what is said is unpacked, and that is no sheet
    public async Task A_zip_bomb_is_refused(string part, int megabytes, int? declaredLength, string because)
    {
        var content = Bomb(part, megabytes, declaredLength);
        Assert.Contains(because, await SomeLedger.RefusalOfAsync(content), StringComparison.Ordinal);
    }

    [Fact]
    public void The_bytes_that_come_out_are_counted_over_all_parts_whatever_was_declared()
    {
        var meter = new InflationMeter("台账.xlsx", packedBytes: LedgerLimits.FileBytes);
        var half = new byte[LedgerLimits.InflatedBytes / 2];
        meter.Watch(new MemoryStream(half)).CopyTo(Stream.Null);
        meter.Watch(new MemoryStream(half)).CopyTo(Stream.Null);
        Assert.Throws<LedgerRefusedException>(() => meter.Watch(new MemoryStream([1])).ReadByte());
    }

    [Fact]
    public async Task A_package_of_countless_parts_is_refused() =>
        Assert.Contains("解压后过大", await SomeLedger.RefusalOfAsync(
            SomeLedger.Zip([.. Enumerable.Range(0, LedgerLimits.Parts + 1).Select(part => ($"xl/{part}.xml", "<a/>"))])), StringComparison.Ordinal);

    public static TheoryData<string, string> HostileRows => new()
    {
        { """<row r="2147483647"><c r="A2147483647"><v>1</v></c></row>""", "已损坏" },
        { """<row r="9"/><row r="3"/>""", "已损坏" },
        { """<row r="2"><c r="ZZZZZZ2"><v>1</v></c></row>""", "已损坏" },
        { """<row r="2"><c r="XFE2"><v>1</v></c></row>""", "已损坏" },
        { """<row r="2"><c r="XFD2"><v>1</v></c></row>""", "以后还有内容" },
        { """<row r="2"><c r="XFD2" s="0"/></row><row r="1048576"/>""", "绝大部分是空白" },
        { $"""<row r="2"><c r="A2" t="inlineStr"><is><t>{new string('x', LedgerLimits.CellCharacters + 1)}</t></is></c></row>""", "单元格过长" },
        { $"""<row r="2"><c r="A2" t="inlineStr"><is>{string.Concat(Enumerable.Repeat("<r><t>x</t></r>", LedgerLimits.RunsInACell + 1))}</is></c></row>""", "格式过碎" },
    };

    [Theory, MemberData(nameof(HostileRows), DisableDiscoveryEnumeration = true)]
    public async Task Rows_and_cells_beyond_all_measure_are_refused_before_anything_is_built(string rows, string because) =>
        Assert.Contains(because, await SomeLedger.RefusalOfAsync(SomeLedger.Package(SomeLedger.Sheet(SomeLedger.HeadingRow + rows))), StringComparison.Ordinal);

    [Fact]
    public async Task One_sheet_named_many_times_over_is_refused()
    {
        var again = SomeLedger.Relationships.Replace("</Relationships>",
            """<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="/xl/worksheets/sheet1.xml"/></Relationships>""");
        Assert.Contains("已损坏", await SomeLedger.RefusalOfAsync(SomeLedger.Package(Good, ("xl/_rels/workbook.xml.rels", again))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sheet_that_only_claims_to_be_endless_is_read()
    {
        var sheet = SomeLedger.Sheet(SomeLedger.HeadingRow + SomeLedger.Row(2, "1", "路灯"), before: """<dimension ref="A1:XFD1048576"/>""");
        Assert.Single((await SomeLedger.SheetOfAsync(SomeLedger.Package(sheet))).Rows());
    }

    [Fact]
    public async Task A_used_range_of_65203_rows_mostly_blank_gives_the_rows_that_are_not()
    {
        const int used = 65_203, blank = 64_707;
        var blanks = string.Concat(Enumerable.Range(2, blank).Select(line => $"""<row r="{line}"><c r="A{line}"/><c r="B{line}"/><c r="C{line}" t="inlineStr"><is><t> </t></is></c></row>"""));
        var rest = string.Concat(Enumerable.Range(blank + 2, used - blank - 1).Select(line => SomeLedger.Row(line, $"{line}", "路灯")));
        var rows = (await SomeLedger.SheetOfAsync(SomeLedger.Package(SomeLedger.Sheet(SomeLedger.HeadingRow + blanks + rest)))).Rows().ToList();
        Assert.Equal(used - blank - 1, rows.Count);
        Assert.All(rows, row => Assert.Equal($"{row.Line}", row.Text(LedgerColumn.Number)));
    }

    [Fact]
    public async Task More_rows_than_one_import_takes_are_refused()
    {
        var rows = string.Concat(Enumerable.Range(2, LedgerLimits.Rows).Select(line => $"""<row r="{line}"><c r="A{line}"><v>{line}</v></c></row>"""));
        Assert.Contains("200,000 行", await SomeLedger.RefusalOfAsync(SomeLedger.Package(SomeLedger.Sheet(SomeLedger.HeadingRow + rows))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(9_000)]
    [InlineData(32_767)]
    public async Task A_long_cell_is_kept_whole(int length)
    {
        var words = string.Concat(Enumerable.Range(0, length).Select(place => (char)('一' + place % 20_000)));
        Assert.Equal(words, (await SomeLedger.SheetOfAsync(SomeLedger.Excel(["编号", "内容"], ["1", words]))).Rows().Single().Text(LedgerColumn.Text));
    }

    [Fact]
    public async Task A_file_larger_than_one_import_takes_is_refused_before_it_is_read_to_its_end()
    {
        using var endless = new EndlessStream();
        var refused = await Assert.ThrowsAsync<LedgerRefusedException>(() => LedgerFile.OpenAsync(endless, "台账.xlsx", TestContext.Current.CancellationToken));
        Assert.Contains("超过 50 MB", refused.Message, StringComparison.Ordinal);
    }

    private static byte[] CompoundFile(string stream) =>
        [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600], .. Encoding.Unicode.GetBytes(stream), .. new byte[600]];

    /// <summary>A part of nothing but spaces, which the package may declare to be shorter than it is.</summary>
    private static byte[] Bomb(string part, int megabytes, int? declaredLength)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in new[] { ("[Content_Types].xml", SomeLedger.ContentTypes), ("xl/workbook.xml", SomeLedger.Workbook) })
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(content));
            }
            using var bomb = zip.CreateEntry(part, CompressionLevel.Optimal).Open();
            bomb.Write("<a>"u8);
            var spaces = new byte[1 << 20];
            Array.Fill(spaces, (byte)' ');
            for (var megabyte = 0; megabyte < megabytes; megabyte++)
            {
                bomb.Write(spaces);
            }
        }
        var bytes = stream.ToArray();
        if (declaredLength is { } length)
        {
            var directory = bytes.AsSpan().LastIndexOf("PK\x01\x02"u8);
            BitConverter.TryWriteBytes(bytes.AsSpan(directory + 24), length);
        }
        return bytes;
    }

    private sealed class EndlessStream : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => ValueTask.FromResult(buffer.Length);
    }
}
