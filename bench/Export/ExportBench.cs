using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using ClosedXML.Excel;
using MiniExcelLibs;
using VoterLiaison.Dashboard.Workbooks;

namespace VoterLiaison.Bench.Export;

/// <summary>Writing one long ledger: ours beside what else would be picked. The floor is a bare loop of XmlWriter into a ZipArchive.</summary>
internal static class ExportBench
{
    public const string Name = "export";

    private const string Floor = "XmlWriter";
    private const string Ours = "BookWriter";
    private const int ClosedXmlMost = 100_000; // more of it takes the machine's memory

    private static readonly (string Name, Func<int, string> Write)[] _writers =
    [
        (Floor, WriteBare), (Ours, WriteOurs), ("MiniExcel", WriteMiniExcel), ("ClosedXML", WriteClosedXml),
    ];

    public static async Task<int> RunAsync(Words words)
    {
        if (words.Of("--one") is { } one)
        {
            return Measured.Print(_writers.Single(writer => writer.Name == one).Write, words.Number("--rows", ClosedXmlMost));
        }

        Table.Begin("Writing a long ledger", "rows:", "writer", "s:", "× bare loop:", "rows/s:", "peak MB:", "file MB:");
        foreach (var rows in words.Numbers("--sizes", 100_000, 1_000_000))
        {
            Measured? floor = null;
            foreach (var (name, _) in _writers.Where(writer => writer.Name != "ClosedXML" || rows <= ClosedXmlMost))
            {
                var measured = await OwnProcess.RunAsync<Measured>(Name, "--one", name, "--rows", Words.Written(rows));
                floor ??= measured;
                Table.Row($"{rows:N0}", $"{name}", $"{measured.Seconds:0.0}", $"{measured.Seconds / floor.Seconds:0.00}", $"{rows / measured.Seconds:N0}", $"{measured.PeakMegabytes:N0}", $"{measured.FileMegabytes:0.0}");
            }
        }

        return 0;
    }

    private static string WriteOurs(int rows)
    {
        var columns = Enumerable.Range(0, LedgerRows.Columns)
            .Select(column => new Column($"第{column}列", LedgerRows.IsLong(column) ? 40 : 10, LedgerRows.IsLong(column) ? ColumnKind.LongText : LedgerRows.IsDay(column) ? ColumnKind.Date : LedgerRows.IsNumber(column) ? ColumnKind.Number : ColumnKind.Text))
            .ToList();
        var sheet = new Sheet("意见台账", new Heading("选民意见建议台账", "代表联络室", "2026年", "件"), columns, Enumerable.Range(1, rows).Select(number => SheetRow.Detail(Array.ConvertAll(LedgerRows.Row(number), CellOf))));
        var path = NewPath();
        new BookWriter().WriteToFileAsync(new Book("台账", "代表联络室", DateTimeOffset.UnixEpoch.AddYears(50), [sheet]), path).GetAwaiter().GetResult();
        return path;
    }

    private static Cell CellOf(object? value) => value switch
    {
        null => null as string,
        int number => number,
        DateOnly day => day,
        _ => (string)value,
    };

    private static string WriteBare(int rows)
    {
        var path = NewPath();
        using var zip = new ZipArchive(File.Create(path), ZipArchiveMode.Create);
        Part("[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>""");
        Part("_rels/.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
        Part("xl/workbook.xml", """<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="意见台账" sheetId="1" r:id="r1"/></sheets></workbook>""");
        Part("xl/_rels/workbook.xml.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>""");
        using var stream = zip.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Optimal).Open();
        using var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false) });
        xml.WriteStartElement("worksheet", "http://schemas.openxmlformats.org/spreadsheetml/2006/main");
        xml.WriteStartElement("sheetData");
        for (var number = 1; number <= rows; number++)
        {
            WriteRow(xml, number, LedgerRows.Row(number));
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
        return path;

        void Part(string name, string content)
        {
            using var writer = new StreamWriter(zip.CreateEntry(name, CompressionLevel.Optimal).Open());
            writer.Write(content);
        }
    }

    private static void WriteRow(XmlWriter xml, int number, object?[] row)
    {
        xml.WriteStartElement("row");
        xml.WriteAttributeString("r", number.ToString(CultureInfo.InvariantCulture));
        for (var column = 0; column < row.Length; column++)
        {
            xml.WriteStartElement("c");
            xml.WriteAttributeString("r", XLHelper.GetColumnLetterFromNumber(column + 1) + number.ToString(CultureInfo.InvariantCulture));
            switch (row[column])
            {
                case int count:
                    xml.WriteElementString("v", count.ToString(CultureInfo.InvariantCulture));
                    break;
                case DateOnly day:
                    xml.WriteElementString("v", day.ToDateTime(TimeOnly.MinValue).ToOADate().ToString(CultureInfo.InvariantCulture));
                    break;
                case string text:
                    xml.WriteAttributeString("t", "inlineStr");
                    xml.WriteStartElement("is");
                    xml.WriteElementString("t", text);
                    xml.WriteEndElement();
                    break;
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static string WriteMiniExcel(int rows)
    {
        var path = NewPath();
        MiniExcel.SaveAs(path, Enumerable.Range(1, rows).Select(number => LedgerRows.Row(number).Index().ToDictionary(cell => $"第{cell.Index}列", cell => cell.Item is DateOnly day ? day.ToDateTime(TimeOnly.MinValue) : cell.Item)));
        return path;
    }

    private static string WriteClosedXml(int rows)
    {
        var path = NewPath();
        using var book = new XLWorkbook();
        var sheet = book.AddWorksheet("意见台账");
        for (var number = 1; number <= rows; number++)
        {
            var row = LedgerRows.Row(number);
            for (var column = 0; column < row.Length; column++)
            {
                switch (row[column])
                {
                    case int count:
                        sheet.Cell(number, column + 1).SetValue(count);
                        break;
                    case DateOnly day:
                        sheet.Cell(number, column + 1).SetValue(day.ToDateTime(TimeOnly.MinValue));
                        break;
                    case string text:
                        sheet.Cell(number, column + 1).SetValue<string>(text);
                        break;
                }
            }
        }

        book.SaveAs(path);
        return path;
    }

    private static string NewPath() => Path.Combine(Path.GetTempPath(), $"bench-{Guid.NewGuid():N}.xlsx");
}
