namespace VoterLiaison.Dashboard.Workbooks;

/// <summary>One table in the frame staff know: title, reporting line, header, rows, notes, signatures.</summary>
/// <param name="Name">The tab's name.</param>
/// <param name="Heading">What stands above the header.</param>
/// <param name="Columns">The columns, each with its width; the table is as wide as their sum.</param>
/// <param name="Rows">The body, read once and never held in memory; more rows than a sheet holds go on in a next sheet, and both say so.</param>
public sealed record Sheet(string Name, Heading Heading, IReadOnlyList<Column> Columns, IAsyncEnumerable<SheetRow> Rows)
{
    public Sheet(string name, Heading heading, IReadOnlyList<Column> columns, IEnumerable<SheetRow> rows)
        : this(name, heading, columns, rows.ToAsyncEnumerable())
    {
    }

    /// <summary>Sentences under the table, a line each.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    public Signatures? Signatures { get; init; }

    /// <summary>Drawn below everything, one under another.</summary>
    public IReadOnlyList<Chart> Charts { get; init; } = [];

    /// <summary>Off for tables too small to be filtered.</summary>
    public bool Filtered { get; init; } = true;

    /// <summary>Columns on the left that stay in sight when scrolling sideways.</summary>
    public int FrozenColumns { get; init; }

    /// <summary>Printed on A3 instead of A4, for tables too wide to be read on A4.</summary>
    public bool OnA3 { get; init; }

    internal bool HasGroups => Columns.Any(column => column.Group is not null);

    internal double Width => Columns.Sum(column => column.Width);
}
