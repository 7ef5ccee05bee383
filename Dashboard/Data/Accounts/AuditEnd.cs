using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace VoterLiaison.Dashboard.Data.Accounts;

/// <summary>Where the audit log ends, as the next entry must know it.</summary>
/// <param name="LastId">The highest id an entry ever had, also when that entry is gone.</param>
/// <param name="Hash">Of the last entry that is there; empty where none is.</param>
internal sealed record AuditEnd(int LastId, string Hash)
{
    private const string Sql = """
        SELECT max(ifnull((SELECT seq FROM sqlite_sequence WHERE name = 'AuditEntries'), 0), ifnull((SELECT max(Id) FROM AuditEntries), 0)),
               ifnull((SELECT Hash FROM AuditEntries ORDER BY Id DESC LIMIT 1), '')
        """;

    /// <summary>After an entry that was added last.</summary>
    public static AuditEnd At(AuditEntry last) => new(last.Id, last.Hash);

    /// <summary>Asked past EF: every act asks it.</summary>
    public static async Task<AuditEnd> OfAsync(LiaisonDbContext db, CancellationToken cancellationToken)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        (command.CommandText, command.Transaction) = (Sql, db.Database.CurrentTransaction?.GetDbTransaction());
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        await rows.ReadAsync(cancellationToken);
        return new AuditEnd(rows.GetInt32(0), rows.GetString(1));
    }
}
