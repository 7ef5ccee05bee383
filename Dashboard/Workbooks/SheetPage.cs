namespace VoterLiaison.Dashboard.Workbooks;

/// <summary>One worksheet of the finished book: a whole sheet, or the part of a too long one that a worksheet holds.</summary>
/// <remarks><see cref="Rows"/> counts body rows on this worksheet, <see cref="FilteredRows"/> those of them, from the top, that the filter covers.</remarks>
internal sealed record SheetPage(Sheet Sheet, string Name, int Rows, int FilteredRows)
{
    /// <summary>Rows a chart takes, with the one above it that stays free.</summary>
    public const int ChartRows = 20;

    public int HeaderFrom => Sheet.Heading.Note is null ? 3 : 4;

    public int HeaderTo => HeaderFrom + (Sheet.HasGroups ? 1 : 0);

    public int BodyFrom => HeaderTo + 1;

    public int BodyTo => HeaderTo + Rows;

    public int LastRow => BodyTo + Sheet.Notes.Count + (Sheet.Signatures is null ? 0 : 1);

    /// <summary>The last row that is printed: of the table, or of the last chart below it.</summary>
    public int PrintedTo => LastRow + (Sheet.Charts.Count == 0 ? 0 : (Sheet.Charts.Count * ChartRows) + 1);

    public int LastColumn => Sheet.Columns.Count;
}
