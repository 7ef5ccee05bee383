using System.Globalization;

namespace VoterLiaison.Dashboard.Workbooks;

/// <summary>A value of a row: words, a number, a day, or nothing. Values convert by themselves: <c>SheetRow.Detail("007", 12, collectedOn)</c>.</summary>
/// <remarks>Words stay words in every column: "007", "=1+1" and "1-2" come back as they were given, and "—" may stand in a column of numbers.</remarks>
public readonly record struct Cell
{
    // Serial numbers of earlier days mean other days in Excel, which believes in a 29 February 1900.
    private static readonly DateOnly FirstDay = new(1900, 3, 1);

    internal string? Text { get; private init; }

    internal decimal? Number { get; private init; }

    internal DateOnly? Day { get; private init; }

    public static implicit operator Cell(string? text) => new() { Text = CellText.Clean(text) };

    public static implicit operator Cell(int? number) => new() { Number = number };

    public static implicit operator Cell(long? number) => new() { Number = number };

    public static implicit operator Cell(decimal? number) => new() { Number = number };

    public static implicit operator Cell(DateOnly? day) => day < FirstDay ? InWords(day.Value) : new Cell { Day = day };

    /// <summary>What it says, where it does not stand in a book: on a page, or in a table of plain text.</summary>
    internal string Words => Text ?? Number?.ToString(CultureInfo.InvariantCulture) ?? (Day is { } day ? InWords(day) : "");

    /// <summary>The cell as a column of this kind takes it; text columns make words of everything.</summary>
    /// <exception cref="ArgumentException">A day among numbers or a number among days, which Excel would show as nonsense.</exception>
    internal Cell In(ColumnKind kind) => (kind, this) switch
    {
        (_, { Number: null, Day: null }) => this,
        (ColumnKind.Text or ColumnKind.LongText, { Number: { } number }) => number.ToString(CultureInfo.InvariantCulture),
        (ColumnKind.Text or ColumnKind.LongText, { Day: { } day }) => InWords(day),
        (ColumnKind.Number or ColumnKind.Percent, { Number: not null }) or (ColumnKind.Date, { Day: not null }) => this,
        _ => throw new ArgumentException($"A {(Day is null ? "number" : "day")} cannot stand in a {kind} column."),
    };

    private static string InWords(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
