namespace VoterLiaison.Dashboard.Activities.Ledgers;

/// <summary>Which ledger is looked at; its name in an address is the key.</summary>
public enum LedgerTab
{
    /// <summary>接待记录表.</summary>
    Receptions,

    /// <summary>履职活动记录表.</summary>
    Performance,

    /// <summary>活动服务系统登记表: what was not handed over yet.</summary>
    Register,

    /// <summary>已登记.</summary>
    HandedOver,
}

internal static class LedgerTabWording
{
    public static string InWords(this LedgerTab tab) => tab switch
    {
        LedgerTab.Receptions => ReceptionLedger.Tab,
        LedgerTab.Performance => PerformanceLedger.Tab,
        LedgerTab.Register => RegisterTable.Tab,
        LedgerTab.HandedOver => "已登记",
    };

    /// <summary>As it stands in an address; the first where it says nothing.</summary>
    public static LedgerTab Of(string? key) => Enum.TryParse<LedgerTab>(key, ignoreCase: true, out var tab) && Enum.IsDefined(tab) ? tab : LedgerTab.Receptions;
}
