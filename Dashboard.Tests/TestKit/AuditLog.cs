using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Data.Accounts;

namespace VoterLiaison.TestKit;

/// <summary>Entries of the audit log as the app makes them, and what somebody does to them who has the file and ill intent.</summary>
public static class AuditLog
{
    public static readonly Actor Clerk = new(7, "王静", "代表联络室", "10.0.0.7");

    /// <summary>So many entries, a minute apart, each in a commit of its own.</summary>
    public static async Task AuditedAsync(this LiaisonStore store, int entries, DateTime? from = null)
    {
        var begin = from ?? new DateTime(2026, 3, 2, 1, 0, 0, DateTimeKind.Utc);
        for (var i = 0; i < entries; i++)
        {
            await store.AuditedAsync(begin.AddMinutes(i), AuditAct.OpinionActed, $"意见 2026-BJ01-{i + 1:0000}", "转交");
        }
    }

    public static Task AuditedAsync(this LiaisonStore store, DateTime at, AuditAct act, string about, string detail = "", AuditResult result = AuditResult.Done, Actor? who = null) =>
        store.WriteAsync(db => db.AuditAsync(at, who ?? Clerk, act, about, detail, result));

    /// <summary>Takes the guards away, does it, and puts them back as they were.</summary>
    public static async Task TamperAsync(this LiaisonDbContext db, string sql)
    {
        await db.Database.OpenConnectionAsync();
        try
        {
            await RunAsync(db, string.Concat(AuditTriggers.Names.Select(name => $"DROP TRIGGER {name};")) + sql + ";" + AuditTriggers.Create);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private static async Task RunAsync(LiaisonDbContext db, string sql)
    {
        await using var command = ((SqliteConnection)db.Database.GetDbConnection()).CreateCommand();
#pragma warning disable CA2100 // the tests' own statements
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}
