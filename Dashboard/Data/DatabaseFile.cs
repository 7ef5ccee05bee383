using System.Globalization;
using Microsoft.Data.Sqlite;

namespace VoterLiaison.Dashboard.Data;

/// <summary>What a database file that is not in use holds.</summary>
/// <param name="Opinions">How many opinions.</param>
/// <param name="HistoryEntries">How many entries of their histories.</param>
public sealed record DatabaseFile(long Opinions, long HistoryEntries)
{
    /// <summary>Reads the whole file once and looks whether it is sound.</summary>
    /// <exception cref="IOException">It is not there, is no database of this app, or is damaged.</exception>
    public static async Task<DatabaseFile> CheckAsync(string file, CancellationToken cancellationToken = default)
    {
        if (!File.Exists(file))
        {
            throw new IOException($"没有找到文件 {file}。");
        }

        try
        {
            await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
            await connection.OpenAsync(cancellationToken);
            var sound = await ScalarAsync(connection, "PRAGMA integrity_check", cancellationToken);
            return sound is "ok"
                ? new DatabaseFile(
                    Convert.ToInt64(await ScalarAsync(connection, "SELECT COUNT(*) FROM Opinions", cancellationToken), CultureInfo.InvariantCulture),
                    Convert.ToInt64(await ScalarAsync(connection, "SELECT COUNT(*) FROM History", cancellationToken), CultureInfo.InvariantCulture))
                : throw new IOException($"{file} 已经损坏：{sound}");
        }
        catch (SqliteException unreadable)
        {
            throw new IOException($"{file} 不是本系统的备份，或已经损坏：{unreadable.Message}", unreadable);
        }
    }

    private static async Task<object?> ScalarAsync(SqliteConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync(cancellationToken);
    }
}
