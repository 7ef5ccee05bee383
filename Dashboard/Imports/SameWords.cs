namespace VoterLiaison.Dashboard.Imports;

/// <summary>Where a ledger has no numbers: two voters who said the same words on one day are two. The later is known by a place after the fingerprint.</summary>
internal sealed class SameWords
{
    private readonly Dictionary<string, LedgerEntry> _first = [];

    public LedgerEntry Apart(LedgerEntry entry)
    {
        if (!entry.IsUnnumbered)
        {
            return entry;
        }

        var number = entry.SourceNumber;
        for (var place = 2; _first.TryGetValue(number, out var same) && IsAnothers(same, entry); place++)
        {
            number = $"{entry.SourceNumber}-{place}";
        }

        var apart = entry with { SourceNumber = number };
        _first.TryAdd(number, apart);
        return apart;
    }

    private static bool IsAnothers(LedgerEntry one, LedgerEntry other)
    {
        return Differ(one.Person, other.Person) || Differ(one.Phone, other.Phone) || Differ(one.Station, other.Station);

        static bool Differ(string one, string other) => one.Length > 0 && other.Length > 0 && one != other;
    }
}
