using VoterLiaison.Domain.Deputies;
using VoterLiaison.Domain.Opinions;
using VoterLiaison.Domain.Reports;
using VoterLiaison.Domain.Stations;
using VoterLiaison.Domain.Submissions;

namespace VoterLiaison.Dashboard.Submissions;

/// <summary>One submission whole, as whoever takes it in sees it.</summary>
/// <param name="Submission">With its entries.</param>
/// <param name="Receipt">回执编号.</param>
/// <param name="Station">Where it waits.</param>
/// <param name="Deputy">Whom it is meant for.</param>
/// <param name="Category">What the voter took it for.</param>
/// <param name="Speaker">Who sent it, masked; or that nobody is named, or why it is not said.</param>
/// <param name="Pictures">By id.</param>
/// <param name="OpinionNumber">The opinion it became.</param>
/// <param name="Inquiry">The inquiry it became.</param>
/// <param name="Alike">Opinions that say nearly the same, the most alike first.</param>
public sealed record SubmissionDetail(
    Submission Submission, string Receipt, Station Station, Deputy? Deputy, Category? Category, string Speaker,
    IReadOnlyList<int> Pictures, string? OpinionNumber, Inquiry? Inquiry, IReadOnlyList<Alike> Alike)
{
    public SeenSubmission Seen => new(Submission.Id, Submission.Version);
}

/// <summary>Which submission a person decides on, as they saw it.</summary>
public sealed record SeenSubmission(int Id, int Version);
