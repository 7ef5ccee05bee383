using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Domain.Accounts;

namespace VoterLiaison.Dashboard.Accounts.Managing;

public sealed class DisplayKeyQueries(IDbContextFactory<LiaisonDbContext> contexts, Doorkeeper doorkeeper, DisplayKeyBook keys)
{
    /// <summary>Those that open something first, the newest at the head.</summary>
    public async Task<IReadOnlyList<DisplayKeyRow>> ListAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return !(await doorkeeper.RightsAsync(db, cancellationToken)).May(Deed.ManageDisplayKeys) ? [] :
        [
            .. (await db.DisplayKeys.AsNoTracking().OrderBy(key => key.RevokedAt != null).ThenByDescending(key => key.Id).ToListAsync(cancellationToken))
                .Select(key => new DisplayKeyRow(key.Id, key.Name, key.Hint, key.CreatedAt, key.CreatedBy, key.RevokedAt, keys.LastSeen(key), keys.ConnectionsOf(key))),
        ];
    }
}

/// <summary>A screen's key, without the key. Moments are UTC.</summary>
public sealed record DisplayKeyRow(int Id, string Name, string Hint, DateTime CreatedAt, string CreatedBy, DateTime? RevokedAt, DateTime? LastSeenAt, int OpenConnections);
