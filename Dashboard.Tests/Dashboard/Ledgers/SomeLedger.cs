using System.IO.Compression;
using System.Text;
using ClosedXML.Excel;

namespace VoterLiaison.Dashboard.Ledgers;

/// <summary>Ledgers made up for a test, good ones and hostile ones.</summary>
internal static class SomeLedger
{
    public const string ContentTypes = """
        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>
        """;

    public const string Workbook = """
        <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="台账" sheetId="1" r:id="rId1"/></sheets></workbook>
        """;

    public const string Relationships = """
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>
        """;

    public const string HeadingRow = """<row r="1"><c r="A1" t="inlineStr"><is><t>编号</t></is></c><c r="B1" t="inlineStr"><is><t>意见内容</t></is></c></row>""";

    public static string Sheet(string rows, string before = "") =>
        $"""<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{before}<sheetData>{rows}</sheetData></worksheet>""";

    public static string Row(int line, string number, string text) =>
        $"""<row r="{line}"><c r="A{line}" t="inlineStr"><is><t>{number}</t></is></c><c r="B{line}" t="inlineStr"><is><t>{text}</t></is></c></row>""";

    /// <summary>A workbook of one sheet, whose parts may be replaced and added to.</summary>
    public static byte[] Package(string sheet, params (string Name, string Content)[] parts)
    {
        var all = new Dictionary<string, string>
        {
            ["[Content_Types].xml"] = ContentTypes,
            ["xl/workbook.xml"] = Workbook,
            ["xl/_rels/workbook.xml.rels"] = Relationships,
            ["xl/worksheets/sheet1.xml"] = sheet,
        };
        foreach (var (name, content) in parts)
        {
            all[name] = content;
        }
        return Zip([.. all.Select(part => (part.Key, part.Value))]);
    }

    public static byte[] Zip(params (string Name, string Content)[] entries)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(content));
            }
        }
        return stream.ToArray();
    }

    public static byte[] Excel(Action<XLWorkbook> fill)
    {
        using var workbook = new XLWorkbook();
        fill(workbook);
        using var stream = new MemoryStream();
        workbook.SaveAs(stream);
        return stream.ToArray();
    }

    public static byte[] Excel(params object?[][] rows) => Excel(workbook => Fill(workbook.AddWorksheet("台账"), rows));

    public static void Fill(IXLWorksheet sheet, params object?[][] rows)
    {
        for (var row = 0; row < rows.Length; row++)
        {
            for (var column = 0; column < rows[row].Length; column++)
            {
                var cell = sheet.Cell(row + 1, column + 1);
                switch (rows[row][column])
                {
                    case string text: cell.SetValue(text); break;
                    case double number: cell.SetValue(number); break;
                    case DateTime moment: cell.SetValue(moment); break;
                }
            }
        }
    }

    public static Task<LedgerFile> OpenAsync(byte[] content, string name = "台账.xlsx") =>
        LedgerFile.OpenAsync(new MemoryStream(content), name, TestContext.Current.CancellationToken);

    public static async Task<LedgerSheet> SheetOfAsync(byte[] content, string name = "台账.xlsx") => LedgerSheets.Pick(await OpenAsync(content, name));

    public static Task<LedgerSheet> CsvAsync(string text) => SheetOfAsync(Encoding.UTF8.GetBytes(text), "台账.csv");

    /// <summary>Opens the file and reads it to its end, which must not succeed.</summary>
    public static async Task<string> RefusalOfAsync(byte[] content, string name = "台账.xlsx") =>
        (await Assert.ThrowsAsync<LedgerRefusedException>(async () => _ = (await SheetOfAsync(content, name)).Rows().Count())).Message;
}
