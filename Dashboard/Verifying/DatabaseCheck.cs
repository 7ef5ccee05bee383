using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Data;

namespace VoterLiaison.Dashboard.Verifying;

/// <summary>What the database says of itself: its pages, its references, and the guard over the history.</summary>
internal static class DatabaseCheck
{
    private const string Database = "数据库";

    public static async Task RunAsync(LiaisonDbContext db, Differences differences, CancellationToken cancellationToken)
    {
        await foreach (var line in db.Database.SqlQueryRaw<string>("SELECT integrity_check AS Value FROM pragma_integrity_check").AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (line is not "ok")
            {
                differences.Add(Database, "完整性", line);
            }
        }

        await foreach (var broken in db.Database.SqlQueryRaw<BrokenReference>("SELECT \"table\" AS \"Table\", rowid AS Row, parent AS Parent FROM pragma_foreign_key_check")
            .AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            differences.Add(Database, "引用", $"表 {broken.Table} 第 {broken.Row} 行指向的 {broken.Parent} 记录不存在。");
        }

        var guards = await db.Database.SqlQueryRaw<string>("SELECT name AS Value FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'History'").ToListAsync(cancellationToken);
        foreach (var missing in HistoryTriggers.Names.Except(guards))
        {
            differences.Add(Database, "办理经过的保护", $"触发器 {missing} 不见了，办理经过可能被改动过。");
        }
    }

    private sealed record BrokenReference(string Table, long? Row, string Parent);
}
