using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.Domain.Accounts;

namespace VoterLiaison.Dashboard.Access;

/// <summary>Who is acting. One for each circuit, request or command; nobody until somebody is named.</summary>
public sealed class CurrentPerson
{
    /// <summary>The session it is, for whoever signed in.</summary>
    public Guid? Session { get; private set; }

    /// <summary>Who acts without signing in: the command line.</summary>
    internal Admitted? Trusted { get; private set; }

    public void SignedInBy(Guid session) => Session = session;

    /// <summary>Names somebody whose rights come from elsewhere than an account: the user of the machine, who holds the data folder anyway.</summary>
    internal void IsTrusted(string name, Rights rights) => Trusted = new Admitted(new Actor(null, name, "", "本机"), rights);
}

/// <summary>A person as the doorkeeper let them in, with what they may do at this moment.</summary>
public sealed record Admitted(Actor Actor, Rights Rights)
{
    public string Name => Actor.Name;
}
