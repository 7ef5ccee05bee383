using Microsoft.EntityFrameworkCore;

namespace VoterLiaison.Dashboard.Data;

/// <summary>Brings the database of the data folder up to this version of the app.</summary>
public sealed class Database(DataFolder folder, FolderLock folderLock, IDbContextFactory<LiaisonDbContext> contexts, TimeProvider clock)
{
    /// <summary>Creates or upgrades the database, alone in its folder. An existing one is copied beside itself before it is upgraded.</summary>
    /// <exception cref="FolderInUseException">It must be changed and another process is using it.</exception>
    public async Task PrepareAsync(CancellationToken cancellationToken = default)
    {
        folder.Make();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);

        var pending = (await db.Database.GetPendingMigrationsAsync(cancellationToken)).ToList();
        if (pending.Count == 0)
        {
            return;
        }

        folderLock.Hold();
        if ((await db.Database.GetAppliedMigrationsAsync(cancellationToken)).Any())
        {
            // The moment is in the name: an upgrade that failed once must not stand in the way of the next try.
            await DatabaseBackup.WriteAsync(folder, Path.Combine(folder.Root, $"before-{pending[^1]}-{clock.GetUtcNow():yyyyMMddHHmmss}.db"), cancellationToken);
        }

        // A start that was killed while migrating leaves a row in this table, and the next one would wait on it for ever.
        await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS __EFMigrationsLock", cancellationToken);
        await db.Database.MigrateAsync(cancellationToken);
        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", cancellationToken);
    }
}
