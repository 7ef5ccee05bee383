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
        }

        File.Move(partial, file, overwrite: false);
    }
}
