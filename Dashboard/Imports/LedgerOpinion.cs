namespace VoterLiaison.Dashboard.Imports;

/// <summary>The rows of a ledger that speak of one opinion: one, or more where it was answered more than once.</summary>
internal sealed class LedgerOpinion(LedgerEntry first)
{
    private readonly List<LedgerEntry> _rows = [first];

    public string SourceNumber => First.SourceNumber;

    public LedgerEntry First => _rows[0];

    public IReadOnlyList<LedgerEntry> Rows => _rows;

    /// <summary>The rows by source number, in the ledger's order. A row that contradicts an earlier one of its number is refused.</summary>
    public static List<LedgerOpinion> Gather(IEnumerable<LedgerEntry> entries, Findings findings)
    {
        var opinions = new OrderedDictionary<string, LedgerOpinion>();
        foreach (var entry in entries)
        {
            if (!opinions.TryGetValue(entry.SourceNumber, out var opinion))
            {
                opinions.Add(entry.SourceNumber, new LedgerOpinion(entry));
            }
            else if (opinion.Contradiction(entry) is { } contradiction)
            {
                findings.Refuse(entry.Line, $"编号“{entry.SourceNumber}”与第 {opinion.First.Line} 行相同，{contradiction}却不同。请核对编号。");
            }
            else
            {
                if (entry.IsUnnumbered)
                {
                    findings.Remark(entry.Line, "没有编号，收集日期和意见内容与前面的一行相同，登记为同一件。");
                }

                opinion._rows.Add(entry);
            }
        }

        return [.. opinions.Values];
    }

    private string? Contradiction(LedgerEntry entry) =>
        entry.Words != First.Words ? "意见内容" : entry.ReceivedOn != First.ReceivedOn ? "收集日期" : entry.Station != First.Station ? "家站" : null;
}
