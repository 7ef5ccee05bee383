namespace VoterLiaison.Dashboard.Ledgers;

/// <summary>One sheet as it lies in the file, before any heading is understood. Asked for its rows again, it reads the file again.</summary>
internal sealed record RawSheet(string Name, bool Hidden, Func<IEnumerable<RawRow>> Read)
{
    /// <summary>Rows with anything in them; their line numbers stay those of the file.</summary>
    public IEnumerable<RawRow> Rows()
    {
        var rows = 0;
        foreach (var row in Read().Where(row => !row.IsBlank))
        {
            if (++rows > LedgerLimits.Rows)
            {
                throw new LedgerRefusedException(
                    $"工作表“{Name}”超过 {LedgerLimits.Rows:N0} 行，一次读不下。请按年份拆成几个文件，分次导入。");
            }
            yield return row;
        }
    }
}

/// <param name="Line">The row number that Excel or WPS shows beside it, from 1.</param>
/// <param name="Cells">A string, double, DateTime, TimeSpan or bool, as the file has it; null where a cell is empty.</param>
internal sealed record RawRow(int Line, IReadOnlyList<object?> Cells)
{
    public bool IsBlank => Cells.All(cell => cell is null || cell is string text && LedgerText.Clean(text).Length == 0);
}
