using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace VoterLiaison.Dashboard.Data;

/// <summary>What every connection promises: an acknowledged act survives a power cut, references hold, erased text leaves no residue.</summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    private const string Promises = "PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA secure_delete=ON; PRAGMA busy_timeout=5000;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Promises;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Promises;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
