using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SQLitePCL;

namespace VoterLiaison.Dashboard.Data;

/// <summary>Brings the database of the data folder up to this version of the app, and leaves it whole at the end.</summary>
public sealed class Database(DataFolder folder, FolderLock folderLock, DatabaseBackup backups, LiaisonStore store, IDbContextFactory<LiaisonDbContext> contexts, TimeProvider clock)
{
    /// <summary>In bytes: what is read through in less than a second, and so at every start.</summary>
    private const long LookedThroughAtEveryStart = 256L << 20;

    private readonly Lock _lock = new();
    private Task? _closing;

    /// <summary>Creates or upgrades the database, alone in its folder. An existing one is copied beside itself before it is upgraded.</summary>
    /// <remarks>Whoever holds the folder (the site) first looks whether the database is sound: always after a kill or a power cut, otherwise where that is quick.</remarks>
    /// <exception cref="FolderInUseException">It must be changed and another process is using it.</exception>
    /// <exception cref="DataUnusableException">It is damaged, of a newer version, or cannot be upgraded.</exception>
    public async Task PrepareAsync(CancellationToken cancellationToken = default)
    {
        folder.Make();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        try
        {
            var applied = (await db.Database.GetAppliedMigrationsAsync(cancellationToken)).ToList();
            RefuseNewer(applied.Except(db.Database.GetMigrations()));
            await LookThroughAsync(cancellationToken);
            await UpgradeAsync(db, applied, cancellationToken);
        }
        catch (SqliteException damaged) when (damaged.SqliteErrorCode is raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB)
        {
            throw Damaged(damaged.Message, damaged);
        }
        catch (SqliteException unusable)
        {
            throw new DataUnusableException($"数据库 {folder.Database} 打不开（{unusable.Message}）。请检查数据目录的权限，磁盘是否满了或只读。", unusable);
        }
    }

    /// <summary>At the end of the site: takes the log into the database's file, so that one file is all there is. Asking twice is asking once.</summary>
    public Task CloseAsync()
    {
        lock (_lock)
        {
            return _closing ??= EmptyLogAsync();
        }
    }

    private static void RefuseNewer(IEnumerable<string> unknown)
    {
        if (unknown.Max() is { } newest)
        {
            throw new DataUnusableException(
                $"数据库是由更新的版本写的（{newest}），这个版本（{AppVersion.Full}）不认识，没有打开，也没有改动它。请换回较新的程序；要退回这个版本，请把升级前自动留下的 before-*.db 恢复到一个空目录。");
        }
    }

    private async Task LookThroughAsync(CancellationToken cancellationToken)
    {
        if (!folderLock.IsHeld || new FileInfo(folder.Database) is not { Exists: true, Length: var length } || !(folderLock.MustBeLookedThrough || length <= LookedThroughAtEveryStart))
        {
            return;
        }

        await using var connection = new SqliteConnection(folder.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        var found = await connection.AskAsync("PRAGMA quick_check(1)", cancellationToken);
        if (found is not "ok")
        {
            throw Damaged($"{found}");
        }

        folderLock.LookedThrough(isSound: true);
    }

    private async Task UpgradeAsync(LiaisonDbContext db, List<string> applied, CancellationToken cancellationToken)
    {
        var pending = db.Database.GetMigrations().Except(applied).ToList();
        if (pending.Count > 0)
        {
            folderLock.Hold();
        }

        if (folderLock.IsHeld)
        {
            // A start that was killed while migrating leaves a row in this table, and the next upgrade would wait on it for ever.
            await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS __EFMigrationsLock", cancellationToken);
        }

        if (pending.Count > 0)
        {
            // The moment is in the name: an upgrade that failed once must not stand in the way of the next try.
            var before = applied.Count > 0 ? (await backups.WriteAsync(Path.Combine(folder.Root, $"before-{pending[^1]}-{clock.GetUtcNow():yyyyMMddHHmmss}.db"), cancellationToken)).File : null;
            await MigrateAsync(db, before, cancellationToken);
        }
    }

    private static async Task MigrateAsync(LiaisonDbContext db, string? before, CancellationToken cancellationToken)
    {
        try
        {
            await db.Database.MigrateAsync(cancellationToken);
            await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS __EFMigrationsLock; PRAGMA journal_mode=WAL", cancellationToken);
        }
        catch (SqliteException failed)
        {
            throw new DataUnusableException(
                before is null ? $"建立数据库没有成功（{failed.Message}）。请检查数据目录的权限和磁盘剩余空间，再启动一次。"
                    : $"升级数据库没有成功（{failed.Message}）。升级前的数据完好地留在 {before}：请查明原因再启动一次；要退回原来的版本，把它恢复到一个空目录。",
                failed);
        }
    }

    private async Task EmptyLogAsync()
    {
        try
        {
            await store.LetGoAsync();
            await using var connection = new SqliteConnection(folder.ConnectionString);
            await connection.OpenAsync();
            await connection.AskAsync("PRAGMA wal_checkpoint(TRUNCATE)", CancellationToken.None);
            SqliteConnection.ClearPool(connection);
        }
        catch (SqliteException)
        {
            // The log stays, and the next start reads it: nothing is lost.
        }
    }

    private DataUnusableException Damaged(string fault, Exception? why = null)
    {
        folderLock.LookedThrough(isSound: false);
        return new DataUnusableException(
            $"数据库 {folder.Database} 已经损坏（{fault}）。没有启动，也没有改动它。请先把整个数据目录另存一份，再把最近一份好的备份恢复到一个空目录："
            + $"Liaison__DataDirectory=空目录 dotnet VoterLiaison.Dashboard.dll restore 备份文件。网站自己做的备份在 {folder.Backups}。",
            why);
    }
}
