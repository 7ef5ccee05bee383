using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Domain.Accounts;

namespace VoterLiaison.Dashboard.Access;

/// <summary>Asks the database, for every read and every write, who the person is and what they may do now. Claims and open pages prove nothing.</summary>
public sealed class Doorkeeper(CurrentPerson person, SessionBook sessions, IDbContextFactory<LiaisonDbContext> contexts)
{
    /// <summary>Lets the person in, with their rights at this moment.</summary>
    /// <exception cref="NotAdmittedException">The session is over, or a password or second factor is owed first.</exception>
    public async Task<Admitted> AdmitAsync(LiaisonDbContext db, CancellationToken cancellationToken = default)
    {
        if (person.Trusted is { } trusted)
        {
            return trusted;
        }

        var signedIn = await SignedInAsync(db, cancellationToken) ?? throw new NotAdmittedException("登录已经结束，请重新登录。写的内容还在这台电脑上，登录后会放回来。");
        return signedIn.Obligation switch
        {
            Obligation.None => new Admitted(signedIn.Actor, signedIn.Rights),
            Obligation.NewPassword => throw new NotAdmittedException("请先修改口令。"),
            Obligation.SecondFactor => throw new NotAdmittedException("请先设置两步验证。"),
        };
    }

    /// <inheritdoc cref="AdmitAsync(LiaisonDbContext, CancellationToken)"/>
    public async Task<Admitted> AdmitAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await AdmitAsync(db, cancellationToken);
    }

    /// <summary>Whoever is signed in, even where something is owed first; null where nobody is.</summary>
    public async Task<SignedIn?> SignedInAsync(LiaisonDbContext db, CancellationToken cancellationToken = default) =>
        person.Session is { } session ? await sessions.StandingAsync(db, session, cancellationToken) : null;

    /// <inheritdoc cref="SignedInAsync(LiaisonDbContext, CancellationToken)"/>
    public async Task<SignedIn?> SignedInAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await SignedInAsync(db, cancellationToken);
    }

    /// <summary>How far the person may do something; nothing where they may not, or nobody is there.</summary>
    public async Task<Reach> ReachAsync(LiaisonDbContext db, Deed deed, CancellationToken cancellationToken = default) =>
        (await RightsAsync(db, cancellationToken)).For(deed);

    /// <summary>What the person may do at this moment; nothing where nobody is there.</summary>
    public async Task<Rights> RightsAsync(LiaisonDbContext db, CancellationToken cancellationToken = default) =>
        person.Trusted?.Rights
        ?? (await SignedInAsync(db, cancellationToken) is { Obligation: Obligation.None } signedIn ? signedIn.Rights : Rights.None);

    /// <inheritdoc cref="ReachAsync(LiaisonDbContext, Deed, CancellationToken)"/>
    public async Task<Reach> ReachAsync(Deed deed, CancellationToken cancellationToken = default) => (await RightsAsync(cancellationToken)).For(deed);

    /// <inheritdoc cref="RightsAsync(LiaisonDbContext, CancellationToken)"/>
    public async Task<Rights> RightsAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await RightsAsync(db, cancellationToken);
    }
}
