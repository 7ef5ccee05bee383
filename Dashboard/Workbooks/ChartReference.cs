using System.Globalization;
using ClosedXML.Excel;

namespace VoterLiaison.Dashboard.Workbooks;

/// <summary>Says where a chart's cells lie: '家站统计'!$I$6:$I$7, or several such areas in brackets where something stands between them.</summary>
internal static class ChartReference
{
    public static string To(ChartCells cells, SheetPage page)
    {
        var areas = new List<(int Row, int Column, int ToRow, int ToColumn)>();
        foreach (var (row, column) in cells.Cells.Select(cell => Place(cell, page)))
        {
            if (areas is [.., var last] && ((row == last.ToRow + 1 && column == last.Column && column == last.ToColumn) || (column == last.ToColumn + 1 && row == last.Row && row == last.ToRow)))
            {
                areas[^1] = (last.Row, last.Column, row, column);
            }
            else
            {
                areas.Add((row, column, row, column));
            }
        }

        var sheet = $"'{page.Name}'!"; // a tab's name holds no quotation mark: SheetNames gives none
        var named = areas.Select(area => sheet + (area.Row == area.ToRow && area.Column == area.ToColumn
            ? Cell(area.Row, area.Column)
            : $"{Cell(area.Row, area.Column)}:{Cell(area.ToRow, area.ToColumn)}")).ToList();
        return named.Count == 1 ? named[0] : $"({string.Join(',', named)})";
    }

    // A header without a group is merged over both lines, and its words stand in the upper one.
    private static (int Row, int Column) Place(ChartCell cell, SheetPage page) => (
        !cell.InHeader ? page.BodyFrom + cell.Row
        : page.Sheet.Columns[cell.Column].Group is null ? page.HeaderFrom
        : page.HeaderTo,
        cell.Column + 1);

    private static string Cell(int row, int column) => string.Create(CultureInfo.InvariantCulture, $"${XLHelper.GetColumnLetterFromNumber(column)}${row}");
}
