using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace VoterLiaison.Dashboard.Data;

/// <summary>A whole copy of the database, taken while it is in use, and looked through before it is called one. Copying the live file would tear it.</summary>
/// <remarks>All that must survive lies in the database: also the keys that protect cookies, the secret of the receipts, photos, and the books of closed years.</remarks>
public sealed class DatabaseBackup(DataFolder folder, FolderLock folderLock, IDbContextFactory<LiaisonDbContext> contexts, TimeProvider clock)
{
    private const long Reserve = 16L << 20;

    private static readonly int[] NoSpace = [28, unchecked((int)0x80070070)]; // ENOSPC, ERROR_DISK_FULL

    /// <summary>Writes a copy beside its target, checks it, and gives it its name only then: a crash, a full disk or a copy that is not sound leaves nothing under it.</summary>
    /// <exception cref="IOException">The target exists already, cannot be written, or the copy is not sound.</exception>
    public async Task<Backup> WriteAsync(string file, CancellationToken cancellationToken = default)
    {
        if (File.Exists(file))
        {
            throw new IOException($"{file} 已经存在，不覆盖。请换一个文件名。");
        }

        RequireSpace(file, DiskStanding.LengthOf(folder.Database) + DiskStanding.LengthOf($"{folder.Database}-wal"));
        var partial = file + ".partial";
        try
        {
            DataFolder.MakeOwnFile(partial);
            var manifest = await Task.Run(() => CopyAsync(partial, cancellationToken), cancellationToken);
            await Task.Run(() => CheckAsync(partial, manifest, cancellationToken), cancellationToken);
            var length = DiskStanding.LengthOf(partial);
            var sha256 = await BackupFile.SealAsync(partial, manifest, cancellationToken);
            File.Move(partial, file, overwrite: false);
            return new Backup(file, length, manifest, sha256, DiskStanding.LengthOf(file));
        }
        catch (Exception failed) when (IsOfTheDisk(failed))
        {
            throw NotWritten(file, failed);
        }
        finally
        {
            Remove(partial);
        }
    }

    /// <summary>Looks through a backup: that it is what was written, byte for byte. One without a manifest is looked through as a database.</summary>
    /// <exception cref="IOException">It is not there, is no backup of this app, or is damaged.</exception>
    public async Task<Backup> ReadAsync(string file, CancellationToken cancellationToken = default)
    {
        var (manifest, length, sha256) = await BackupFile.ReadAsync(file, cancellationToken);
        if (manifest is not null)
        {
            return new Backup(file, length, manifest, sha256, DiskStanding.LengthOf(file));
        }

        var found = await Task.Run(() => CheckAsync(file, null, cancellationToken), cancellationToken);
        return new Backup(file, length, found with { Version = "" }, sha256, DiskStanding.LengthOf(file));
    }

    /// <summary>Holds the data folder, which must be empty.</summary>
    /// <exception cref="IOException">It holds something already.</exception>
    public void HoldEmpty()
    {
        folderLock.Hold();
        if (Directory.EnumerateFileSystemEntries(folder.Root).Any(entry => entry != folder.Lock))
        {
            throw new IOException($"数据目录 {folder.Root} 里已有数据，不能恢复到这里。请用 Liaison__DataDirectory 另选一个空目录。");
        }
    }

    /// <summary>Brings a backup that was looked through into an empty data folder.</summary>
    /// <exception cref="IOException">The folder holds a database already, or the backup is of a newer version.</exception>
    public async Task RestoreAsync(Backup backup, CancellationToken cancellationToken = default)
    {
        HoldEmpty();
        await using (var db = await contexts.CreateDbContextAsync(cancellationToken))
        {
            if (!db.Database.GetMigrations().Contains(backup.Manifest.LastMigration))
            {
                throw new IOException($"{backup.File} 是由更新的版本写的（{backup.Manifest.LastMigration}），这个版本不认识，没有恢复。请用较新的程序恢复。");
            }
        }

        RequireSpace(folder.Database, backup.DatabaseLength);
        var partial = folder.Database + ".partial";
        try
        {
            DataFolder.MakeOwnFile(partial);
            await CopyOutAsync(backup, partial, cancellationToken);
            await using (var copy = new SqliteConnection(Alone(partial)))
            {
                await copy.OpenAsync(cancellationToken);
                await copy.AskAsync("PRAGMA application_id=0", cancellationToken);
                await copy.AskAsync("PRAGMA journal_mode=WAL", cancellationToken);
            }

            File.Move(partial, folder.Database);
        }
        catch (Exception failed) when (IsOfTheDisk(failed))
        {
            throw NotWritten(folder.Database, failed);
        }
        finally
        {
            Remove(partial);
        }
    }

