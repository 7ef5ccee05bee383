using Microsoft.Data.Sqlite;

namespace VoterLiaison.Dashboard.Data;

/// <summary>Tells whether anything was committed since it was last asked, by this program or another; and proves that something can be.</summary>
public sealed class WriteWatch(DataFolder folder) : IAsyncDisposable
{
    private const long Unknown = -1;

    private readonly SemaphoreSlim _turn = new(1, 1);
    private SqliteConnection? _connection;
    private long? _version;

    /// <summary>The first time there is nothing before to compare with, and the answer is no.</summary>
    public Task<bool> SomethingWrittenAsync(CancellationToken cancellationToken) => AloneAsync(
        async connection =>
        {
            var version = await NumberAsync(connection, "PRAGMA data_version", cancellationToken);
            var written = _version is not null && _version != version;
            _version = version;
            return written;
        },
        cancellationToken);

    /// <summary>Writes a page of the database as it is, and waits until the disk has it. Nothing says anything else afterwards, and this watch does not hear its own write.</summary>
    internal Task ProveAsync(CancellationToken cancellationToken) => AloneAsync(
        async connection =>
        {
            await using var transaction = connection.BeginTransaction(deferred: false);
            var number = await NumberAsync(connection, "PRAGMA user_version", cancellationToken);
            await NumberAsync(connection, $"PRAGMA user_version={number}", cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return true;
        },
        cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        _turn.Dispose();
    }

    private async Task<T> AloneAsync<T>(Func<SqliteConnection, Task<T>> work, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            return await work(_connection ??= await OpenAsync(cancellationToken));
        }
        catch
        {
            await CloseAsync();
            throw;
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task<SqliteConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(folder.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        await NumberAsync(connection, "PRAGMA synchronous=FULL", cancellationToken);
        return connection;
    }

    private async Task CloseAsync()
    {
        if (_connection is { } connection)
        {
            _version = _version is null ? null : Unknown;
            _connection = null;
            await connection.DisposeAsync();
        }
    }

    private static async Task<long> NumberAsync(SqliteConnection connection, string pragma, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // a pragma takes no parameters
        command.CommandText = pragma;
#pragma warning restore CA2100
        return await command.ExecuteScalarAsync(cancellationToken) is long number ? number : 0;
    }
}
