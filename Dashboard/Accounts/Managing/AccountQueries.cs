using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.Domain.Accounts;

namespace VoterLiaison.Dashboard.Accounts.Managing;

/// <summary>The accounts as the administrator sees them. Nothing here tells of an opinion.</summary>
public sealed class AccountQueries(IDbContextFactory<LiaisonDbContext> contexts, Doorkeeper doorkeeper, SessionBook sessions, TimeProvider clock)
{
    /// <summary>Liaison office, units, stations, deputies, administrators, auditors, each in official order.</summary>
    public async Task<IReadOnlyList<AccountRow>> ListAsync(AccountFilter? filter = null, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (!(await doorkeeper.RightsAsync(db, cancellationToken)).May(Deed.ManageAccounts))
        {
            return [];
        }

        var own = (await doorkeeper.SignedInAsync(db, cancellationToken))?.Session.AccountId;
        var scopes = await Scopes.LoadAsync(db, cancellationToken);
        var accounts = await db.Accounts.AsNoTracking().Include(account => account.Grants).ToListAsync(cancellationToken);
        var lastActive = await db.Sessions.GroupBy(session => session.AccountId)
            .Select(all => new { all.Key, At = all.Max(session => session.LastActiveAt) }).ToDictionaryAsync(all => all.Key, all => (DateTime?)all.At, cancellationToken);
        var open = (await db.Sessions.AsNoTracking().Where(session => session.EndedAt == null).ToListAsync(cancellationToken))
            .Where(session => sessions.WhyOver(session) is null).ToLookup(session => session.AccountId);
        var passkeys = await db.UserPasskeys.GroupBy(passkey => passkey.UserId)
            .Select(all => new { all.Key, Count = all.Count() }).ToDictionaryAsync(all => all.Key, all => all.Count, cancellationToken);
        return
        [
            .. accounts.Select(RowOf).Where(row => Matches(row, filter ?? new AccountFilter()))
                .OrderBy(row => row.Roles.Count == 0).ThenBy(row => row.Roles.Count == 0 ? default : scopes.Order(row.Roles[0].Grant)).ThenBy(row => row.UserName, StringComparer.Ordinal),
        ];

        AccountRow RowOf(Account account)
        {
            var running = open[account.Id].Where(session => session.Stamp == account.SecurityStamp).ToList();
            return new AccountRow(
                account.UserName!,
                account.Name,
                [.. account.Grants.OrderBy(scopes.Order).Select(grant => new HeldRole(grant, scopes.CodeOf(grant), scopes.InWords(grant)))],
                StateOf(account),
                account.LockoutEnd?.UtcDateTime,
                account.TwoFactorEnabled,
                passkeys.GetValueOrDefault(account.Id),
                account.LastSignedInAt,
                running.Select(session => (DateTime?)sessions.LastActive(session)).Append(lastActive.GetValueOrDefault(account.Id)).Max(),
                account.DisabledAt is null ? running.Count : 0,
                account.Id == own);
        }
    }

    /// <summary>What roles may be given over.</summary>
    public async Task<Scopes> ScopesAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return (await doorkeeper.RightsAsync(db, cancellationToken)).May(Deed.ManageAccounts) ? await Scopes.LoadAsync(db, cancellationToken) : Scopes.None;
    }

    private AccountState StateOf(Account account) =>
        account.DisabledAt is not null ? AccountState.Disabled
        : account.LockoutEnd > clock.GetUtcNow() ? AccountState.Locked
        : account.MustChangePassword ? AccountState.OwesPassword
        : AccountState.InUse;

    private static bool Matches(AccountRow row, AccountFilter filter) =>
        (filter.Role is not { } role || row.Roles.Any(held => held.Role == role))
        && (filter.Text?.Trim() is not { Length: > 0 } text
            || row.UserName.Contains(text, StringComparison.OrdinalIgnoreCase)
            || row.Name.Contains(text, StringComparison.Ordinal)
            || row.Roles.Any(held => held.Scope?.Contains(text, StringComparison.Ordinal) == true || string.Equals(held.Code, text, StringComparison.OrdinalIgnoreCase)));
}
