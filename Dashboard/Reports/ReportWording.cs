using VoterLiaison.Domain.Reports;

namespace VoterLiaison.Dashboard.Reports;

/// <summary>What screens and papers say of a report.</summary>
internal static class ReportWording
{
    /// <summary>到会 32 人，满意 28、基本满意 3、不满意 0; null where there was no poll.</summary>
    public static string? PollInWords(this PerformanceReport report) => report.Satisfied is null
        ? null
        : $"到会 {report.Present} 人，满意 {report.Satisfied}、基本满意 {report.MostlySatisfied}、不满意 {report.Dissatisfied}";

    /// <summary>2026年10月12日，口头述职，八角代表之家.</summary>
    public static string InWords(this PerformanceReport report) => $"{report.ReportedOn:yyyy年M月d日}，{report.Form.InWords()}，{report.Place}";

    /// <summary>The text by paragraphs, without empty ones.</summary>
    public static IReadOnlyList<string> Paragraphs(this PerformanceReport report) =>
        report.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>3 条：待答复1条，已告知2条; 没有 where nobody asked.</summary>
    public static string InWords(this IReadOnlyDictionary<InquiryStage, int> inquiries) => inquiries.Values.Sum() is 0
        ? "没有"
        : $"{inquiries.Values.Sum()} 条：{string.Join('，', Enum.GetValues<InquiryStage>().Where(inquiries.ContainsKey).Select(stage => $"{stage.InWords()} {inquiries[stage]} 条"))}";
}