    /// <summary>Copies the database as it is at one moment, and counts it at that same moment.</summary>
    private async Task<BackupManifest> CopyAsync(string target, CancellationToken cancellationToken)
    {
        await using var live = new SqliteConnection(folder.ConnectionString);
        await live.OpenAsync(cancellationToken);
        await using var moment = live.BeginTransaction(deferred: true); // any other kind would take the write lock
        var manifest = await BackupManifest.ReadAsync(live, clock.GetUtcNow().UtcDateTime, cancellationToken);
        await using var copy = new SqliteConnection(Alone(target));
        await copy.OpenAsync(cancellationToken);
        await copy.AskAsync("PRAGMA synchronous=OFF", cancellationToken); // sealing brings all of it to the disk at once
        OnlineCopy.Run(live, copy, cancellationToken);
        await copy.AskAsync("PRAGMA journal_mode=DELETE", cancellationToken); // one file, complete in itself
        await copy.AskAsync($"PRAGMA application_id={BackupFile.Mark}", cancellationToken);
        return manifest;
    }

    private static async Task<BackupManifest> CheckAsync(string file, BackupManifest? expected, CancellationToken cancellationToken)
    {
        try
        {
            await using var copy = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
            await copy.OpenAsync(cancellationToken);
            var sound = await copy.AskAsync("PRAGMA integrity_check(1)", cancellationToken);
            var found = await BackupManifest.ReadAsync(copy, expected?.TakenAt ?? File.GetLastWriteTimeUtc(file), cancellationToken);
            return (sound is "ok" ? expected?.DifferenceTo(found) : $"{sound}") is { } fault ? throw new IOException($"{file} 已经损坏：{fault}。") : found;
        }
        catch (SqliteException unreadable)
        {
            throw new IOException($"{file} 不是本系统的备份，或已经损坏：{unreadable.Message}", unreadable);
        }
    }

    private static async Task CopyOutAsync(Backup backup, string target, CancellationToken cancellationToken)
    {
        await using var from = new FileStream(backup.File, FileMode.Open, FileAccess.Read, FileShare.Read);
        await using var to = new FileStream(target, FileMode.Open, FileAccess.Write, FileShare.None);
        await from.CopyToAsync(to, cancellationToken);
        to.SetLength(backup.DatabaseLength);
        to.Flush(flushToDisk: true);
    }

    /// <summary>A backup must not take the last of the disk that the site writes to.</summary>
    private static void RequireSpace(string file, long bytes)
    {
        var place = Path.GetDirectoryName(Path.GetFullPath(file))!;
        if (!Directory.Exists(place))
        {
            throw new IOException($"{file} 没有写成：没有 {place} 这个目录。请先建好它，或换一个地方。");
        }

        if (DiskStanding.FreeIn(place) is { } free && free < bytes + Reserve)
        {
            throw new IOException($"{place} 所在的磁盘剩余空间不够：要 {(bytes + Reserve) >> 20} MB，只有 {free >> 20} MB。没有写。");
        }
    }

    private static void Remove(string partial)
    {
        foreach (var file in new[] { partial, $"{partial}-journal", $"{partial}-wal", $"{partial}-shm" })
        {
            File.Delete(file);
        }
    }

    private static IOException NotWritten(string file, Exception why) => new(
        why is SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_FULL } || NoSpace.Contains(why.HResult) ? $"磁盘满了，{file} 没有写成，也没有留下半份。" : $"{file} 没有写成：{why.Message}", why);

    private static bool IsOfTheDisk(Exception failed) => failed is SqliteException or UnauthorizedAccessException || NoSpace.Contains(failed.HResult);

    private static string Alone(string file) => new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString();
}

/// <param name="File">The path.</param>
/// <param name="DatabaseLength">So many bytes at its beginning are the database.</param>
/// <param name="Manifest">What it holds.</param>
/// <param name="Sha256">Of the whole file, as sha256sum says it.</param>
/// <param name="Bytes">Its size.</param>
public sealed record Backup(string File, long DatabaseLength, BackupManifest Manifest, string Sha256, long Bytes)
{
    /// <summary>Written by this app with a manifest; otherwise a database copied by hand, or by a version that wrote none.</summary>
    public bool IsSealed => Manifest.Version.Length > 0;
}
