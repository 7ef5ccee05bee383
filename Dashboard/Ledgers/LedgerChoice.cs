namespace VoterLiaison.Dashboard.Ledgers;

/// <summary>How a person wants a file read.</summary>
/// <param name="Sheet">Which sheet; null takes the one that looks most like a ledger.</param>
/// <param name="HeaderLine">The row the headings stand in, where the columns are said.</param>
/// <param name="Columns">What each column means, by its place from 0; null takes what can be recognised.</param>
public sealed record LedgerChoice(string? Sheet = null, int? HeaderLine = null, IReadOnlyDictionary<int, LedgerColumn>? Columns = null);
