using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Rules;

namespace VoterLiaison.Dashboard.Accounts.Managing;

/// <summary>Where accounts are made and changed. Whoever loses or gains a right signs in anew: sessions end with the commit, open pages are cut right after it.</summary>
/// <remarks>An account is named by its user name, which never changes. Passwords are hashed before the door, for that takes long.</remarks>
public sealed partial class AccountDesk(
    WriteDoor door, IPasswordHasher<Account> hasher, ILookupNormalizer normalizer, OpenConnections connections, PasswordRules passwords)
{
    private const int LongestName = 40;

    /// <summary>Makes an account; the password it returns is kept nowhere.</summary>
    public async Task<string> AddAsync(string userName, string name, IReadOnlyCollection<Grant> grants)
    {
        var password = InitialPassword.New();
        await AddAsync(userName, name, grants, password, mustChange: true);
        return password;
    }

    /// <summary>Makes an account with a password somebody chose.</summary>
    public Task AddWithPasswordAsync(string userName, string name, IReadOnlyCollection<Grant> grants, string password, bool mustChange) =>
        passwords.WhyNot(userName.Trim(), password) is { } why ? throw new RuleBrokenException(why) : AddAsync(userName, name, grants, password, mustChange);

    /// <summary>Changes the name, and gives and withdraws rights. What others changed meanwhile stays as they left it.</summary>
    /// <returns>Whether anything is different now.</returns>
    public async Task<bool> AdjustAsync(string userName, string? name, IReadOnlyCollection<Grant> given, IReadOnlyCollection<Grant> withdrawn)
    {
        var newName = name is null ? null : Named(name);
        var changed = false;
        await ChangeAsync(userName, async (writing, account) =>
        {
            var scopes = await ScopesOfAsync(writing.Db, given);
            var gives = given.Where(grant => !account.Grants.Any(grant.IsSameAs)).ToList();
            var takes = account.Grants.Where(held => withdrawn.Any(held.IsSameAs)).ToList();
            gives.ForEach(grant => account.Hold(Anew(grant)));
            takes.ForEach(account.LetGo);
            if (account.Grants.Count == 0)
            {
                throw new RuleBrokenException("账号至少要有一项权限；不再使用的账号，请停用。");
            }

            if (takes.Exists(grant => grant.Role is Role.Administrator) && !account.Grants.Any(grant => grant.Role is Role.Administrator))
            {
                await RequireAnotherAdministratorAsync(writing.Db, account, "收回这项权限");
            }

            List<string> details =
            [
                .. gives.Select(grant => $"给予{scopes.InWordsWithRole(grant)}"),
                .. takes.Select(grant => $"收回{scopes.InWordsWithRole(grant)}"),
                .. newName is not null && newName != account.Name ? [$"姓名由“{account.Name}”改为“{newName}”"] : Array.Empty<string>(),
            ];
            account.Name = newName ?? account.Name;
            if (gives.Count + takes.Count > 0)
            {
                account.SecurityStamp = NewStamp();
            }

            changed = details.Count > 0;
            if (changed)
            {
                await writing.RecordAsync(AuditAct.AccountChanged, About(account), string.Join('；', details));
            }
        });
        return changed;
    }

    public Task DisableAsync(string userName) => ChangeAsync(userName, async (writing, account) =>
    {
        if (account.DisabledAt is not null)
        {
            throw new RuleBrokenException($"账号 {account.UserName} 已经停用。");
        }

        await RequireAnotherAdministratorAsync(writing.Db, account, "停用");
        account.DisabledAt = writing.At;
        account.SecurityStamp = NewStamp();
        await writing.RecordAsync(AuditAct.AccountDisabled, About(account));
    });

    public Task EnableAsync(string userName) => ChangeAsync(userName, async (writing, account) =>
    {
        if (account.DisabledAt is null)
        {
            throw new RuleBrokenException($"账号 {account.UserName} 正在使用，不用启用。");
        }

        account.DisabledAt = null;
        await writing.RecordAsync(AuditAct.AccountEnabled, About(account));
    });

    public Task UnlockAsync(string userName) => ChangeAsync(userName, (writing, account) =>
    {
        Unlock(account);
        return writing.RecordAsync(AuditAct.AccountUnlocked, About(account));
    });

    /// <summary>Gives a new password, for somebody who forgot theirs; what it returns is kept nowhere.</summary>
    public async Task<string> ResetPasswordAsync(string userName)
    {
        var password = InitialPassword.New();
        var hash = hasher.HashPassword(new Account(), password);
        await ChangeAsync(userName, async (writing, account) =>
        {
            if (IsOwn(writing, account))
            {
                throw new RuleBrokenException("自己的口令，请在自己的账号页修改。");
            }

            await writing.Db.Entry(account).Collection(a => a.FormerPasswords).LoadAsync();
            passwords.Replace(account, hash, writing.At);
            account.MustChangePassword = true;
            Unlock(account);
            await writing.RecordAsync(AuditAct.PasswordReset, About(account));
        });
        return password;
    }

    /// <summary>For somebody who lost the phone: the one-time codes, the recovery codes and the passkeys go, the password stays.</summary>
    public Task ResetSecondFactorAsync(string userName) => ChangeAsync(userName, async (writing, account) =>
    {
        if (IsOwn(writing, account))
        {
            throw new RuleBrokenException("自己的两步验证，请在自己的账号页设置。");
        }

        var passkeys = await writing.Db.UserPasskeys.Where(passkey => passkey.UserId == account.Id).ExecuteDeleteAsync();
        var codes = await writing.Db.UserTokens.Where(token => token.UserId == account.Id && (token.Name == "AuthenticatorKey" || token.Name == "RecoveryCodes")).ExecuteDeleteAsync();
        if (!account.TwoFactorEnabled && passkeys + codes == 0)
        {
            throw new RuleBrokenException($"账号 {account.UserName} 没有设置两步验证。");
        }

        account.TwoFactorEnabled = false;
        account.LastCode = null;
        account.SecurityStamp = NewStamp();
        await writing.RecordAsync(AuditAct.SecondFactorChanged, About(account), passkeys > 0 ? $"由管理员清除，连同通行密钥 {passkeys} 个" : "由管理员清除");
    });

    /// <summary>Ends every session of an account; the person may sign in again.</summary>
    public Task EndSessionsAsync(string userName) => ChangeAsync(userName, (writing, account) =>
    {
        account.SecurityStamp = NewStamp();
        return writing.RecordAsync(AuditAct.AccountChanged, About(account), "结束登录");
    });

    private async Task AddAsync(string userName, string name, IReadOnlyCollection<Grant> grants, string password, bool mustChange)
    {
        var asked = userName.Trim();
        if (!UserName().IsMatch(asked))
        {
            throw new RuleBrokenException("登录名用字母开头，由字母、数字、点、短横或下划线组成，2 到 32 位。");
        }

        if (grants.Count == 0)
        {
            throw new RuleBrokenException("请至少给一项权限。");
        }

        var account = new Account
        {
            UserName = asked,
            NormalizedUserName = normalizer.NormalizeName(asked),
            Name = Named(name),
            MustChangePassword = mustChange,
            SecurityStamp = NewStamp(),
            LockoutEnabled = true,
        };
        account.PasswordHash = hasher.HashPassword(account, password);
        await door.WriteAsync(Deed.ManageAccounts, async writing =>
        {
            if (await writing.Db.Accounts.AnyAsync(known => known.NormalizedUserName == account.NormalizedUserName))
            {
                throw new RuleBrokenException($"登录名 {asked} 已经有人用了，请换一个。");
            }

            var scopes = await ScopesOfAsync(writing.Db, grants);
            foreach (var grant in grants)
            {
                account.Hold(Anew(grant));
            }

            account.CreatedAt = writing.At;
            account.PasswordSetAt = writing.At;
            writing.Db.Add(account);
            await writing.RecordAsync(AuditAct.AccountAdded, About(account), $"{account.Name}；{string.Join('、', account.Grants.Select(scopes.InWordsWithRole))}");
        });
    }

    /// <summary>Where an act gives the account another stamp, its sessions end in the same commit.</summary>
    private async Task ChangeAsync(string userName, Func<Writing, Account, Task> act)
    {
        var ended = await door.WriteAsync(Deed.ManageAccounts, async writing =>
        {
            var normalized = normalizer.NormalizeName(userName.Trim());
            var account = await writing.Db.Accounts.Include(a => a.Grants).SingleOrDefaultAsync(a => a.NormalizedUserName == normalized)
                ?? throw new RuleBrokenException($"没有账号“{userName.Trim()}”。");
            var stamp = account.SecurityStamp;
            await act(writing, account);
            account.ConcurrencyStamp = NewStamp(); // a sign-in under way, which writes the whole account, must not write this over
            if (account.SecurityStamp == stamp)
            {
                return [];
            }

            var sessions = await writing.Db.Sessions.Where(session => session.AccountId == account.Id && session.EndedAt == null).ToListAsync();
            sessions.ForEach(session => session.EndFor(SessionEnd.Withdrawn, writing.At));
            return sessions.ConvertAll(session => session.Id);
        });
        ended.ForEach(session => connections.Cut(AccessClaims.OwnerOf(session)));
    }

    private static async Task RequireAnotherAdministratorAsync(LiaisonDbContext db, Account account, string what)
    {
        if (account.DisabledAt is null && await HoldsAsync(db.Accounts.Where(a => a.Id == account.Id)) && !await HoldsAsync(db.Accounts.Where(a => a.Id != account.Id && a.DisabledAt == null)))
        {
            throw new RuleBrokenException($"这是最后一个在用的系统管理员，不能{what}。请先给另一个账号系统管理员的权限。");
        }

        static Task<bool> HoldsAsync(IQueryable<Account> accounts) => accounts.AnyAsync(a => a.Grants.Any(grant => grant.Role == Role.Administrator));
    }

    private static async Task<Scopes> ScopesOfAsync(LiaisonDbContext db, IReadOnlyCollection<Grant> grants)
    {
        var scopes = await Scopes.LoadAsync(db);
        return grants.FirstOrDefault(grant => !scopes.Has(grant)) is { } unknown
            ? throw new RuleBrokenException(unknown.Role switch
            {
                Role.UnitStaff => "没有这个联系单位，请重新选择。",
                Role.StationStaff => "没有这个家站，请重新选择。",
                _ => "没有这位代表，请重新选择。",
            })
            : scopes;
    }

    /// <summary>A grant of the caller's may be stored already, for another account.</summary>
    private static Grant Anew(Grant grant) => Grant.Of(grant.Role, grant.UnitId, grant.StationId, grant.DeputyId);

    private static void Unlock(Account account) => (account.LockoutEnd, account.AccessFailedCount) = (null, 0);

    private static bool IsOwn(Writing writing, Account account) => writing.Who.Actor.AccountId == account.Id;

    private static string Named(string name) => name.Trim() is { Length: > 0 and <= LongestName } written
        ? written
        : throw new RuleBrokenException($"请填写姓名，不超过 {LongestName} 字。");

    private static string About(Account account) => $"账号 {account.UserName}";

    private static string NewStamp() => Guid.NewGuid().ToString("N");

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9._-]{1,31}$")]
    private static partial Regex UserName();
}
