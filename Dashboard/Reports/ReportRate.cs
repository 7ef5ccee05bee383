namespace VoterLiaison.Dashboard.Reports;

/// <summary>述职率 of a unit in a year: district deputies in office who reported, of all in office. Never a rank: units stand in official order.</summary>
/// <param name="Unit">联系单位; null for those who belong to no street.</param>
/// <param name="Reported">Who reported.</param>
/// <param name="InOffice">Who is in office; at the end of the year, where it is over.</param>
/// <param name="Owing">Who has not reported, in official order.</param>
public sealed record ReportRate(UnitName? Unit, int Reported, int InOffice, IReadOnlyList<OwedReport> Owing)
{
    /// <summary>62%; — where nobody is in office.</summary>
    public string Percent => InOffice == 0 ? "—" : $"{100m * Reported / InOffice:0}%";

    public static ReportRate Sum(IReadOnlyCollection<ReportRate> rates) => new(null, rates.Sum(rate => rate.Reported), rates.Sum(rate => rate.InOffice), [.. rates.SelectMany(rate => rate.Owing)]);
}

/// <summary>A deputy who has not reported yet.</summary>
/// <param name="Name">As it is read; with the certificate number where two share it.</param>
/// <param name="Code">代表证号.</param>
/// <param name="PlannedOn">The day it is planned for, where it is.</param>
public sealed record OwedReport(string Name, string Code, DateOnly? PlannedOn);
