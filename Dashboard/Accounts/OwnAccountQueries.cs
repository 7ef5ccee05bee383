using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Domain.Accounts;

namespace VoterLiaison.Dashboard.Accounts;

/// <summary>A person's own account as its pages show it.</summary>
public sealed class OwnAccountQueries(Doorkeeper doorkeeper, SessionBook sessions, IDbContextFactory<LiaisonDbContext> contexts)
{
    /// <summary>Null where nobody is signed in any more.</summary>
    public async Task<OwnAccount?> AccountAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await doorkeeper.SignedInAsync(db, cancellationToken) is not { } signedIn)
        {
            return null;
        }

        var id = signedIn.Session.AccountId;
        var account = await db.Accounts.AsNoTracking().Include(account => account.Grants).SingleAsync(account => account.Id == id, cancellationToken);
        var all = await db.Sessions.AsNoTracking().Where(session => session.AccountId == id).OrderByDescending(session => session.StartedAt).Take(100).ToListAsync(cancellationToken);
        using var kept = new AccountStore(db);
        return new OwnAccount(
            signedIn,
            await RolesAsync(db, account.Grants, cancellationToken),
            all.Where(session => session.Id != signedIn.Session.Id).Select(session => (DateTime?)session.StartedAt).FirstOrDefault(),
            [.. all.Where(session => session.Stamp == account.SecurityStamp && sessions.WhyOver(session) is null)
                .Select(session => new OpenSession(session.Id, session.StartedAt, sessions.LastActive(session), session.Address, session.Id == signedIn.Session.Id))],
            account.PasswordSetAt,
            account.MustChangePassword,
            account.TwoFactorEnabled,
            account.TwoFactorEnabled ? null : await kept.GetAuthenticatorKeyAsync(account, cancellationToken),
            account.TwoFactorEnabled ? await kept.CountCodesAsync(account, cancellationToken) : 0,
            [.. (await kept.GetPasskeysAsync(account, cancellationToken)).OrderBy(passkey => passkey.CreatedAt)
                .Select(passkey => new OwnPasskey(Convert.ToHexStringLower(passkey.CredentialId), passkey.Name ?? "", passkey.CreatedAt.UtcDateTime))],
            await db.UserLogins.Where(login => login.UserId == id).Select(login => login.LoginProvider).FirstOrDefaultAsync(cancellationToken));
    }

    private static async Task<IReadOnlyList<string>> RolesAsync(LiaisonDbContext db, IReadOnlyList<Grant> grants, CancellationToken cancellationToken)
    {
        var said = new List<string>();
        foreach (var grant in grants)
        {
            var over = grant.Role switch
            {
                Role.UnitStaff => await db.Units.Where(unit => unit.Id == grant.UnitId).Select(unit => unit.Name).SingleAsync(cancellationToken),
                Role.StationStaff => await db.Stations.Where(station => station.Id == grant.StationId).Select(station => station.Name).SingleAsync(cancellationToken),
                Role.Deputy => await db.Deputies.Where(deputy => deputy.Id == grant.DeputyId).Select(deputy => deputy.Name).SingleAsync(cancellationToken),
                Role.LiaisonOffice or Role.Administrator or Role.Auditor => "",
            };
            said.Add(over.Length is 0 ? grant.Role.InWords() : $"{grant.Role.InWords()}：{over}");
        }

        return said;
    }
}

/// <param name="SignedIn">The session and who it is.</param>
/// <param name="Roles">With their scope, in words.</param>
/// <param name="SignedInBefore">The sign-in before this one, UTC.</param>
/// <param name="Sessions">Those that hold.</param>
/// <param name="PasswordSetAt">UTC.</param>
/// <param name="MustChangePassword">Somebody else chose the password.</param>
/// <param name="HasSecondFactor">It is asked at the sign-in.</param>
/// <param name="PendingKey">For the authenticator app, until it is confirmed.</param>
/// <param name="RecoveryCodes">How many are left.</param>
/// <param name="Passkeys">In the order in which they were made.</param>
/// <param name="LinkedIssuer">Of the single sign-on, where it is linked.</param>
public sealed record OwnAccount(
    SignedIn SignedIn, IReadOnlyList<string> Roles, DateTime? SignedInBefore, IReadOnlyList<OpenSession> Sessions, DateTime? PasswordSetAt, bool MustChangePassword,
    bool HasSecondFactor, string? PendingKey, int RecoveryCodes, IReadOnlyList<OwnPasskey> Passkeys, string? LinkedIssuer);

public sealed record OpenSession(Guid Id, DateTime StartedAt, DateTime LastActiveAt, string Address, bool IsThis);

/// <param name="Id">The credential's id, hexadecimal.</param>
/// <param name="Name">As its owner calls it.</param>
/// <param name="CreatedAt">UTC.</param>
public sealed record OwnPasskey(string Id, string Name, DateTime CreatedAt);
