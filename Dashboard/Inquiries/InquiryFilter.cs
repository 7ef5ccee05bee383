using Microsoft.AspNetCore.WebUtilities;
using VoterLiaison.Domain.Reports;

namespace VoterLiaison.Dashboard.Inquiries;

/// <summary>Which inquiries a list shows; it lives in the address.</summary>
public sealed record InquiryFilter
{
    public const int Size = 50;

    /// <summary>Null for all.</summary>
    public InquiryStage? Stage { get; init; }

    /// <summary>联系单位代码, of the station that keeps it.</summary>
    public string? Unit { get; init; }

    /// <summary>代表证号.</summary>
    public string? Deputy { get; init; }

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    public bool IsNarrowed => (Stage, Unit, Deputy) is not (null, null, null);

    /// <summary><c>?stage=asked&amp;deputy=17-0001</c>; empty where nothing is asked.</summary>
    public string Query => QueryHelpers.AddQueryString("", new Dictionary<string, string?>
    {
        ["stage"] = Stage is { } stage ? Key(stage) : null,
        ["unit"] = Unit,
        ["deputy"] = Deputy,
        ["page"] = Page == 1 ? null : $"{Page}",
    }.Where(pair => !string.IsNullOrEmpty(pair.Value)));

    /// <summary>As an address writes it; what cannot be read asks for nothing.</summary>
    public static InquiryFilter Of(string? stage, string? unit, string? deputy, int? page) => new()
    {
        Stage = Enum.GetValues<InquiryStage>().Cast<InquiryStage?>().FirstOrDefault(member => Key(member!.Value) == stage),
        Unit = unit is "" ? null : unit,
        Deputy = deputy is "" ? null : deputy,
        Page = page is > 0 and var asked ? asked : 1,
    };

    private static string Key(InquiryStage stage) => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(stage.ToString());
}
