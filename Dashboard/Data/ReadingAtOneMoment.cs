using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace VoterLiaison.Dashboard.Data;

internal static class ReadingAtOneMoment
{
    /// <summary>From here on everything read through the context is as it was at this moment, whatever is written meanwhile. It hinders no writer.</summary>
    /// <remarks>The context holds the moment until it is disposed; nothing can be saved through it.</remarks>
    public static async Task HoldThisMomentAsync(this LiaisonDbContext db, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        var connection = (SqliteConnection)db.Database.GetDbConnection();
        await db.Database.UseTransactionAsync(connection.BeginTransaction(deferred: true), cancellationToken); // any other kind would take the write lock
        await db.Units.AnyAsync(cancellationToken); // the first read fixes the moment
    }
}
