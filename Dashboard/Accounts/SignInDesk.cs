using System.Linq.Expressions;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Data.Accounts;

namespace VoterLiaison.Dashboard.Accounts;

/// <summary>Lets people in. Failure, lock, session and audit entry are one commit; why somebody was refused stands in the audit log and nowhere else.</summary>
public sealed class SignInDesk(
    LiaisonStore store, IDbContextFactory<LiaisonDbContext> contexts, IPasswordHasher<Account> hasher, ILookupNormalizer names, IOptions<SignInRules> rules, TimeProvider clock)
{
    private const int LongestPassword = 256;
    private const int LongestName = 40;

    /// <summary>An unknown name costs as long as a known one.</summary>
    private static readonly Lazy<string> _nobodysHash = new(() => new PasswordHasher<Account>().HashPassword(new Account(), Guid.NewGuid().ToString()));

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <param name="name">登录名, as it was typed.</param>
    /// <param name="password">As it was typed.</param>
    /// <param name="address">Where from.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<SignInOutcome> WithPasswordAsync(string name, string password, string address, CancellationToken cancellationToken = default)
    {
        var normalized = names.NormalizeName(name.Trim());
        var hash = await HashOfAsync(normalized, cancellationToken);

        // A tenth of a second: not while others wait to write.
        var fits = password.Length <= LongestPassword
            && hasher.VerifyHashedPassword(new Account(), hash ?? _nobodysHash.Value, password) is not PasswordVerificationResult.Failed;
        return await store.WriteFromReserveAsync(
            async db =>
            {
                var attempt = new Attempt(db, await FindAsync(db, account => account.NormalizedUserName == normalized, cancellationToken), Typed(name), address, Now);
                return await WhyNotAsync(attempt, fits && attempt.Account?.PasswordHash == hash, "口令不对") is { } refused
                    ? refused
                    : attempt.Account!.TwoFactorEnabled ? SignInOutcome.Half(attempt.Account) : await LetInAsync(attempt, "口令");
            },
            cancellationToken);
    }

    /// <summary>The second step: a code of the authenticator, or one of the recovery codes.</summary>
    public Task<SignInOutcome> WithCodeAsync(HalfWay halfWay, string code, string address, CancellationToken cancellationToken = default) => store.WriteFromReserveAsync(
        async db =>
        {
            var account = await FindAsync(db, account => account.Id == halfWay.AccountId && account.SecurityStamp == halfWay.Stamp && account.TwoFactorEnabled, cancellationToken);
            var attempt = new Attempt(db, account, account?.UserName ?? "", address, Now);
            if (await WhyNotAsync(attempt, holds: true, "") is { } refused)
            {
                return refused;
            }

            using var kept = Kept(db);
            var plain = RecoveryCodes.Plain(code);
            var isCode = OneTimeCode.Opens(account!, await kept.GetAuthenticatorKeyAsync(account!, cancellationToken) ?? "", plain, clock.GetUtcNow());
            var isRecovery = !isCode && await kept.RedeemCodeAsync(account!, RecoveryCodes.HashOf(plain), cancellationToken);
            return await WhyNotAsync(attempt, isCode || isRecovery, "验证码不对") ?? await LetInAsync(attempt, isCode ? "口令和验证码" : "口令和恢复码");
        },
        cancellationToken);

    /// <summary>A passkey whose answer was found right. It needs no second factor: the device asked its holder for one.</summary>
    public Task<SignInOutcome> WithPasskeyAsync(int accountId, UserPasskeyInfo passkey, string address, CancellationToken cancellationToken = default) => store.WriteFromReserveAsync(
        async db =>
        {
            var account = await FindAsync(db, account => account.Id == accountId, cancellationToken);
            var attempt = new Attempt(db, account, account?.UserName ?? "", address, Now);
            using var kept = Kept(db);
            var isStillTheirs = account is not null && await kept.FindPasskeyAsync(account, passkey.CredentialId, cancellationToken) is not null;
            if (await WhyNotAsync(attempt, isStillTheirs, "通行密钥已经移除") is { } refused)
            {
                return refused;
            }

            await kept.AddOrUpdatePasskeyAsync(account!, passkey, cancellationToken);
            return await LetInAsync(attempt, "通行密钥");
        },
        cancellationToken);

    /// <summary>One of the demonstration's accounts, by one click. An account made by an administrator never comes in this way.</summary>
    public Task<SignInOutcome> AsDemonstrationAsync(int accountId, string address, CancellationToken cancellationToken = default) => store.WriteFromReserveAsync(
        async db =>
        {
            var account = await FindAsync(db, account => account.Id == accountId && account.IsDemonstration, cancellationToken);
            var attempt = new Attempt(db, account, account?.UserName ?? "", address, Now);
            return await WhyNotAsync(attempt, holds: true, "") ?? (account!.TwoFactorEnabled ? SignInOutcome.Half(account) : await LetInAsync(attempt, "演示账号"));
        },
        cancellationToken);

    /// <summary>Somebody whom the district's single sign-on vouches for; known by its issuer and their subject there.</summary>
    public Task<SignInOutcome> WithSingleSignOnAsync(string issuer, string subject, string address, CancellationToken cancellationToken = default) => store.WriteFromReserveAsync(
        async db =>
        {
            var linked = await db.UserLogins.Where(login => login.LoginProvider == issuer && login.ProviderKey == subject).Select(login => (int?)login.UserId).SingleOrDefaultAsync(cancellationToken);
            var account = await FindAsync(db, account => account.Id == linked, cancellationToken);
            var attempt = new Attempt(db, account, Typed(subject), address, Now);
            return await WhyNotAsync(attempt, holds: true, "") ?? (account!.TwoFactorEnabled ? SignInOutcome.Half(account) : await LetInAsync(attempt, "单点登录"));
        },
        cancellationToken);

    internal static AccountStore Kept(LiaisonDbContext db) => new(db);

    private async Task<string?> HashOfAsync(string normalized, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Accounts.Where(account => account.NormalizedUserName == normalized).Select(account => account.PasswordHash).SingleOrDefaultAsync(cancellationToken);
    }

    private static Task<Account?> FindAsync(LiaisonDbContext db, Expression<Func<Account, bool>> which, CancellationToken cancellationToken) =>
        db.Accounts.Include(account => account.Grants).SingleOrDefaultAsync(which, cancellationToken);

    /// <summary>Asks what stands in the way, inside the transaction: a lock or a disabled account may have come a moment ago.</summary>
    private async Task<SignInOutcome?> WhyNotAsync(Attempt attempt, bool holds, string whatFailed)
    {
        var (db, account, typed, address, at) = attempt;
        var why = account is null ? "没有这个账号" : account.DisabledAt is not null ? "账号已停用" : account.IsLockedAt(at) ? "账号已锁定" : holds ? null : whatFailed;
        if (why is null)
        {
            return null;
        }

        var who = new Actor(account?.Id, typed, "", address);
        LiaisonMeter.SignIns.Add(1, new KeyValuePair<string, object?>("outcome", "refused"));
        await db.AuditAsync(at, who, AuditAct.SignInFailed, account is null ? "" : AboutOf(account), why, AuditResult.Refused);
        if (account is not null && why == whatFailed && account.FailAt(at, rules.Value))
        {
            LiaisonMeter.SignIns.Add(1, new KeyValuePair<string, object?>("outcome", "locked"));
            await db.AuditAsync(at, who, AuditAct.LockedOut, AboutOf(account), $"连续失败 {rules.Value.FailuresBeforeLock} 次，锁定 {rules.Value.LockMinutes} 分钟");
        }

        return SignInOutcome.Refused;
    }

    private static async Task<SignInOutcome> LetInAsync(Attempt attempt, string way)
    {
        var (db, found, _, address, at) = attempt;
        var account = found!; // asked by WhyNotAsync
        account.SucceedAt(at);
        var session = new Session(Guid.NewGuid(), account.Id, at, account.SecurityStamp!, address);
        db.Add(session);
        LiaisonMeter.SignIns.Add(1, new KeyValuePair<string, object?>("outcome", "ok"));
        await db.AuditAsync(at, ActorOf(account, address), AuditAct.SignedIn, AboutOf(account), way);
        return SignInOutcome.In(session, account.Name);
    }

    internal static Actor ActorOf(Account account, string address) =>
        new(account.Id, account.Name, string.Join('、', account.Grants.Select(grant => grant.Role.InWords()).Distinct()), address);

    internal static string AboutOf(Account account) => $"账号 {account.UserName}";

    /// <summary>What somebody typed as their name, fit to stand in the audit log.</summary>
    private static string Typed(string name)
    {
        var plain = string.Concat(name.Where(letter => !char.IsControl(letter))).Trim();
        return plain.Length <= LongestName ? plain : $"{plain[..LongestName]}…";
    }

    private sealed record Attempt(LiaisonDbContext Db, Account? Account, string Typed, string Address, DateTime At);
}
