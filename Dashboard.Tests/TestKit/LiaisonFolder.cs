using Microsoft.Data.Sqlite;

namespace VoterLiaison.TestKit;

/// <summary>A data folder of a test's own, gone with it.</summary>
public sealed class LiaisonFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("liaison-").FullName;

    /// <summary>A database, copied in here as the app itself would have left it.</summary>
    internal void Receive(SqliteConnection database)
    {
        using var connection = new SqliteConnection($"Data Source={System.IO.Path.Combine(Path, "liaison.db")};Pooling=False");
        connection.Open();
        database.BackupDatabase(connection);
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode=WAL";
        command.ExecuteNonQuery();
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
