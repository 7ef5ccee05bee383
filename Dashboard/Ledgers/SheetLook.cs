namespace VoterLiaison.Dashboard.Ledgers;

/// <summary>One sheet as a person is shown it before it is read: its first rows, and where its headings seem to be.</summary>
/// <param name="Name">As the file names it.</param>
/// <param name="Hidden">Nobody sees it in Excel.</param>
/// <param name="HeaderLine">Where the headings are, or seem to be; null for an empty sheet.</param>
/// <param name="IsLedger">Headings were recognised.</param>
/// <param name="Rows">Its first rows that are not blank.</param>
public sealed record SheetLook(string Name, bool Hidden, int? HeaderLine, bool IsLedger, IReadOnlyList<LookRow> Rows)
{
    private const int ValuesShown = 3;
    private const int LongestHeading = 40;

    internal static SheetLook Of(RawSheet sheet)
    {
        List<RawRow> rows = [.. sheet.Rows().Take(LedgerHeader.RowsLookedAt + ValuesShown)];
        var header = LedgerHeader.Find(rows);
        return new SheetLook(
            sheet.Name, sheet.Hidden, header?.Line ?? Likeliest(rows)?.Line, header is not null, [.. rows.Select(row => new LookRow(row.Line, [.. row.Cells.Select(LedgerText.Of)], LedgerHeadings.Meanings(row)))]);
    }

    /// <summary>The columns under the headings of a row, with their first values.</summary>
    public IReadOnlyList<LookColumn> ColumnsAt(int line)
    {
        var heading = Rows.FirstOrDefault(row => row.Line == line);
        List<LookRow> below = [.. Rows.Where(row => row.Line > line)];
        var places = below.Select(row => row.Cells.Count).Append(heading?.Cells.Count ?? 0).Max();
        return
        [
            .. from place in Enumerable.Range(0, places)
               let values = below.Select(row => row.At(place)).Where(value => value.Length > 0).Take(ValuesShown).ToList()
               let words = heading?.At(place) ?? ""
               where words != LedgerHeadings.Check && (words.Length > 0 || values.Count > 0)
               select new LookColumn(place, words, values),
        ];
    }

    /// <summary>What the headings of a row seem to mean; of two that mean the same, the first.</summary>
    public Dictionary<int, LedgerColumn> MeaningsAt(int line) =>
        Rows.FirstOrDefault(row => row.Line == line)?.Meanings.OrderBy(cell => cell.Key).DistinctBy(cell => cell.Value).ToDictionary() ?? [];

    /// <summary>Where no heading is known: the row with the most short words in it.</summary>
    private static RawRow? Likeliest(List<RawRow> rows) =>
        rows.Take(LedgerHeader.RowsLookedAt).MaxBy(row => row.Cells.Count(cell => cell is string text && LedgerText.Clean(text) is { Length: > 0 and <= LongestHeading }));
}

/// <param name="Line">The row number that Excel shows beside it.</param>
/// <param name="Cells">Their words.</param>
/// <param name="Meanings">What they mean, if they are headings.</param>
public sealed record LookRow(int Line, IReadOnlyList<string> Cells, IReadOnlyDictionary<int, LedgerColumn> Meanings)
{
    public string At(int place) => place < Cells.Count ? Cells[place] : "";
}

/// <param name="Place">From 0.</param>
/// <param name="Heading">May be empty.</param>
/// <param name="Values">The first ones.</param>
public sealed record LookColumn(int Place, string Heading, IReadOnlyList<string> Values);
