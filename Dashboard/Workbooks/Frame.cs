using System.Globalization;
using ClosedXML.Excel;

namespace VoterLiaison.Dashboard.Workbooks;

/// <summary>Draws by ClosedXML all of a worksheet but its body: heading, header, notes, signatures, print set-up, and a swatch of each body style.</summary>
internal static class Frame
{
    public const int Swatches = (int)RowKind.Total + 1;

    public static void Draw(IXLWorksheet worksheet, SheetPage page)
    {
        DrawColumns(worksheet, page);
        DrawHeading(worksheet, page);
        Header.Draw(worksheet, page);
        DrawClosing(worksheet, page);
        DrawSwatches(worksheet, page);
        PrintSetup.Apply(worksheet, page);
        worksheet.SheetView.Freeze(page.HeaderTo, page.Sheet.FrozenColumns);
        if (page.Sheet.Filtered)
        {
            worksheet.Range(page.HeaderTo, 1, page.HeaderTo + page.FilteredRows, page.LastColumn).SetAutoFilter();
        }
    }

    /// <summary>A row in the style of each kind of body row, below everything; <see cref="PageXml"/> takes the style numbers and drops the row.</summary>
    public static int SwatchRow(SheetPage page, RowKind kind) => page.LastRow + 1 + (int)kind;

    private static void DrawColumns(IXLWorksheet worksheet, SheetPage page)
    {
        for (var i = 0; i < page.LastColumn; i++)
        {
            worksheet.Column(i + 1).Width = page.Sheet.Columns[i].Width; // from a table: AdjustToContents needs GDI+, which Linux lacks
        }
    }

    private static void DrawHeading(IXLWorksheet worksheet, SheetPage page)
    {
        var heading = page.Sheet.Heading;
        worksheet.Row(1).Height = 34;
        SheetStyles.Title(worksheet.Write(1, 1, page.LastColumn, heading.Title), TitleSize(page.Sheet));
        worksheet.Row(2).Height = 20;
        DrawBands(worksheet, 2, page, $"填报单位：{heading.ReportingUnit}", $"统计期间：{heading.Period}", heading.Unit is "" ? "" : $"单位：{heading.Unit}");
        if (heading.Note is { } note)
        {
            DrawNote(worksheet, 3, page, note);
        }
    }

    private static void DrawClosing(IXLWorksheet worksheet, SheetPage page)
    {
        var row = page.BodyTo + 1;
        foreach (var note in page.Sheet.Notes)
        {
            DrawNote(worksheet, row++, page, note);
        }

        if (page.Sheet.Signatures is { } signed)
        {
            worksheet.Row(row).Height = 26;
            DrawBands(worksheet, row, page, $"填表人：{signed.PreparedBy}", $"审核人：{signed.ReviewedBy}", $"联系电话：{signed.Phone}", $"填报日期：{signed.ReportedOn.ToString("yyyy年M月d日", CultureInfo.InvariantCulture)}");
        }
    }

    private static void DrawSwatches(IXLWorksheet worksheet, SheetPage page)
    {
        foreach (var kind in Enum.GetValues<RowKind>())
        {
            for (var i = 0; i < page.LastColumn; i++)
            {
                SheetStyles.Body(worksheet.Cell(SwatchRow(page, kind), i + 1).Style, page.Sheet.Columns[i].Kind, kind);
            }
        }
    }

    private static void DrawBands(IXLWorksheet worksheet, int row, SheetPage page, params string[] texts)
    {
        foreach (var (from, to, text) in Bands.Over(page.Sheet.Columns, texts))
        {
            var side = from == 1 ? XLAlignmentHorizontalValues.Left : to == page.LastColumn ? XLAlignmentHorizontalValues.Right : XLAlignmentHorizontalValues.Center;
            SheetStyles.Line(worksheet.Write(row, from, to, text), side);
        }
    }

    private static void DrawNote(IXLWorksheet worksheet, int row, SheetPage page, string note)
    {
        SheetStyles.Note(worksheet.Write(row, 1, page.LastColumn, note));
        worksheet.Row(row).Height = 4 + (14 * TextWidth.Lines(note, page.Sheet.Width));
    }

    // As large as the table's width allows; a column's width counts characters of 11 points.
    private static double TitleSize(Sheet sheet) => Math.Clamp(Math.Floor(11 * sheet.Width / TextWidth.Of(sheet.Heading.Title)), 12, 18);
}
