namespace VoterLiaison.Dashboard.Workbooks;

/// <summary>A row of a table: one cell for each column.</summary>
public sealed record SheetRow(RowKind Kind, IReadOnlyList<Cell> Cells)
{
    public static SheetRow Detail(params IReadOnlyList<Cell> cells) => new(RowKind.Detail, cells);

    public static SheetRow Subtotal(params IReadOnlyList<Cell> cells) => new(RowKind.Subtotal, cells);

    /// <summary>A total at the end stays outside the filter, so that sorting leaves it where it is.</summary>
    public static SheetRow Total(params IReadOnlyList<Cell> cells) => new(RowKind.Total, cells);

    /// <summary>The row as the sheet's columns take it.</summary>
    /// <exception cref="ArgumentException">Not a cell for each column, or a cell its column cannot show.</exception>
    internal SheetRow In(Sheet sheet)
    {
        var columns = sheet.Columns;
        if (Cells.Count != columns.Count)
        {
            throw new ArgumentException($"Sheet {sheet.Name} has {columns.Count} columns, but a row of it has {Cells.Count} cells.");
        }

        var cells = new Cell[Cells.Count];
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = Cells[i].In(columns[i].Kind);
        }

        return this with { Cells = cells };
    }
}
