using Microsoft.AspNetCore.WebUtilities;

namespace VoterLiaison.Dashboard.Reports;

/// <summary>What the address of 代表履职 asks for.</summary>
public sealed record PerformanceAddress
{
    public const int Size = 50;

    /// <summary>Null for the current one.</summary>
    public int? Year { get; init; }

    /// <summary>联系单位代码.</summary>
    public string? Unit { get; init; }

    public ReportState? Report { get; init; }

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary><c>?year=2026&amp;unit=BJ&amp;report=planned</c>; empty where nothing is asked.</summary>
    public string Query => QueryHelpers.AddQueryString("", new Dictionary<string, string?>
    {
        ["year"] = Year is { } year ? $"{year}" : null,
        ["unit"] = Unit,
        ["report"] = Report is { } report ? Key(report) : null,
        ["page"] = Page == 1 ? null : $"{Page}",
    }.Where(pair => !string.IsNullOrEmpty(pair.Value)));

    /// <summary>As an address writes it; what cannot be read asks for nothing.</summary>
    public static PerformanceAddress Of(int? year, string? unit, string? report, int? page) => new()
    {
        Year = year is >= 1990 and <= 2999 ? year : null,
        Unit = unit is "" ? null : unit,
        Report = Enum.GetValues<ReportState>().Cast<ReportState?>().FirstOrDefault(member => Key(member!.Value) == report),
        Page = page is > 0 and var asked ? asked : 1,
    };

    private static string Key(ReportState state) => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(state.ToString());
}
