using VoterLiaison.Domain.Deputies;

namespace VoterLiaison.Dashboard.Reports;

/// <summary>Who was in office on a day, by the changes that were entered.</summary>
internal static class InOffice
{
    /// <summary>The changes must be loaded. Where none was entered, the status since its own day counts.</summary>
    public static bool IsInOffice(this Deputy deputy, DateOnly day) => deputy.OfficeChanges.Count == 0
        ? deputy.Status is OfficeStatus.InOffice || day < deputy.StatusSince
        : deputy.OfficeChanges.Where(change => change.Since <= day).OrderBy(change => change.Since).ThenBy(change => change.Id).LastOrDefault() is not { } last || last.Status is OfficeStatus.InOffice;
}
