using Microsoft.EntityFrameworkCore;

namespace VoterLiaison.Dashboard.Data.Accounts;

/// <summary>Follows the audit log entry by entry and names every place where it does not hold together.</summary>
/// <remarks>
/// Whoever can write the file can also write it anew from some entry to its end, with every hash. The log alone does not show that;
/// the hash of a late entry does, if it was kept elsewhere: in an export, in a backup, on paper.
/// </remarks>
internal static class AuditChain
{
    private const int PageSize = 4000;

    /// <param name="db">Best held at one moment, so that nothing is appended meanwhile.</param>
    /// <param name="found">Is told each fault.</param>
    /// <param name="onlyLast">So many of the newest entries; the whole log where it is null.</param>
    /// <param name="looked">Is told how many entries were looked at so far.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>How many entries were looked at.</returns>
    public static async Task<int> VerifyAsync(
        LiaisonDbContext db, Action<AuditFault> found, int? onlyLast = null, IProgress<int>? looked = null, CancellationToken cancellationToken = default)
    {
        await CheckTriggersAsync(db, found, cancellationToken);
        var link = onlyLast is { } many ? await EntryBeforeLastAsync(db, many, cancellationToken) : await BeginningAsync(db, cancellationToken);
        var (after, total) = (onlyLast is null ? int.MinValue : link.Id, 0);
        while (true)
        {
            var ids = await db.AuditEntries.Where(entry => entry.Id > after).OrderBy(entry => entry.Id).Select(entry => entry.Id).Take(PageSize).ToListAsync(cancellationToken);
            if (ids.Count == 0)
            {
                break;
            }

            foreach (var entry in await PageAsync(db, ids, found, cancellationToken))
            {
                link = Follow(link, entry, found);
            }

            (after, total) = (ids[^1], total + ids.Count);
            looked?.Report(total);
        }

        var given = await LastIdGivenAsync(db, cancellationToken);
        if (given > link.Id)
        {
            found(AuditFault.Of(link.Id + 1, given, "在末尾，不见了。"));
        }
        else if (given < link.Id)
        {
            found(new AuditFault("编号", $"数据库记着给到第 {given} 条，却有第 {link.Id} 条。"));
        }

        return total;
    }

    /// <summary>The highest id an entry ever had, also when that entry is gone: an entry cut off the end leaves a gap for ever.</summary>
    private static async Task<int> LastIdGivenAsync(LiaisonDbContext db, CancellationToken cancellationToken) =>
        await db.Database.SqlQuery<int>($"SELECT seq AS Value FROM sqlite_sequence WHERE name = 'AuditEntries'").SingleOrDefaultAsync(cancellationToken);

    private static async Task CheckTriggersAsync(LiaisonDbContext db, Action<AuditFault> found, CancellationToken cancellationToken)
    {
        var guards = await db.Database.SqlQuery<Guard>($"SELECT name AS Name, sql AS Sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'AuditEntries'").ToListAsync(cancellationToken);
        foreach (var name in AuditTriggers.Names)
        {
            if (guards.Find(guard => guard.Name == name) is not { } guard)
            {
                found(new AuditFault("保护", $"触发器 {name} 不见了，审计记录可能被改动过。"));
            }
            else if (!AuditTriggers.Create.ReplaceLineEndings("\n").Contains(guard.Sql.ReplaceLineEndings("\n"), StringComparison.Ordinal))
            {
                found(new AuditFault("保护", $"触发器 {name} 不是本系统写的样子，审计记录可能被改动过。"));
            }
        }
    }

    /// <summary>What stands before the first entry: nothing, or what was trimmed off last.</summary>
    private static async Task<Link> BeginningAsync(LiaisonDbContext db, CancellationToken cancellationToken)
    {
        var said = await db.AuditEntries.Where(entry => entry.Act == AuditAct.AuditTrimmed).OrderByDescending(entry => entry.Id).Select(entry => entry.Detail).FirstOrDefaultAsync(cancellationToken);
        return TrimmedTo.Parse(said) is { } trimmed ? new Link(trimmed.Id, trimmed.Hash) : new Link(0, "");
    }

    private static async Task<Link> EntryBeforeLastAsync(LiaisonDbContext db, int many, CancellationToken cancellationToken) =>
        await db.AuditEntries.OrderByDescending(entry => entry.Id).Skip(many).Select(entry => new Link(entry.Id, entry.Hash)).FirstOrDefaultAsync(cancellationToken)
        ?? await BeginningAsync(db, cancellationToken);

    /// <summary>The entries with these ids. One that cannot be read is named, and the others are read without it.</summary>
    private static async Task<IReadOnlyList<AuditEntry>> PageAsync(LiaisonDbContext db, List<int> ids, Action<AuditFault> found, CancellationToken cancellationToken)
    {
        var (first, last) = (ids[0], ids[^1]);
        try
        {
            return await db.AuditEntries.AsNoTracking().Where(entry => entry.Id >= first && entry.Id <= last).OrderBy(entry => entry.Id).ToListAsync(cancellationToken);
        }
        catch (Exception unreadable) when (unreadable is InvalidOperationException or InvalidCastException or FormatException or ArgumentException)
        {
            if (ids.Count == 1)
            {
                found(AuditFault.Of(first, first, $"读不出来，被改动过：{unreadable.Message}"));
                return [];
            }

            var half = ids.Count / 2;
            return [.. await PageAsync(db, ids[..half], found, cancellationToken), .. await PageAsync(db, ids[half..], found, cancellationToken)];
        }
    }

    private static Link Follow(Link link, AuditEntry entry, Action<AuditFault> found)
    {
        if (entry.HashOfContent() != entry.Hash)
        {
            found(AuditFault.Of(entry.Id, entry.Id, "内容与它的校验值不符，被改动过。"));
        }

        if (entry.Id <= link.Id)
        {
            found(AuditFault.Of(entry.Id, entry.Id, "按清理记录应已删去，却还在。"));
        }
        else if (entry.Id > link.Id + 1)
        {
            found(AuditFault.Of(link.Id + 1, entry.Id - 1, "不见了，或读不出来。"));
        }
        else if (entry.PreviousHash != link.Hash)
        {
            found(AuditFault.Of(entry.Id, entry.Id, "与前一条接不上：前一条被换过，或这一条是后加的。"));
        }

        return new Link(entry.Id, entry.Hash);
    }

    /// <summary>The entry before, as the next one must know it.</summary>
    private sealed record Link(int Id, string Hash);

    private sealed record Guard(string Name, string Sql);
}

/// <summary>A place where the audit log does not hold together.</summary>
/// <param name="What">Which entries: 第 12 条.</param>
/// <param name="Said">What is wrong with them.</param>
internal sealed record AuditFault(string What, string Said)
{
    public static AuditFault Of(int first, int last, string said) => new(first == last ? $"第 {first} 条" : $"第 {first}–{last} 条", said);
}
