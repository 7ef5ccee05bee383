using System.Globalization;
using System.Xml;
using ClosedXML.Excel;

namespace VoterLiaison.Dashboard.Workbooks;

/// <summary>Writes body rows with the style numbers of the swatches. Values only: no cell becomes a formula.</summary>
internal sealed class BodyXml(XmlWriter xml, SheetPage page, Dictionary<RowKind, string[]> styles)
{
    private const double ExcelRowHeight = 409.5;
    private const double LineHeight = 14.25;
    private const double Padding = 6;

    private readonly string[] _letters = [.. Enumerable.Range(1, page.LastColumn).Select(column => XLHelper.GetColumnLetterFromNumber(column))];
    private readonly Cell[] _cells = new Cell[page.LastColumn];

    public void WriteRow(int number, RowSpool rows)
    {
        var rowStyles = styles[rows.Take(_cells)];
        var row = number.ToString(CultureInfo.InvariantCulture);
        xml.WriteStartElement("row");
        xml.WriteAttributeString("r", row);
        xml.WriteAttributeString("ht", Height().ToString(CultureInfo.InvariantCulture));

        for (var i = 0; i < _cells.Length; i++)
        {
            xml.WriteStartElement("c");
            xml.WriteAttributeString("r", _letters[i] + row);
            xml.WriteAttributeString("s", rowStyles[i]);
            WriteValue(_cells[i]);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private void WriteValue(Cell cell)
    {
        switch (cell)
        {
            case { Text: { } text }:
                xml.WriteAttributeString("t", "inlineStr");
                xml.WriteStartElement("is");
                xml.WriteStartElement("t");
                xml.WriteAttributeString("xml", "space", null, "preserve");
                xml.WriteString(CellText.Escape(text));
                xml.WriteEndElement();
                xml.WriteEndElement();
                break;
            case { Number: { } number }:
                xml.WriteElementString("v", number.ToString(CultureInfo.InvariantCulture));
                break;
            case { Day: { } day }:
                xml.WriteElementString("v", day.ToDateTime(TimeOnly.MinValue).ToOADate().ToString(CultureInfo.InvariantCulture));
                break;
        }
    }

    // Without customHeight, so that a row fits itself anew when somebody edits it.
    private double Height()
    {
        var lines = 1;
        for (var i = 0; i < _cells.Length; i++)
        {
            if (_cells[i].Text is { } text)
            {
                lines = Math.Max(lines, TextWidth.Lines(text, page.Sheet.Columns[i].Width));
            }
        }

        return Math.Min(ExcelRowHeight, Padding + (lines * LineHeight));
    }
}
