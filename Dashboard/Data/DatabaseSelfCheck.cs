using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;

namespace VoterLiaison.Dashboard.Data;

/// <summary>What is wrong with the database itself: its pages, its references, and the guards over the history and over what was closed.</summary>
internal static class DatabaseSelfCheck
{
    public static async IAsyncEnumerable<DatabaseFault> FaultsAsync(this LiaisonDbContext db, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var line in db.Database.SqlQueryRaw<string>("SELECT integrity_check AS Value FROM pragma_integrity_check").AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (line is not "ok")
            {
                yield return new DatabaseFault("完整性", line);
            }
        }

        await foreach (var broken in db.Database.SqlQueryRaw<BrokenReference>("SELECT \"table\" AS \"Table\", rowid AS Row, parent AS Parent FROM pragma_foreign_key_check")
            .AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            yield return new DatabaseFault("引用", $"表 {broken.Table} 第 {broken.Row} 行指向的 {broken.Parent} 记录不存在。");
        }

        var guards = await db.Database.SqlQueryRaw<string>("SELECT name AS Value FROM sqlite_master WHERE type = 'trigger'").ToListAsync(cancellationToken);
        foreach (var missing in HistoryTriggers.Names.Except(guards))
        {
            yield return new DatabaseFault("办理经过的保护", $"触发器 {missing} 不见了，办理经过可能被改动过。");
        }

        foreach (var missing in ClosingTriggers.Names.Except(guards))
        {
            yield return new DatabaseFault("封账的保护", $"触发器 {missing} 不见了，封存的数字和表册可能被改动过。");
        }
    }

    private sealed record BrokenReference(string Table, long? Row, string Parent);
}

/// <param name="What">What was looked at.</param>
/// <param name="Said">What is wrong with it.</param>
internal sealed record DatabaseFault(string What, string Said);
