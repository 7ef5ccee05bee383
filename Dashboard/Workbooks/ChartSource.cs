namespace VoterLiaison.Dashboard.Workbooks;

/// <summary>A summary that charts are drawn from: a sheet of the book whose rows are at hand.</summary>
public sealed record ChartSource(string Sheet, IReadOnlyList<Column> Columns, IReadOnlyList<SheetRow> Rows)
{
    /// <summary>A column over all rows of details, whatever stands between them.</summary>
    public ChartCells Down(string header)
    {
        var column = Columns.Index().First(one => one.Item.Header == header).Index;
        return new ChartCells(Sheet, [.. Rows.Index().Where(row => row.Item.Kind is RowKind.Detail).Select(row => new ChartCell(row.Index, column, InHeader: false, row.Item.Cells[column]))]);
    }

    /// <summary>The columns of a group along the last row, which is the total.</summary>
    public ChartCells TotalOf(string group) => new(Sheet, [.. Group(group).Select(column => new ChartCell(Rows.Count - 1, column.Index, InHeader: false, Rows[^1].Cells[column.Index]))]);

    /// <summary>The headers of the columns of a group.</summary>
    public ChartCells HeadersOf(string group) => new(Sheet, [.. Group(group).Select(column => new ChartCell(0, column.Index, InHeader: true, column.Item.Header))]);

    private IEnumerable<(int Index, Column Item)> Group(string group) => Columns.Index().Where(column => column.Item.Group == group);
}
