using ClosedXML.Excel;

namespace VoterLiaison.Dashboard.Workbooks;

/// <summary>Writes body rows with the style numbers of the swatches. Values only: no cell becomes a formula.</summary>
/// <remarks>Written as bytes and not by an XmlWriter, whose names, states and attributes take most of a long ledger's time.</remarks>
internal sealed class BodyXml(Utf8Writer xml, SheetPage page, Dictionary<RowKind, string[]> styles)
{
    private const double ExcelRowHeight = 409.5;
    private const double LineHeight = 14.25;
    private const double Padding = 6;

    private static readonly int _daysBeforeExcel = new DateOnly(1899, 12, 30).DayNumber;

    private readonly string[] _letters = [.. Enumerable.Range(1, page.LastColumn).Select(column => XLHelper.GetColumnLetterFromNumber(column))];
    private readonly Cell[] _cells = new Cell[page.LastColumn];

    public void WriteRow(int number, RowSpool rows)
    {
        var rowStyles = styles[rows.Take(_cells)];
        xml.Raw("<row r=\""u8);
        xml.Value(number);
        xml.Raw("\" ht=\""u8);
        xml.Value(Height());
        xml.Raw("\">"u8);
        for (var i = 0; i < _cells.Length; i++)
        {
            xml.Raw("<c r=\""u8);
            xml.Text(_letters[i]);
            xml.Value(number);
            xml.Raw("\" s=\""u8);
            xml.Text(rowStyles[i]);
            WriteValue(_cells[i]);
        }

        xml.Raw("</row>"u8);
    }

    private void WriteValue(Cell cell)
    {
        switch (cell)
        {
            case { Text: { } text }:
                xml.Raw(KeepsItsSpaces(text) ? "\" t=\"inlineStr\"><is><t xml:space=\"preserve\">"u8 : "\" t=\"inlineStr\"><is><t>"u8);
                xml.Text(CellText.Escape(text));
                xml.Raw("</t></is></c>"u8);
                break;
            case { Number: { } number }:
                xml.Raw("\"><v>"u8);
                xml.Value(number);
                xml.Raw("</v></c>"u8);
                break;
            case { Day: { } day }:
                xml.Raw("\"><v>"u8);
                xml.Value(day.DayNumber - _daysBeforeExcel);
                xml.Raw("</v></c>"u8);
                break;
            default:
                xml.Raw("\"/>"u8);
                break;
        }
    }

    // Readers drop spaces at the ends, and some every line break, unless told not to.
    private static bool KeepsItsSpaces(string text) => char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1]) || text.AsSpan().ContainsAny('\n', '\t');

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
