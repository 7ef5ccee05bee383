using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.Domain.Accounts;

namespace VoterLiaison.TestKit;

/// <summary>Accounts with a password, as an administrator has made them.</summary>
public static class SomeAccount
{
    public const string Password = "Bajiao-Gu-1976";

    private static readonly string _hash = new PasswordHasher<Account>().HashPassword(new Account(), Password);

    public static async Task<Account> AddAsync(
        IDbContextFactory<LiaisonDbContext> contexts, DateTime now, string userName = "gu", Role role = Role.LiaisonOffice, bool isDemonstration = false, Action<Account>? also = null)
    {
        var account = new Account
        {
            UserName = userName,
            NormalizedUserName = userName.ToUpperInvariant(),
            Name = "顾砚清",
            PasswordHash = _hash,
            SecurityStamp = Guid.NewGuid().ToString("N"),
            CreatedAt = now,
            PasswordSetAt = now,
            LockoutEnabled = true,
            IsDemonstration = isDemonstration,
        };
        account.Hold(Grant.Of(role));
        also?.Invoke(account);
        await using var db = await contexts.CreateDbContextAsync();
        db.Add(account);
        await db.SaveChangesAsync();
        return account;
    }
}
