namespace VoterLiaison.Dashboard.Ledgers;

/// <summary>The row of headings of a ledger and what each of its columns means.</summary>
public sealed class LedgerHeader
{
    /// <summary>Titles, reporting unit and period stand above the headings, but not more than this many rows of them.</summary>
    internal const int RowsLookedAt = 20;

    private readonly Dictionary<LedgerColumn, int> _columns = [];
    private readonly Dictionary<LedgerColumn, string> _headings = [];
    private readonly List<string> _unrecognised = [];
    private readonly List<string> _repeated = [];

    private LedgerHeader(RawRow row, IReadOnlyDictionary<int, LedgerColumn> meanings)
    {
        Line = row.Line;
        for (var position = 0; position < row.Cells.Count; position++)
        {
            var heading = LedgerText.Of(row.Cells[position]);
            if (!meanings.TryGetValue(position, out var column))
            {
                if (heading.Length > 0 && heading != LedgerHeadings.Check)
                {
                    _unrecognised.Add(heading);
                }
            }
            else if (_columns.TryAdd(column, position))
            {
                _headings.Add(column, heading);
            }
            else
            {
                _repeated.Add(heading);
            }
        }
    }

    /// <summary>The row the headings stand in, as the file counts.</summary>
    public int Line { get; }

    public IReadOnlyCollection<LedgerColumn> Columns => _columns.Keys;

    /// <summary>Headings nobody knows; their columns are not read, and a report says so.</summary>
    public IReadOnlyList<string> Unrecognised => _unrecognised;

    /// <summary>Headings of columns whose meaning an earlier column has claimed; only the first is read.</summary>
    public IReadOnlyList<string> Repeated => _repeated;

    public bool Has(LedgerColumn column) => _columns.ContainsKey(column);

    internal LedgerColumn? At(int position) => _columns.Where(column => column.Value == position).Select(column => (LedgerColumn?)column.Key).FirstOrDefault();

    internal object? CellOf(RawRow row, LedgerColumn column) =>
        _columns.TryGetValue(column, out var position) && position < row.Cells.Count ? row.Cells[position] : null;

    /// <summary>Headings repeated on every printed page are no data.</summary>
    internal bool IsRepeatedIn(RawRow row) =>
        _columns.All(column => CellOf(row, column.Key) is var cell && (LedgerHeadings.Meaning(cell) == column.Key || LedgerText.Of(cell) is { Length: > 0 } words && words == _headings[column.Key]));

    /// <summary>The row as a person said it is to be read.</summary>
    internal static LedgerHeader Of(RawRow row, IReadOnlyDictionary<int, LedgerColumn> meanings) => new(row, meanings);

    /// <summary>The row with the most headings known, among them one for the opinion's text or its number; null when there is none.</summary>
    internal static LedgerHeader? Find(IEnumerable<RawRow> rows) => rows
        .Take(RowsLookedAt)
        .Select(row => new LedgerHeader(row, LedgerHeadings.Meanings(row)))
        .Where(header => header._columns.Count >= 2 && (header.Has(LedgerColumn.Text) || header.Has(LedgerColumn.Number)))
        .MaxBy(header => header._columns.Count);
}
