using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace VoterLiaison.Dashboard.Data;

/// <summary>What every connection promises: an acknowledged act survives a power cut, references hold, erased text leaves no residue, and the write-ahead log gives its room back when a long reading made it grow (16 MB; it moves into the database at 4).</summary>
/// <remarks>Promised once by each of SQLite's own connections, which the pool hands out again and again.</remarks>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    private const string Promises = "PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA secure_delete=ON; PRAGMA busy_timeout=5000; PRAGMA journal_size_limit=16777216;";

    private readonly ConditionalWeakTable<object, object> _promised = [];

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        var own = ((SqliteConnection)connection).Handle!;
        if (!_promised.TryGetValue(own, out _))
        {
            using var command = connection.CreateCommand();
            command.CommandText = Promises;
            command.ExecuteNonQuery();
            _promised.AddOrUpdate(own, own);
        }
    }

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        ConnectionOpened(connection, eventData); // nothing of SQLite's is ever awaited
        return Task.CompletedTask;
    }
}
