namespace VoterLiaison.Domain.Opinions;

/// <summary>办理经过: one act, as it was entered. History is only ever added to.</summary>
public sealed class HistoryEntry
{
    internal HistoryEntry(int sequence, OpinionAct act, DateOnly on, DateTime at, string by, OpinionStage stage, string note, Guid? submission)
    {
        Sequence = sequence;
        Act = act;
        On = on;
        At = at;
        By = by;
        Stage = stage;
        Note = note;
        Submission = submission;
    }

    public int Id { get; private set; }

    public int OpinionId { get; private set; }

    /// <summary>From 1, without gaps, within the opinion. The same number as the opinion's version after the act.</summary>
    public int Sequence { get; private set; }

    public OpinionAct Act { get; private set; }

    /// <summary>The day the act was done, in the district.</summary>
    public DateOnly On { get; private set; }

    /// <summary>The moment it was entered, UTC.</summary>
    public DateTime At { get; private set; }

    public string By { get; private set; }

    /// <summary>The stage after the act.</summary>
    public OpinionStage Stage { get; private set; }

    /// <summary>What was done, in the words of the field: organ, document number, old and new.</summary>
    public string Note { get; private set; }

    public Guid? Submission { get; private set; }

    /// <summary>The note as it may stand in a list: without what tells who these voters are.</summary>
    public string NoteWithout(IEnumerable<Voter> voters) => new PersonalTraces(voters).TakeOutOf(Note);

    internal void TakeOut(PersonalTraces traces) => Note = traces.TakeOutOf(Note);
}
