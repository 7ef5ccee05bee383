using System.Diagnostics.CodeAnalysis;

namespace VoterLiaison.Dashboard.Ledgers;

/// <summary>One row of a ledger, asked by meaning.</summary>
public sealed class LedgerRow
{
    private readonly LedgerHeader _header;
    private readonly RawRow _row;

    internal LedgerRow(LedgerHeader header, RawRow row)
    {
        _header = header;
        _row = row;
    }

    /// <summary>The row number that Excel or WPS shows beside it.</summary>
    public int Line => _row.Line;

    /// <summary>Whether the ledger has such a column at all.</summary>
    public bool Has(LedgerColumn column) => _header.Has(column);

    /// <summary>The cell's words, cleaned; "" when the cell is empty or the ledger has no such column.</summary>
    public string Text(LedgerColumn column) => LedgerText.Of(Cell(column));

    /// <summary>The cell as the file has it: a string, double, DateTime, TimeSpan, bool or null.</summary>
    public object? Cell(LedgerColumn column) => _header.CellOf(_row, column);

    /// <summary>The cell's day; null when the cell is empty. <paramref name="year"/> serves dates that name none.</summary>
    /// <returns>False when there is something that is no date; <paramref name="refusal"/> then is a sentence for the clerk.</returns>
    public bool TryDate(LedgerColumn column, int? year, out DateOnly? on, [NotNullWhen(false)] out string? refusal)
    {
        (on, refusal) = (null, null);
        if (Text(column).Length == 0)
        {
            return true;
        }
        if (!LedgerDates.TryRead(Cell(column), year, out var day, out refusal))
        {
            return false;
        }
        on = day;
        return true;
    }
}
