using VoterLiaison.Domain.Reports;
using VoterLiaison.Domain.Rules;

namespace VoterLiaison.Dashboard.Reports;

/// <summary>A report as a person saw it: whose, of which year, and all that could have changed since.</summary>
/// <param name="DeputyId">Whose.</param>
/// <param name="Year">The year reported on.</param>
/// <param name="Mark">Differs as soon as anything of it does; empty while there is none.</param>
public sealed record SeenReport(int DeputyId, int Year, string Mark)
{
    public static SeenReport Of(int deputyId, int year, PerformanceReport? report) => new(deputyId, year, MarkOf(report));

    public static string MarkOf(PerformanceReport? report) => report is null
        ? ""
        : string.Join('|', report.Status, report.ReportedOn.DayNumber, report.Form, report.Place, report.Present, report.Satisfied, report.MostlySatisfied, report.Dissatisfied, report.PublishedOn?.DayNumber, report.Text);
}

/// <summary>Somebody changed the report after this person opened it. Says how it stands now, and keeps what was typed.</summary>
public sealed class ReportChangedException(PerformanceReport? report)
    : RuleBrokenException($"您打开以后，别人改过这份述职，现在是“{report.State().InWords()}”{(report.Arranged() is null ? "" : $"，{report!.ReportedOn:M月d日}，{report.Place}")}。您写的都还在，请看过再决定。")
{
    /// <summary>How it stands now; whoever has read the sentence acts on this.</summary>
    public string Mark { get; } = SeenReport.MarkOf(report);
}
