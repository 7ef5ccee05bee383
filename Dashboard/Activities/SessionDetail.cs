using VoterLiaison.Domain.Activities;
using VoterLiaison.Domain.Opinions;
using VoterLiaison.Domain.Reports;

namespace VoterLiaison.Dashboard.Activities;

/// <summary>One reception whole.</summary>
/// <param name="Row">People, time and place.</param>
/// <param name="Topic">监督议题 or 调研题目.</param>
/// <param name="Opinions">What was said in it, as it was taken down.</param>
/// <param name="Entries">Who entered what, the latest first.</param>
/// <param name="Objections">What its deputies said is not right, the latest first.</param>
/// <param name="Pictures">Ids of its photos.</param>
public sealed record SessionDetail(
    SessionRow Row,
    string? Topic,
    IReadOnlyList<SessionOpinion> Opinions,
    IReadOnlyList<SessionEntry> Entries,
    IReadOnlyList<SessionObjection> Objections,
    IReadOnlyList<int> Pictures)
{
    public ContactSession Session => Row.Session;

    /// <summary>The last time it was entered before what stands now: what a correction is held against.</summary>
    public SessionEntry? LastRecord => Entries.FirstOrDefault(entry => entry.Act is SessionAct.Hold or SessionAct.Correct);
}

/// <summary>An opinion said in a session. The voter is masked.</summary>
public sealed record SessionOpinion(
    string Number, string Words, int? CategoryId, string? Category, string Voter, string Phone, string Community, int Headcount, OpinionStage Stage, int? ConcernsDeputyId, bool HasDeputies);

/// <param name="Objection">异议.</param>
/// <param name="Name">代表姓名.</param>
public sealed record SessionObjection(RecordObjection Objection, string Name);
