using System.ComponentModel.DataAnnotations;
using VoterLiaison.Domain.Accounts;

namespace VoterLiaison.Dashboard.Access;

/// <summary>How people sign in and how long that lasts. The defaults follow GB/T 22239 level 2, with level 3 by <see cref="SecondFactorFor"/>: docs/access.md.</summary>
public sealed class SignInRules
{
    public const string Section = "SignIn";

    /// <summary>How long a password is at least.</summary>
    [Range(8, 128, ErrorMessage = "SignIn:PasswordLength 应在 8 到 128 之间（位）。")]
    public int PasswordLength { get; init; } = 10;

    /// <summary>Of upper case, lower case, digits and other characters, how many kinds a password has at least.</summary>
    [Range(1, 4, ErrorMessage = "SignIn:PasswordKinds 应在 1 到 4 之间（种）。")]
    public int PasswordKinds { get; init; } = 3;

    /// <summary>Days after which a password must be changed; 0 never.</summary>
    [Range(0, 3650, ErrorMessage = "SignIn:PasswordDays 应在 0 到 3650 之间（天），0 为不限。")]
    public int PasswordDays { get; init; } = 90;

    /// <summary>So many of the last passwords may not be chosen again.</summary>
    [Range(0, 24, ErrorMessage = "SignIn:PasswordsRemembered 应在 0 到 24 之间（个）。")]
    public int PasswordsRemembered { get; init; } = 5;

    /// <summary>Wrong passwords or codes in a row that lock an account.</summary>
    [Range(3, 20, ErrorMessage = "SignIn:FailuresBeforeLock 应在 3 到 20 之间（次）。")]
    public int FailuresBeforeLock { get; init; } = 5;

    /// <summary>Minutes a locked account stays locked.</summary>
    [Range(1, 1440, ErrorMessage = "SignIn:LockMinutes 应在 1 到 1440 之间（分钟）。")]
    public int LockMinutes { get; init; } = 15;

    /// <summary>Minutes without a word from the person after which a session ends.</summary>
    [Range(1, 1440, ErrorMessage = "SignIn:IdleMinutes 应在 1 到 1440 之间（分钟）。")]
    public int IdleMinutes { get; init; } = 30;

    /// <summary>Hours after which any session ends.</summary>
    [Range(1, 168, ErrorMessage = "SignIn:SessionHours 应在 1 到 168 之间（小时）。")]
    public int SessionHours { get; init; } = 12;

    /// <summary>Tries to sign in that one address has in a minute.</summary>
    [Range(1, 10000, ErrorMessage = "SignIn:TriesPerMinute 应在 1 到 10000 之间（次）。")]
    public int TriesPerMinute { get; init; } = 60;

    /// <summary>Open pages and hub connections one session or display key may have at once.</summary>
    [Range(1, 1000, ErrorMessage = "SignIn:ConnectionsAtOnce 应在 1 到 1000 之间（个）。")]
    public int ConnectionsAtOnce { get; init; } = 20;

    /// <summary>The roles that cannot work without a second factor.</summary>
    public Role[] SecondFactorFor { get; init; } = [];

    internal TimeSpan Idle => TimeSpan.FromMinutes(IdleMinutes);

    internal TimeSpan Longest => TimeSpan.FromHours(SessionHours);
}
