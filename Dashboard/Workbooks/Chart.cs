namespace VoterLiaison.Dashboard.Workbooks;

/// <summary>A native Excel chart over cells of the book's sheets. It carries the values as well, so that it shows before anything is recalculated.</summary>
/// <param name="Title">What it shows, with the unit in brackets; also its alternative text.</param>
/// <param name="Kind">How.</param>
/// <param name="Categories">What stands along its axis.</param>
/// <param name="Series">Each with as many numbers as there are categories.</param>
public sealed record Chart(string Title, ChartKind Kind, ChartCells Categories, IReadOnlyList<ChartSeries> Series);

public enum ChartKind
{
    /// <summary>Lines over time.</summary>
    Lines,

    /// <summary>Standing columns side by side.</summary>
    Columns,

    /// <summary>Lying bars, each with its number; the first on top.</summary>
    Bars,
}

/// <summary>Numbers of one name.</summary>
public sealed record ChartSeries(string Name, ChartCells Numbers);

/// <summary>Cells of one sheet that a chart is drawn from, in their order.</summary>
public sealed record ChartCells(string Sheet, IReadOnlyList<ChartCell> Cells);

/// <param name="Row">From 0 at the first row of the body.</param>
/// <param name="Column">From 0.</param>
/// <param name="InHeader">It is the column's header; the row then means nothing.</param>
/// <param name="Value">What it says.</param>
public sealed record ChartCell(int Row, int Column, bool InHeader, Cell Value);
