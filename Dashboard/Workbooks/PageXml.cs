using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using ClosedXML.Excel;

namespace VoterLiaison.Dashboard.Workbooks;

/// <summary>A worksheet's XML: the frame's own, with the rows written between its header and its closing lines.</summary>
internal static class PageXml
{
    private static readonly XNamespace Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    public static void Write(Stream frame, SheetPage page, RowSpool rows, Stream target, Pace pace, CancellationToken cancellation)
    {
        var worksheet = XDocument.Load(frame, System.Xml.Linq.LoadOptions.PreserveWhitespace).Root!;
        worksheet.Attributes().Where(attribute => attribute.IsNamespaceDeclaration && attribute.Value == Main.NamespaceName).Remove(); // no prefix on a million cells
        var sheetData = worksheet.Element(Main + "sheetData")!;
        var styles = TakeSwatches(sheetData, page);
        var range = $"A1:{XLHelper.GetColumnLetterFromNumber(page.LastColumn)}{page.LastRow}";
        worksheet.Element(Main + "dimension")!.SetAttributeValue("ref", range);
        worksheet.Element(Main + "tableParts")!.AddBeforeSelf(DigitsAreMeantAsText(range), page.Sheet.Charts.Count == 0 ? null : new XElement(Main + "drawing", new XAttribute(Relations + "id", "rId1")));

        using var xml = XmlWriter.Create(target, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), NewLineHandling = NewLineHandling.None });
        xml.WriteStartDocument(standalone: true);
        xml.WriteStartElement("worksheet", Main.NamespaceName);
        WriteAll(xml, sheetData.ElementsBeforeSelf());
        xml.WriteStartElement("sheetData", Main.NamespaceName);
        WriteAll(xml, sheetData.Elements().Where(row => RowNumber(row) <= page.HeaderTo));

        xml.Flush(); // the body goes past it: a header row is written, so that no tag is open
        var bytes = new Utf8Writer(target);
        var body = new BodyXml(bytes, page, styles);
        for (var row = page.BodyFrom; row <= page.BodyTo; row++)
        {
            cancellation.ThrowIfCancellationRequested();
            body.WriteRow(row, rows);
            pace.RowWritten();
        }

        bytes.Flush();

        WriteAll(xml, sheetData.Elements().Where(row => RowNumber(row) > page.BodyTo));
        xml.WriteEndElement();
        WriteAll(xml, sheetData.ElementsAfterSelf());
        xml.WriteEndDocument();
    }

    // Spares telephone and document numbers Excel's green corners.
    private static XElement DigitsAreMeantAsText(string range) =>
        new(Main + "ignoredErrors", new XElement(Main + "ignoredError", new XAttribute("sqref", range), new XAttribute("numberStoredAsText", true)));

    private static Dictionary<RowKind, string[]> TakeSwatches(XElement sheetData, SheetPage page)
    {
        var swatches = Enum.GetValues<RowKind>().ToDictionary(kind => kind, kind => sheetData.Elements().Single(row => RowNumber(row) == Frame.SwatchRow(page, kind)));
        foreach (var row in swatches.Values)
        {
            row.Remove();
        }

        return swatches.ToDictionary(swatch => swatch.Key, swatch => swatch.Value.Elements().Select(cell => cell.Attribute("s")!.Value).ToArray());
    }

    private static int RowNumber(XElement row) => int.Parse(row.Attribute("r")!.Value, CultureInfo.InvariantCulture);

    private static void WriteAll(XmlWriter xml, IEnumerable<XElement> elements)
    {
        foreach (var element in elements)
        {
            element.WriteTo(xml);
        }
    }
}
