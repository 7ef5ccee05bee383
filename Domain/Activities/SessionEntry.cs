namespace VoterLiaison.Domain.Activities;

/// <summary>One act on a session, as it was entered.</summary>
public sealed class SessionEntry
{
    internal SessionEntry(int sequence, SessionAct act, DateTime at, string by, string note)
    {
        (Sequence, Act, At, By, Note) = (sequence, act, at, by, note);
    }

    public int Id { get; private set; }

    public int SessionId { get; private set; }

    /// <summary>Rising within the session.</summary>
    public int Sequence { get; private set; }

    public SessionAct Act { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime At { get; private set; }

    public string By { get; private set; }

    public string Note { get; private set; }
}

public enum SessionAct
{
    /// <summary>公布.</summary>
    Plan = 1,

    /// <summary>改期、换人、换地点.</summary>
    Change,

    /// <summary>登记接待.</summary>
    Hold,

    /// <summary>更正.</summary>
    Correct,

    /// <summary>代表核对.</summary>
    Confirm,

    /// <summary>登记到活动服务系统.</summary>
    HandOver,

    /// <summary>取消.</summary>
    Cancel,
}
