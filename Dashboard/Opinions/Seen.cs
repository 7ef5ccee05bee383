namespace VoterLiaison.Dashboard.Opinions;

/// <summary>Which opinion a person acts on, as they saw it, and by which click.</summary>
/// <param name="OpinionId">Which.</param>
/// <param name="Version">What they saw; if it has changed since, they are told what and by whom, and nothing is written.</param>
/// <param name="Submission">One for each opened form: the same one sent twice is entered once.</param>
public sealed record Seen(int OpinionId, int Version, Guid Submission);
