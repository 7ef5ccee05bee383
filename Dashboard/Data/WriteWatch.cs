using Microsoft.Data.Sqlite;

namespace VoterLiaison.Dashboard.Data;

/// <summary>Tells whether anything was committed since it was last asked, by this program or another.</summary>
public sealed class WriteWatch : IAsyncDisposable
{
    private readonly SqliteConnection _connection;
    private long? _version;

    private WriteWatch(SqliteConnection connection) => _connection = connection;

    internal static async Task<WriteWatch> OpenAsync(string connectionString, CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync(cancellationToken);
        var watch = new WriteWatch(connection);
        await watch.SomethingWrittenAsync(cancellationToken);
        return watch;
    }

    public async Task<bool> SomethingWrittenAsync(CancellationToken cancellationToken)
    {
        await using var command = _connection.CreateCommand();
        command.CommandText = "PRAGMA data_version";
        var version = (long)(await command.ExecuteScalarAsync(cancellationToken))!;
        var written = _version != version;
        _version = version;
        return written;
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();
}
