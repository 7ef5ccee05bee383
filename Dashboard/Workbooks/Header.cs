using ClosedXML.Excel;

namespace VoterLiaison.Dashboard.Workbooks;

/// <summary>The header: one row, or two where columns have groups.</summary>
internal static class Header
{
    public static void Draw(IXLWorksheet worksheet, SheetPage page)
    {
        var columns = page.Sheet.Columns;
        SheetStyles.Header(worksheet.Range(page.HeaderFrom, 1, page.HeaderTo, page.LastColumn).Style);
        for (int from = 0, to; from < columns.Count; from = to)
        {
            to = from + 1;
            if (columns[from].Group is not { } group)
            {
                worksheet.Write(page.HeaderFrom, from + 1, from + 1, columns[from].Header, page.HeaderTo);
                continue;
            }

            while (to < columns.Count && columns[to].Group == group)
            {
                to++;
            }

            worksheet.Write(page.HeaderFrom, from + 1, to, group);
            for (var i = from; i < to; i++)
            {
                worksheet.Write(page.HeaderTo, i + 1, i + 1, columns[i].Header);
            }
        }

        var lines = columns.Max(column => TextWidth.Lines(column.Header, column.Width));
        worksheet.Rows(page.HeaderFrom, page.HeaderTo).Height = 22;
        worksheet.Row(page.HeaderTo).Height = Math.Max(22, 10 + (14 * lines));
    }
}
