using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace VoterLiaison.Dashboard.Data;

/// <summary>Tells whether another program committed anything since it was last asked; and proves that something can be written.</summary>
/// <remarks>SQLite's data version, asked on the connection through which this program writes, changes with what others write and with nothing else.</remarks>
public sealed class WriteWatch(LiaisonStore store)
{
    private long? _version;

    /// <summary>The first time there is nothing before to compare with, and the answer is no.</summary>
    public Task<bool> SomethingWrittenAsync(CancellationToken cancellationToken) => store.AloneAsync(
        async db =>
        {
            var version = await db.Database.SqlQueryRaw<long>("SELECT data_version AS Value FROM pragma_data_version").SingleAsync(cancellationToken);
            var written = _version is not null && _version != version;
            _version = version;
            return written;
        },
        cancellationToken);

    /// <summary>Writes a page of the database as it is, and waits until the disk has it. Nothing says anything else afterwards.</summary>
    internal Task ProveAsync(CancellationToken cancellationToken) => store.AloneAsync(
        async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            var number = await db.Database.SqlQueryRaw<long>("SELECT user_version AS Value FROM pragma_user_version").SingleAsync(cancellationToken);
            var same = string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version={number}");
            await db.Database.ExecuteSqlRawAsync(same, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return true;
        },
        cancellationToken);
}
