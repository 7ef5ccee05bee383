using VoterLiaison.Dashboard.Activities;
using VoterLiaison.Domain.Deputies;
using VoterLiaison.Domain.Opinions;
using VoterLiaison.Domain.Reports;

namespace VoterLiaison.Dashboard.Reports;

/// <summary>履职档案: what one deputy did in a year.</summary>
/// <param name="Deputy">Who.</param>
/// <param name="Year">Which.</param>
/// <param name="District">选区, or the electing body of a city deputy.</param>
/// <param name="Unit">联系单位.</param>
/// <param name="Sessions">The receptions attended.</param>
/// <param name="Expected">How many a year are expected.</param>
/// <param name="NextSession">The day of the next planned one, where one is.</param>
/// <param name="Opinions">Those the deputy carries, without who spoke.</param>
/// <param name="Counts">The same opinions, counted as everywhere.</param>
/// <param name="Report">述职, planned or held.</param>
/// <param name="Objections">The newest first.</param>
/// <param name="Inquiries">询问 of the year, by how they stand.</param>
public sealed record PerformanceFile(
    Deputy Deputy,
    int Year,
    string District,
    string? Unit,
    IReadOnlyList<SessionRow> Sessions,
    int Expected,
    DateOnly? NextSession,
    IReadOnlyList<FileOpinion> Opinions,
    OpinionCounts Counts,
    PerformanceReport? Report,
    IReadOnlyList<RecordObjection> Objections,
    IReadOnlyDictionary<InquiryStage, int> Inquiries)
{
    /// <summary>述职, once it was held; a plan is none yet.</summary>
    public PerformanceReport? Held => Report.IsHeld() ? Report : null;

    public int Missing => Math.Max(0, Expected - Sessions.Count);
}

/// <summary>An opinion in the file: its gist, and not who spoke.</summary>
public sealed record FileOpinion(string Number, DateOnly On, string Gist, OpinionStage Stage, bool Owed);
