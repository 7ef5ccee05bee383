using System.Globalization;
using Microsoft.Data.Sqlite;

namespace VoterLiaison.Dashboard.Data;

/// <summary>What a backup holds, as it was counted in the database it was taken from, at the same moment.</summary>
/// <param name="Version">Of the app that wrote it.</param>
/// <param name="TakenAt">UTC.</param>
/// <param name="LastMigration">Which version of the database.</param>
/// <param name="LastAuditEntry">The newest entry of the audit log; 0 where there is none.</param>
/// <param name="LastAuditHash">Its hash: what is written anew in the log later can be held against it.</param>
/// <param name="Rows">How many rows, by table.</param>
public sealed record BackupManifest(string Version, DateTime TakenAt, string LastMigration, int LastAuditEntry, string LastAuditHash, IReadOnlyDictionary<string, long> Rows)
{
    private const string Tables = "SELECT group_concat(name) FROM (SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite#_%' ESCAPE '#' AND name <> '__EFMigrationsLock' ORDER BY name)";

    /// <summary>In words, for the person and the audit log.</summary>
    public string InWords => string.Create(CultureInfo.InvariantCulture, $"意见 {Rows.GetValueOrDefault("Opinions")} 件，经过 {Rows.GetValueOrDefault("History")} 条");

    internal static async Task<BackupManifest> ReadAsync(SqliteConnection connection, DateTime takenAt, CancellationToken cancellationToken)
    {
        var rows = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var table in $"{await connection.AskAsync(Tables, cancellationToken)}".Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            rows[table] = (long)(await connection.AskAsync($"SELECT COUNT(*) FROM \"{table}\"", cancellationToken))!;
        }

        var isAudited = rows.GetValueOrDefault("AuditEntries") > 0;
        return new BackupManifest(
            AppVersion.Full,
            takenAt,
            $"{await connection.AskAsync("SELECT MAX(MigrationId) FROM __EFMigrationsHistory", cancellationToken)}",
            isAudited ? Convert.ToInt32(await connection.AskAsync("SELECT MAX(Id) FROM AuditEntries", cancellationToken), CultureInfo.InvariantCulture) : 0,
            isAudited ? $"{await connection.AskAsync("SELECT Hash FROM AuditEntries ORDER BY Id DESC LIMIT 1", cancellationToken)}" : "",
            rows);
    }

    /// <summary>In what a copy differs from it; null where it is the same.</summary>
    internal string? DifferenceTo(BackupManifest copy) =>
        Rows.Keys.Union(copy.Rows.Keys).Order(StringComparer.Ordinal).FirstOrDefault(table => Rows.GetValueOrDefault(table, -1) != copy.Rows.GetValueOrDefault(table, -1)) is { } differs
            ? $"表 {differs} 应有 {Rows.GetValueOrDefault(differs)} 行，却有 {copy.Rows.GetValueOrDefault(differs)} 行"
        : (LastMigration, LastAuditEntry, LastAuditHash) != (copy.LastMigration, copy.LastAuditEntry, copy.LastAuditHash) ? "审计记录的末条或数据库的版本与清单不同"
        : null;
}
