namespace VoterLiaison.Dashboard.Activities.Ledgers;

/// <summary>What the address of the ledgers says.</summary>
public sealed record LedgerAddress(LedgerFilter Filter, LedgerTab Tab = LedgerTab.Receptions, int Page = 1);
