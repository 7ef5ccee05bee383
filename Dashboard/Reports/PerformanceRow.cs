using VoterLiaison.Domain.Deputies;
using VoterLiaison.Domain.Reports;

namespace VoterLiaison.Dashboard.Reports;

/// <summary>A deputy's year in a line.</summary>
/// <param name="Deputy">Who.</param>
/// <param name="Unit">联系单位; null for who belongs to no street.</param>
/// <param name="Attended">Receptions attended.</param>
/// <param name="Collected">Opinions the deputy carries, as far as the reader may see them.</param>
/// <param name="Report">述职, being written, planned or held; null where nothing is entered.</param>
public sealed record PerformanceRow(Deputy Deputy, string? Unit, int Attended, int Collected, PerformanceReport? Report);

/// <summary>An objection that waits for an answer, or has one.</summary>
public sealed record ObjectionRow(RecordObjection Objection, string DeputyName, string DeputyCode);

/// <summary>A unit to filter by.</summary>
public sealed record UnitName(string Code, string Name);

/// <summary>What deputies within reach did in a year.</summary>
public sealed record PerformanceList(IReadOnlyList<PerformanceRow> Rows, IReadOnlyList<ObjectionRow> OpenObjections, IReadOnlyList<UnitName> Units, IReadOnlyList<ReportRate> Rates)
{
    /// <summary>The page of rows an address asks for, of those whose report is as it asks.</summary>
    public (IReadOnlyList<PerformanceRow> Rows, int Total) PageOf(PerformanceAddress list)
    {
        var all = list.Report is { } state ? [.. Rows.Where(row => row.Report.State() == state || (state is ReportState.Held && row.Report.IsHeld()))] : Rows;
        return ([.. all.Skip((list.Page - 1) * PerformanceAddress.Size).Take(PerformanceAddress.Size)], all.Count);
    }
}

/// <summary>述职 of one deputy for one year.</summary>
public sealed record DeputyReport(Deputy Deputy, string? Unit, int Year, PerformanceReport? Report)
{
    public SeenReport Seen => SeenReport.Of(Deputy.Id, Year, Report);
}
