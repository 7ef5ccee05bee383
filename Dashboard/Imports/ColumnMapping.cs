using VoterLiaison.Dashboard.Ledgers;

namespace VoterLiaison.Dashboard.Imports;

/// <summary>列的对应: what the headings of one kind of ledger mean, remembered under a name.</summary>
public sealed record ColumnMapping(string Name, IReadOnlyList<MappedHeading> Headings)
{
    /// <summary>What a person said of a row of headings.</summary>
    public static ColumnMapping Of(string name, LookRow headings, IReadOnlyDictionary<int, LedgerColumn> columns) =>
        new(name, [.. Places(headings).Select(cell => new MappedHeading(cell.Words, columns.TryGetValue(cell.Place, out var column) ? column : null))]);

    /// <summary>Whether a row has the very same headings, in whatever order.</summary>
    public bool Fits(LookRow row) => Headings.Count > 0 && Headings.Select(one => one.Heading).Order(StringComparer.Ordinal).SequenceEqual(Places(row).Select(cell => cell.Words).Order(StringComparer.Ordinal));

    /// <summary>What each column of such a row means, by its place. Of headings that read the same, the first is the first.</summary>
    public Dictionary<int, LedgerColumn> For(LookRow row)
    {
        var meanings = Headings.GroupBy(one => one.Heading).ToDictionary(same => same.Key, same => new Queue<LedgerColumn?>(same.Select(one => one.Column)));
        return Places(row).Select(cell => (cell.Place, Column: meanings[cell.Words].Dequeue())).Where(cell => cell.Column is not null).ToDictionary(cell => cell.Place, cell => cell.Column!.Value);
    }

    private static IEnumerable<(int Place, string Words)> Places(LookRow row) => row.Cells.Index().Where(cell => cell.Item.Length > 0 && cell.Item != LedgerHeadings.Check);
}

/// <param name="Heading">As the file writes it.</param>
/// <param name="Column">Null where it is not taken over.</param>
public sealed record MappedHeading(string Heading, LedgerColumn? Column);
