using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.Domain.Rules;

namespace VoterLiaison.Dashboard.Accounts;

/// <summary>What a person does to their own account. It is always the account of the session, whatever a form may say.</summary>
public sealed partial class OwnAccountDesk(
    LiaisonStore store, Doorkeeper doorkeeper, IDbContextFactory<LiaisonDbContext> contexts, IPasswordHasher<Account> hasher, PasswordRules passwords,
    IOptions<SignInRules> rules, OpenConnections connections, SessionBook sessions, TimeProvider clock)
{
    /// <summary>Chooses a new password. Every other session of the account ends, this one goes on.</summary>
    /// <exception cref="RuleBrokenException">The old one is wrong, or the new one is none.</exception>
    public async Task ChangePasswordAsync(string old, string chosen, string again, CancellationToken cancellationToken = default)
    {
        var proof = await ProveAsync(old, cancellationToken);
        var why = proof.Holds ? chosen != again ? "两次填的新口令不一样。" : passwords.WhyNot(proof.Account.UserName, chosen) : null;
        if (proof.Holds && why is null)
        {
            why = passwords.WasUsed(proof.Account, chosen) ? "新口令与现在的或者最近用过的相同，请换一个。" : null;
        }

        var hash = proof.Holds && why is null ? hasher.HashPassword(proof.Account, chosen) : "";
        await WriteProvenAsync(
            proof,
            async own =>
            {
                Require(why is null, why ?? "");
                passwords.Replace(own.Account, hash, own.At);
                own.Account.MustChangePassword = false;
                await GoOnAloneAsync(own);
                await own.RecordAsync(AuditAct.PasswordChanged);
            },
            cancellationToken);
    }

    /// <summary>Ends another session of one's own: a computer left on somewhere.</summary>
    public Task EndSessionAsync(Guid session, CancellationToken cancellationToken = default) => WriteAsync(
        async own =>
        {
            if (await own.Db.Sessions.SingleOrDefaultAsync(other => other.Id == session && other.AccountId == own.Account.Id && other.EndedAt == null, cancellationToken) is { } other)
            {
                other.EndFor(SessionEnd.SignedOut, own.At);
                own.Ended.Add(other.Id);
                await own.RecordAsync(AuditAct.SignedOut, $"结束另一处登录（{other.Address}）");
            }
        },
        cancellationToken);

    /// <summary>Leaves. The other pages of this session are led to the sign-in as well.</summary>
    public Task SignOutAsync(CancellationToken cancellationToken = default) => WriteAsync(
        async own =>
        {
            own.Session.EndFor(SessionEnd.SignedOut, own.At);
            own.Ended.Add(own.Session.Id);
            await own.RecordAsync(AuditAct.SignedOut);
        },
        cancellationToken);

    /// <summary>Lets the account be entered by the district's single sign-on.</summary>
    /// <exception cref="RuleBrokenException">Somebody else's account has it already.</exception>
    public Task LinkAsync(string issuer, string subject, string name, CancellationToken cancellationToken = default) => WriteAsync(
        async own =>
        {
            var known = await own.Db.UserLogins.SingleOrDefaultAsync(login => login.LoginProvider == issuer && login.ProviderKey == subject, cancellationToken);
            Require(known is null || known.UserId == own.Account.Id, "这个身份已经关联了别的账号。");
            if (known is null)
            {
                own.Db.UserLogins.Add(new IdentityUserLogin<int> { LoginProvider = issuer, ProviderKey = subject, ProviderDisplayName = name, UserId = own.Account.Id });
                await own.RecordAsync(AuditAct.AccountChanged, $"关联{name}");
            }
        },
        cancellationToken);

    public Task UnlinkAsync(string issuer, CancellationToken cancellationToken = default) => WriteAsync(
        async own =>
        {
            foreach (var login in await own.Db.UserLogins.Where(login => login.UserId == own.Account.Id && login.LoginProvider == issuer).ToListAsync(cancellationToken))
            {
                own.Db.Remove(login);
                await own.RecordAsync(AuditAct.AccountChanged, $"取消关联{login.ProviderDisplayName}");
            }
        },
        cancellationToken);

    /// <summary>Whether a password is the account's, asked outside the write transaction because it takes a tenth of a second.</summary>
    private async Task<Proof> ProveAsync(string password, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var session = (await SignedInAsync(db, cancellationToken)).Session;
        var account = await db.Accounts.AsNoTracking().Include(account => account.FormerPasswords).SingleAsync(account => account.Id == session.AccountId, cancellationToken);
        return new Proof(account, account.PasswordHash is { } hash && hasher.VerifyHashedPassword(account, hash, password) is not PasswordVerificationResult.Failed);
    }

    /// <summary>An act that needs the password. A wrong one counts as it does at the sign-in: an open screen is no place to guess.</summary>
    private async Task WriteProvenAsync(Proof proof, Func<Own, Task> act, CancellationToken cancellationToken)
    {
        string? refusal = null;
        await WriteAsync(
            async own =>
            {
                if (own.Account.IsLockedAt(own.At))
                {
                    refusal = "口令不对的次数太多，过一会儿再试。";
                }
                else if (!proof.Holds || own.Account.PasswordHash != proof.Account.PasswordHash)
                {
                    refusal = "现在的口令不对。";
                    if (own.Account.FailAt(own.At, rules.Value))
                    {
                        await own.RecordAsync(AuditAct.LockedOut, $"连续失败 {rules.Value.FailuresBeforeLock} 次，锁定 {rules.Value.LockMinutes} 分钟");
                    }
                }
                else
                {
                    await act(own);
                    own.Account.AccessFailedCount = 0;
                }
            },
            cancellationToken);
        Require(refusal is null, refusal ?? "");
    }

    private async Task WriteAsync(Func<Own, Task> act, CancellationToken cancellationToken)
    {
        var ended = await store.WriteFromReserveAsync(
            async db =>
            {
                var signedIn = await SignedInAsync(db, cancellationToken);
                var own = new Own(
                    db,
                    signedIn,
                    await db.Accounts.Include(account => account.FormerPasswords.OrderBy(former => former.Id)).SingleAsync(account => account.Id == signedIn.Session.AccountId, cancellationToken),
                    await db.Sessions.SingleAsync(session => session.Id == signedIn.Session.Id, cancellationToken),
                    clock.GetUtcNow().UtcDateTime);
                await act(own);
                return own.Ended;
            },
            cancellationToken);
        foreach (var session in ended)
        {
            sessions.Forget(session);
            connections.Cut(AccessClaims.OwnerOf(session));
        }
    }

    /// <summary>After a change that a stranger in possession of an old session must not outlive.</summary>
    private static async Task GoOnAloneAsync(Own own)
    {
        own.Account.SecurityStamp = Guid.NewGuid().ToString("N");
        own.Session.GoOnWith(own.Account.SecurityStamp);
        foreach (var other in await own.Db.Sessions.Where(session => session.AccountId == own.Account.Id && session.Id != own.Session.Id && session.EndedAt == null).ToListAsync())
        {
            other.EndFor(SessionEnd.Withdrawn, own.At);
            own.Ended.Add(other.Id);
        }
    }

    private async Task<SignedIn> SignedInAsync(LiaisonDbContext db, CancellationToken cancellationToken) =>
        await doorkeeper.SignedInAsync(db, cancellationToken) ?? throw new NotAdmittedException("登录已经结束，请重新登录。");

    private static void Require(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new RuleBrokenException(otherwise);
        }
    }

    private sealed record Proof(Account Account, bool Holds);

    /// <summary>One's own account under way in a transaction; <see cref="Ended"/> are the sessions whose pages are cut after the commit.</summary>
    private sealed record Own(LiaisonDbContext Db, SignedIn Who, Account Account, Session Session, DateTime At)
    {
        public List<Guid> Ended { get; } = [];

        public Task RecordAsync(AuditAct act, string detail = "") => Db.AuditAsync(At, Who.Actor, act, $"账号 {Account.UserName}", detail);
    }
}
