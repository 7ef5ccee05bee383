using ClosedXML.Excel;

namespace VoterLiaison.Dashboard.Workbooks;

/// <summary>Draws by ClosedXML all of a worksheet but its body: heading, header, notes, signatures, print set-up.</summary>
internal static class Frame
{
    public const int Swatches = (int)RowKind.Total + 1;

    public static void Draw(IXLWorksheet worksheet, SheetPage page)
    {
        DrawColumns(worksheet, page);
        DrawHeading(worksheet, page);
        DrawHeader(worksheet, page);
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
        SheetStyles.Title(Write(worksheet, 1, 1, page.LastColumn, heading.Title), TitleSize(page.Sheet));
        worksheet.Row(2).Height = 20;
        DrawBands(worksheet, 2, page, $"填报单位：{heading.ReportingUnit}", $"统计期间：{heading.Period}", heading.Unit is "" ? "" : $"单位：{heading.Unit}");
        if (heading.Note is { } note)
        {
            DrawNote(worksheet, 3, page, note);
        }
    }

    private static void DrawHeader(IXLWorksheet worksheet, SheetPage page)
    {
        var columns = page.Sheet.Columns;
        SheetStyles.Header(worksheet.Range(page.HeaderFrom, 1, page.HeaderTo, page.LastColumn).Style);
        for (int from = 0, to; from < columns.Count; from = to)
        {
            to = from + 1;
            if (columns[from].Group is not { } group)
            {
                Write(worksheet, page.HeaderFrom, from + 1, from + 1, columns[from].Header, page.HeaderTo);
                continue;
            }

            while (to < columns.Count && columns[to].Group == group)
            {
                to++;
            }

            Write(worksheet, page.HeaderFrom, from + 1, to, group);
            for (var i = from; i < to; i++)
            {
                Write(worksheet, page.HeaderTo, i + 1, i + 1, columns[i].Header);
            }
        }

        var lines = columns.Max(column => TextWidth.Lines(column.Header, column.Width));
        worksheet.Rows(page.HeaderFrom, page.HeaderTo).Height = 22;
        worksheet.Row(page.HeaderTo).Height = Math.Max(22, 10 + (14 * lines));
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
            DrawBands(worksheet, row, page, $"填表人：{signed.PreparedBy}", $"审核人：{signed.ReviewedBy}", $"联系电话：{signed.Phone}", $"填报日期：{signed.ReportedOn:yyyy年M月d日}");
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
            SheetStyles.Line(Write(worksheet, row, from, to, text), side);
        }
    }

    private static void DrawNote(IXLWorksheet worksheet, int row, SheetPage page, string note)
    {
        SheetStyles.Note(Write(worksheet, row, 1, page.LastColumn, note));
        worksheet.Row(row).Height = 4 + (14 * TextWidth.Lines(note, page.Sheet.Width));
    }

    // As large as the table's width allows; a column's width counts characters of 11 points.
    private static double TitleSize(Sheet sheet) => Math.Clamp(Math.Floor(11 * sheet.Width / TextWidth.Of(sheet.Heading.Title)), 12, 18);

    private static IXLStyle Write(IXLWorksheet worksheet, int row, int from, int to, string text, int? toRow = null)
    {
        worksheet.Cell(row, from).SetValue(CellText.Clean(text) ?? ""); // never .Value, which guesses: "007" would become 7
        var range = worksheet.Range(row, from, toRow ?? row, to);
        return range.Cells().Count() == 1 ? range.Style : range.Merge().Style;
    }
}
