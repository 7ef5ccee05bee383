using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Domain.Accounts;

namespace VoterLiaison.Dashboard.Accounts;

/// <summary>What the sign-in page shows of the house, which is nearly nothing.</summary>
public sealed class DoorQueries(IDbContextFactory<LiaisonDbContext> contexts)
{
    public async Task<Door> DoorAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var demonstration = await db.Accounts.AsNoTracking().Where(account => account.IsDemonstration && account.DisabledAt == null)
            .Include(account => account.Grants).OrderBy(account => account.Id).ToListAsync(cancellationToken);
        return new Door(
            demonstration.Count == 0 && !await db.Accounts.AnyAsync(cancellationToken),
            [.. demonstration.Where(account => account.Grants.Count > 0).Select(account => new DemonstrationAccount(account.Id, account.UserName!, account.Grants[0].Role, account.Name))]);
    }
}

/// <param name="HasNoAccounts">Nobody can sign in before the first administrator is made.</param>
/// <param name="Demonstration">The demonstration's accounts, to enter by one click.</param>
public sealed record Door(bool HasNoAccounts, IReadOnlyList<DemonstrationAccount> Demonstration);

public sealed record DemonstrationAccount(int Id, string UserName, Role Role, string Name);
