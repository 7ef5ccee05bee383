using Microsoft.Data.Sqlite;

namespace VoterLiaison.Dashboard.Data;

internal static class SqliteAsking
{
    /// <summary>Runs a statement and gives its first answer. It can be broken off on the way, unlike SQLite's own calls.</summary>
    public static async Task<object?> AskAsync(this SqliteConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // written here in Data; names of tables come from the database itself
        command.CommandText = sql;
#pragma warning restore CA2100
        await using var breakingOff = cancellationToken.Register(() => SQLitePCL.raw.sqlite3_interrupt(connection.Handle));
        try
        {
            return await command.ExecuteScalarAsync(cancellationToken);
        }
        catch (SqliteException interrupted) when (interrupted.SqliteErrorCode == SQLitePCL.raw.SQLITE_INTERRUPT)
        {
            throw new OperationCanceledException(interrupted.Message, interrupted, cancellationToken);
        }
    }
}
