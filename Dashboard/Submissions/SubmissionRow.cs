using VoterLiaison.Domain.Calendar;
using VoterLiaison.Domain.Submissions;

namespace VoterLiaison.Dashboard.Submissions;

/// <summary>One line of the inbox.</summary>
public sealed record SubmissionRow(int Id, string Receipt, DateTime At, string Station, SubmissionKind Kind, SubmissionStage Stage, string Words, string? Deputy, string? ParkedWhy, int Photos, bool Unaddressed, string? OpinionNumber)
{
    public DateTime ReceivedAt => ChinaTime.At(At);
}

/// <param name="Rows">Those of this page.</param>
/// <param name="Total">How many the list has.</param>
/// <param name="Waiting">How many wait.</param>
/// <param name="Parked">How many are put aside.</param>
/// <param name="Done">How many are decided.</param>
public sealed record Inbox(IReadOnlyList<SubmissionRow> Rows, int Total, int Waiting, int Parked, int Done);

/// <summary>The parts of the inbox.</summary>
public enum InboxTab
{
    Waiting = 1,
    Parked,
    Done,
}
