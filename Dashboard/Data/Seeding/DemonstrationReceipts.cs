namespace VoterLiaison.Dashboard.Data.Seeding;

/// <summary>Codes of the demonstration's receipts. They are published, and made by the demonstration and never without it.</summary>
public static class DemonstrationReceipts
{
    public static IReadOnlyList<string> Codes { get; } = [.. Enumerable.Range(1, 20).Select(place => $"DEM0 0000 0000 {place:0000}")];
}
