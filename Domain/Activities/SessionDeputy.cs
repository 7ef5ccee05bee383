namespace VoterLiaison.Domain.Activities;

/// <summary>A deputy planned for a session, and whether they were there.</summary>
public sealed class SessionDeputy(int deputyId, int order)
{
    public int SessionId { get; private set; }

    public int DeputyId { get; private set; } = deputyId;

    /// <summary>As they were named.</summary>
    public int Order { get; internal set; } = order;

    /// <summary>Null until the session was held.</summary>
    public bool? Attended { get; internal set; }

    /// <summary>核对日期: when the deputy said that the record is right; null while they did not.</summary>
    public DateOnly? ConfirmedOn { get; internal set; }
}
