using Microsoft.Data.Sqlite;

namespace VoterLiaison.Dashboard.Data;

/// <summary>A whole copy of the database, taken while it is in use. Copying the live file would tear it.</summary>
public static class DatabaseBackup
{
    /// <summary>Writes the copy beside its target first, so that a crash leaves no half file under the name.</summary>
    /// <exception cref="IOException">The target exists already, or cannot be written.</exception>
    public static async Task WriteAsync(DataFolder folder, string file, CancellationToken cancellationToken = default)
    {
        var partial = file + ".partial";
        File.Delete(partial);
        await using (var live = new SqliteConnection(folder.ConnectionString))
        await using (var copy = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = partial, Pooling = false }.ToString()))
        {
            await live.OpenAsync(cancellationToken);
            await copy.OpenAsync(cancellationToken);
            live.BackupDatabase(copy);
            await SetJournalAsync(copy, "DELETE", cancellationToken); // one file, complete in itself
        }

        File.Move(partial, file, overwrite: false);
    }

    /// <summary>Brings a copy into an empty data folder, after it was looked through.</summary>
    /// <exception cref="IOException">The folder holds a database already, or the copy is not sound.</exception>
    public static async Task RestoreAsync(DataFolder folder, FolderLock folderLock, string file, CancellationToken cancellationToken = default)
    {
        folderLock.Hold();
        if (Directory.EnumerateFileSystemEntries(folder.Root).Any(entry => entry != folder.Lock))
        {
            throw new IOException($"数据目录 {folder.Root} 里已有数据，不能恢复到这里。请用 Liaison__DataDirectory 另选一个空目录。");
        }

        await DatabaseFile.CheckAsync(file, cancellationToken);
        var partial = folder.Database + ".partial";
        File.Copy(file, partial);
        await using (var copy = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = partial, Pooling = false }.ToString()))
        {
            await copy.OpenAsync(cancellationToken);
            await SetJournalAsync(copy, "WAL", cancellationToken);
        }

        File.Move(partial, folder.Database);
    }

    private static async Task SetJournalAsync(SqliteConnection copy, string mode, CancellationToken cancellationToken)
    {
        await using var command = copy.CreateCommand();
        command.CommandText = $"PRAGMA journal_mode={mode}";
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
