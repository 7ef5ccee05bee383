using ClosedXML.Excel;

namespace VoterLiaison.Dashboard.Workbooks;

internal static class WorksheetWriting
{
    /// <summary>Writes words over the columns, merged into one cell, and hands back the style of it all.</summary>
    public static IXLStyle Write(this IXLWorksheet worksheet, int row, int from, int to, string text, int? toRow = null)
    {
        worksheet.Cell(row, from).SetValue(CellText.Clean(text) ?? ""); // never .Value, which guesses: "007" would become 7
        var range = worksheet.Range(row, from, toRow ?? row, to);
        return range.Cells().Count() == 1 ? range.Style : range.Merge().Style;
    }
}
