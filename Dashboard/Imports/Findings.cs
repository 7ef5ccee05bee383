namespace VoterLiaison.Dashboard.Imports;

/// <summary>What is to be said about the rows of a ledger: refusals one by one, remarks gathered by their sentence.</summary>
internal sealed class Findings
{
    private readonly SortedDictionary<int, string> _refused = [];
    private readonly OrderedDictionary<string, SortedSet<int>> _remarks = [];

    public IReadOnlyList<RowNote> Refused => [.. _refused.Select(row => new RowNote(row.Key, row.Value))];

    public IReadOnlyList<ImportRemark> Remarks => [.. _remarks.Select(remark => new ImportRemark(remark.Key, [.. remark.Value]))];

    public void Refuse(int line, string sentence) => _refused.TryAdd(line, sentence);

    public void Remark(int line, string sentence)
    {
        if (!_remarks.TryGetValue(sentence, out var lines))
        {
            _remarks.Add(sentence, lines = []);
        }

        lines.Add(line);
    }

    /// <summary>Takes over what was found while reading; what is found next does not flow back.</summary>
    public static Findings Continuing(Findings earlier)
    {
        var findings = new Findings();
        foreach (var (line, sentence) in earlier._refused)
        {
            findings.Refuse(line, sentence);
        }

        foreach (var (sentence, lines) in earlier._remarks)
        {
            findings._remarks.Add(sentence, [.. lines]);
        }

        return findings;
    }
}
