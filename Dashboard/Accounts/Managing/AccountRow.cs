using VoterLiaison.Domain.Accounts;

namespace VoterLiaison.Dashboard.Accounts.Managing;

/// <summary>One account in the administrator's list. Moments are UTC.</summary>
public sealed record AccountRow(
    string UserName,
    string Name,
    IReadOnlyList<HeldRole> Roles,
    AccountState State,
    DateTime? LockedUntil,
    bool HasSecondFactor,
    int Passkeys,
    DateTime? LastSignedInAt,
    DateTime? LastSeenAt,
    int OpenSessions,
    bool IsOwn)
{
    /// <summary>Whether there is anything to clear for somebody who lost the phone.</summary>
    public bool HasSomethingToReset => HasSecondFactor || Passkeys > 0;
}

/// <param name="Grant">As it is stored.</param>
/// <param name="Code">Of what it is held over; null over the whole district.</param>
/// <param name="Scope">The same in words.</param>
public sealed record HeldRole(Grant Grant, string? Code, string? Scope)
{
    public Role Role => Grant.Role;
}

public enum AccountState
{
    InUse = 1,

    /// <summary>Nobody may sign in with it.</summary>
    Disabled,

    /// <summary>After too many wrong passwords, for a while.</summary>
    Locked,

    /// <summary>Somebody else chose the password, and the person has not yet.</summary>
    OwesPassword,
}

/// <param name="Text">In user name, 姓名 or what a role is held over.</param>
/// <param name="Role">Accounts that hold it.</param>
public sealed record AccountFilter(string? Text = null, Role? Role = null);
