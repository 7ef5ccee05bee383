using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace VoterLiaison.Dashboard.Data.Accounts;

/// <summary>审计记录: who did what to which object, from where, when (UTC), and with what result. Each entry carries the hash of the one before.</summary>
/// <remarks>It never holds a voter's words, name or phone. It is added to in the transaction of the act itself and never changed.</remarks>
public sealed class AuditEntry
{
    private AuditEntry(int id, DateTime at, int? accountId, string who, string role, string address, AuditAct act, string about, string detail, AuditResult result, string previousHash, string hash)
    {
        (Id, At, AccountId, Who, Role, Address) = (id, at, accountId, who, role, address);
        (Act, About, Detail, Result, PreviousHash, Hash) = (act, about, detail, result, previousHash, hash);
    }

    /// <summary>From 1, without a gap.</summary>
    public int Id { get; private set; }

    public DateTime At { get; private set; }

    public int? AccountId { get; private set; }

    public string Who { get; private set; }

    /// <summary>The roles held at that moment, in words.</summary>
    public string Role { get; private set; }

    public string Address { get; private set; }

    public AuditAct Act { get; private set; }

    /// <summary>Which object: 意见 2026-BJ01-0001, 账号 office.</summary>
    public string About { get; private set; }

    public string Detail { get; private set; }

    public AuditResult Result { get; private set; }

    /// <summary>The hash of the entry before; empty for the first of all.</summary>
    public string PreviousHash { get; private set; }

    /// <summary>SHA-256 over everything above, lower-case hexadecimal.</summary>
    public string Hash { get; private set; }

    /// <summary>The hash its content has now; another than <see cref="Hash"/> means that it was changed.</summary>
    public string HashOfContent() => HashOf(Id, At, AccountId, Who, Role, Address, Act, About, Detail, Result, PreviousHash);

    /// <summary>The next entry. Its id goes on from the highest ever given, not from the last that is there: what was cut off stays missing.</summary>
    internal static AuditEntry After(AuditEnd end, DateTime at, Actor who, AuditAct act, string about, string detail, AuditResult result)
    {
        // As the database keeps it: hundred nanoseconds are lost nowhere, but a kind is.
        var id = end.LastId + 1;
        return new AuditEntry(
            id, at, who.AccountId, who.Name, who.Role, who.Address, act, about, detail, result, end.Hash,
            HashOf(id, at, who.AccountId, who.Name, who.Role, who.Address, act, about, detail, result, end.Hash));
    }

    /// <summary>Each part with its length before it, so that nothing can move from one part into the next.</summary>
    private static string HashOf(params object?[] parts)
    {
        var text = new StringBuilder();
        foreach (var part in parts)
        {
            var said = part is DateTime at ? at.Ticks.ToString(CultureInfo.InvariantCulture) : Convert.ToString(part, CultureInfo.InvariantCulture) ?? "";
            text.Append(CultureInfo.InvariantCulture, $"{said.Length}:{said};");
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}

/// <summary>Who acts, as the audit log names them.</summary>
/// <param name="AccountId">Null for the command line, the app itself, and whoever is not known.</param>
/// <param name="Name">姓名.</param>
/// <param name="Role">The roles in words.</param>
/// <param name="Address">Where from.</param>
public sealed record Actor(int? AccountId, string Name, string Role, string Address)
{
    /// <summary>The app, doing what nobody asked for at that moment.</summary>
    public static Actor App { get; } = new(null, "系统", "", "本机");

    /// <summary>By the account; by the name where there is none.</summary>
    public bool IsSamePersonAs(Actor other) => AccountId == other.AccountId && (AccountId is not null || Name == other.Name);
}

public enum AuditResult
{
    Done = 1,

    /// <summary>It was tried and refused.</summary>
    Refused,
}

/// <summary>What the audit log tells apart. Acts on opinions say in the detail which act it was.</summary>
public enum AuditAct
{
    SignedIn = 1,
    SignInFailed,
    LockedOut,
    SignedOut,
    PasswordChanged,
    SecondFactorChanged,
    PasskeyChanged,
    AccountAdded,
    AccountChanged,
    AccountDisabled,
    AccountEnabled,
    AccountUnlocked,
    PasswordReset,
    DisplayKeyAdded,
    DisplayKeyRevoked,
    OpinionActed,
    VotersRevealed,
    VotersErased,
    BookExported,
    BookFetched,
    LedgerImported,
    ImportUndone,
    SettingsChanged,

    /// <summary>Something outside the person's scope was asked for.</summary>
    OutOfReach,
    AuditExported,

    /// <summary>Entries older than the office keeps were taken off the beginning.</summary>
    AuditTrimmed,
    Backup,
    Seeded,
    SessionPlanned,

    /// <summary>Another time, place or deputy; or cancelled.</summary>
    SessionChanged,
    SessionHeld,
    PerformanceReported,
    ObjectionRaised,
    ObjectionAnswered,
    CalendarLoaded,
    CalendarFeedMade,
    CalendarFeedRevoked,
    RegisterChanged,
    RosterImported,

    /// <summary>Open opinions of a deputy or station passed to another.</summary>
    ItemsHandedOver,
    PlanChanged,
    TopicChanged,
    SessionConfirmed,

    /// <summary>Entered into the deputies' activity system.</summary>
    SessionsHandedOver,
    ReportPublished,
    InquiryActed,
    SubmissionDecided,
    NoticePublished,
    ReceiptIssued,
    YearClosed,
    YearReopened,

    /// <summary>A frozen book was asked for and is no longer what was frozen.</summary>
    FrozenBookDamaged,
    ViewsChanged,
    SelfChecked,

    /// <summary>A backup was brought into an empty data folder.</summary>
    Restored,
}
