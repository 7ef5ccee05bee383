using VoterLiaison.Domain.Reports;

namespace VoterLiaison.Dashboard.Reports;

/// <summary>How far a deputy's report of a year is.</summary>
public enum ReportState
{
    /// <summary>未安排: nothing is entered, though the deputy may be writing.</summary>
    Unplanned = 1,

    /// <summary>已安排, and not held yet.</summary>
    Planned,

    /// <summary>已述职.</summary>
    Held,

    /// <summary>已公布: held, and its text is public.</summary>
    Published,
}

internal static class ReportStates
{
    public static ReportState State(this PerformanceReport? report) => report switch
    {
        null or { Status: ReportStatus.Drafted } => ReportState.Unplanned,
        { PublishedOn: not null } => ReportState.Published,
        { Status: ReportStatus.Held } => ReportState.Held,
        _ => ReportState.Planned,
    };

    /// <summary>What is arranged or held; null where nothing is, though the deputy may be writing.</summary>
    public static PerformanceReport? Arranged(this PerformanceReport? report) => report is { Status: ReportStatus.Drafted } ? null : report;

    /// <summary>Held, and not only planned: only that counts as 述职.</summary>
    public static bool IsHeld(this PerformanceReport? report) => report is { Status: ReportStatus.Held };
}
