using System.Globalization;
using System.Text.RegularExpressions;

namespace VoterLiaison.Dashboard.Upkeep;

/// <summary>What a self-check found.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="DatabaseFaults">Places where the database does not hold together.</param>
/// <param name="AuditEntries">How many entries of the audit log were followed.</param>
/// <param name="AuditFaults">Places where they do not.</param>
public sealed partial record SelfCheckResult(DateTime At, int DatabaseFaults, int AuditEntries, int AuditFaults)
{
    /// <summary>As the audit log calls what was looked at.</summary>
    internal const string About = "数据自检";

    /// <summary>So many faults are told; verify tells all.</summary>
    internal const int Listed = 20;

    /// <summary>A sentence each; none where the result is from before the last start.</summary>
    public IReadOnlyList<string> Faults { get; init; } = [];

    public bool IsSound => DatabaseFaults + AuditFaults == 0;

    /// <summary>As the audit log keeps it.</summary>
    public string InWords => string.Create(CultureInfo.InvariantCulture, $"数据库 {DatabaseFaults} 处问题，审计记录 {AuditEntries} 条、{AuditFaults} 处问题");

    /// <summary>Null where the words say nothing of the kind.</summary>
    internal static SelfCheckResult? Parse(DateTime at, string words) => Words().Match(words) is { Success: true } said
        ? new SelfCheckResult(at, Number(said, "database"), Number(said, "entries"), Number(said, "audit"))
        : null;

    private static int Number(Match said, string part) => int.Parse(said.Groups[part].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex("^数据库 (?<database>[0-9]{1,9}) 处问题，审计记录 (?<entries>[0-9]{1,9}) 条、(?<audit>[0-9]{1,9}) 处问题$")]
    private static partial Regex Words();
}
