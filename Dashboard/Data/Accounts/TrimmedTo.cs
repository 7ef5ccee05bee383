using System.Globalization;
using System.Text.RegularExpressions;

namespace VoterLiaison.Dashboard.Data.Accounts;

/// <summary>How far the beginning of the audit log was taken off: what remains must go on from there.</summary>
/// <param name="Id">Of the last entry that went.</param>
/// <param name="Hash">Its hash, which the first entry that stayed carries as the one before.</param>
internal sealed partial record TrimmedTo(int Id, string Hash)
{
    /// <summary>As the entry of the trimming says it.</summary>
    public string InWords => string.Create(CultureInfo.InvariantCulture, $"删到第 {Id} 条，其校验值 {Hash}");

    /// <summary>Null where it says nothing of the kind.</summary>
    public static TrimmedTo? Parse(string? words) =>
        Words().Match(words ?? "") is { Success: true } match && int.TryParse(match.Groups["id"].ValueSpan, CultureInfo.InvariantCulture, out var id)
            ? new TrimmedTo(id, match.Groups["hash"].Value)
            : null;

    [GeneratedRegex("^删到第 (?<id>[0-9]+) 条，其校验值 (?<hash>[0-9a-f]{64})$")]
    private static partial Regex Words();
}
