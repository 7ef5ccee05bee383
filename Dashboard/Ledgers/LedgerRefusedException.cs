namespace VoterLiaison.Dashboard.Ledgers;

/// <summary>A file that cannot be read as a ledger. The message is a sentence for the clerk: what is wrong, where, and what to do about it.</summary>
public sealed class LedgerRefusedException(string sentence, Exception? cause = null) : Exception(sentence, cause);
