using System.IO.Compression;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace VoterLiaison.Dashboard.Ledgers;

/// <summary>
/// Writes a further column into one sheet of a workbook, and colours rows. Every other part goes over as it is, and of the sheet itself every cell, formula and
/// setting: nothing is read into a model that might not know it.
/// </summary>
internal static class XlsxMarking
{
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static readonly XNamespace Linked = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <param name="content">The file's bytes.</param>
    /// <param name="sheet">Which sheet.</param>
    /// <param name="headerLine">Where the headings stand.</param>
    /// <param name="sentences">What is said of a row.</param>
    /// <param name="coloured">The rows to be coloured.</param>
    public static byte[] Mark(byte[] content, string sheet, int headerLine, IReadOnlyDictionary<int, string> sentences, IReadOnlySet<int> coloured)
    {
        using var package = new ZipArchive(new MemoryStream(content, writable: false));
        var part = PartOf(package, sheet);
        SheetExtent extent;
        using (var reader = Open(package.GetEntry(part)!))
        {
            extent = SheetExtent.Of(reader, headerLine, coloured);
        }

        var styles = package.GetEntry("xl/styles.xml") is { } stylesheet ? MarkingStyles.AddTo(Load(stylesheet), extent.Styles) : null;
        using var marked = new MemoryStream();
        using (var target = new ZipArchive(marked, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in package.Entries)
            {
                var copy = target.CreateEntry(entry.FullName);
                copy.LastWriteTime = entry.LastWriteTime;
                using var to = copy.Open();
                if (entry.FullName == part)
                {
                    using var from = Open(entry);
                    using var writer = XmlWriter.Create(to, new XmlWriterSettings { CheckCharacters = false, Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), NewLineHandling = NewLineHandling.Entitize });
                    new SheetMarker(from, writer, extent.CheckColumn, headerLine, sentences, coloured, styles).Run();
                }
                else if (styles is not null && entry.FullName == "xl/styles.xml")
                {
                    styles.Document.Save(to, SaveOptions.DisableFormatting);
                }
                else
                {
                    using var from = entry.Open();
                    from.CopyTo(to);
                }
            }
        }

        return marked.ToArray();
    }

    /// <summary>A in the letters of Excel is 1.</summary>
    public static string Letters(int column) => column <= 26 ? $"{(char)('A' + column - 1)}" : Letters((column - 1) / 26) + (char)('A' + (column - 1) % 26);

    public static int ColumnOf(string? reference, int before) =>
        reference is null ? before + 1 : reference.TakeWhile(char.IsAsciiLetter).Aggregate(0, (sum, letter) => sum * 26 + char.ToUpperInvariant(letter) - '@');

    private static string PartOf(ZipArchive package, string sheet)
    {
        var id = Load(package.GetEntry("xl/workbook.xml")!).Descendants(Main + "sheet").First(one => (string?)one.Attribute("name") == sheet).Attribute(Linked + "id")!.Value;
        var target = Load(package.GetEntry("xl/_rels/workbook.xml.rels")!).Root!.Elements().First(one => (string?)one.Attribute("Id") == id).Attribute("Target")!.Value;
        return target.StartsWith('/') ? target[1..] : $"xl/{target}";
    }

    private static XDocument Load(ZipArchiveEntry entry)
    {
        using var reader = Open(entry);
        return XDocument.Load(reader, LoadOptions.PreserveWhitespace);
    }

    private static XmlReader Open(ZipArchiveEntry entry) =>
        XmlReader.Create(entry.Open(), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CheckCharacters = false, CloseInput = true });
}
