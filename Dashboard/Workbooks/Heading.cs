namespace VoterLiaison.Dashboard.Workbooks;

/// <summary>What stands above the header: the title, then 填报单位, 统计期间 and 单位 on one line.</summary>
/// <param name="Title">Such as 石景山区人大代表选民意见建议台账（2026年度）.</param>
/// <param name="ReportingUnit">Who hands it in (填报单位).</param>
/// <param name="Period">The days it covers (统计期间).</param>
/// <param name="Unit">What is counted (单位), such as 件; left out when empty.</param>
public sealed record Heading(string Title, string ReportingUnit, string Period, string Unit = "")
{
    /// <summary>A sentence under the reporting line, such as 数据截至….</summary>
    public string? Note { get; init; }
}
