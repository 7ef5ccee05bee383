namespace VoterLiaison.Dashboard.Data.Accounts;

/// <summary>One signing-in, from the sign-in to its end. The cookie carries only its id; what it is worth is decided here. Moments are UTC.</summary>
public sealed class Session(Guid id, int accountId, DateTime startedAt, string stamp, string address)
{
    public Guid Id { get; private set; } = id;

    public int AccountId { get; private set; } = accountId;

    public DateTime StartedAt { get; private set; } = startedAt;

    /// <summary>The last word from the person; written at most once a minute.</summary>
    public DateTime LastActiveAt { get; private set; } = startedAt;

    public DateTime? EndedAt { get; private set; }

    public SessionEnd? End { get; private set; }

    /// <summary>The account's security stamp when it began: a new password, another role or a disabled account ends it.</summary>
    public string Stamp { get; private set; } = stamp;

    /// <summary>Where the person signed in from.</summary>
    public string Address { get; private set; } = address;

    public void ActiveAt(DateTime at) => LastActiveAt = at > LastActiveAt ? at : LastActiveAt;

    public void EndFor(SessionEnd why, DateTime at) => (End, EndedAt) = EndedAt is null ? (why, at) : (End, EndedAt);

    /// <summary>The person changed the stamp in this very session, which goes on.</summary>
    public void GoOnWith(string newStamp) => Stamp = newStamp;
}

/// <summary>Why a session ended.</summary>
public enum SessionEnd
{
    SignedOut = 1,

    /// <summary>Nothing was heard from the person for too long.</summary>
    Idle,

    /// <summary>It lasted as long as any may.</summary>
    TooLong,

    /// <summary>The account was disabled, its password changed, or its roles.</summary>
    Withdrawn,
}
