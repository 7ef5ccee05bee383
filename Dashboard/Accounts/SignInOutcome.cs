using VoterLiaison.Dashboard.Data.Accounts;

namespace VoterLiaison.Dashboard.Accounts;

/// <summary>What came of an attempt to sign in: a session, or that a code is asked, or nothing of which anybody hears why.</summary>
public sealed record SignInOutcome
{
    private SignInOutcome()
    {
    }

    public static SignInOutcome Refused { get; } = new();

    public Session? Session { get; private init; }

    /// <summary>姓名, where there is a session.</summary>
    public string Name { get; private init; } = "";

    public HalfWay? HalfWay { get; private init; }

    internal static SignInOutcome In(Session session, string name) => new() { Session = session, Name = name };

    internal static SignInOutcome Half(Account account) => new() { HalfWay = new HalfWay(account.Id, account.SecurityStamp!) };
}

/// <summary>Somebody whose password was right and whose second factor is still to come.</summary>
/// <param name="AccountId">Whose it is.</param>
/// <param name="Stamp">The account's security stamp then; a change meanwhile leads back to the beginning.</param>
public sealed record HalfWay(int AccountId, string Stamp);
