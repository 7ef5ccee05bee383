using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.Domain.Accounts;

namespace VoterLiaison.Dashboard.Audit;

/// <summary>Reads the audit log, for whoever may; for everybody else it is empty.</summary>
public sealed class AuditQueries(IDbContextFactory<LiaisonDbContext> contexts, Doorkeeper doorkeeper)
{
    /// <summary>A page of what a filter finds, the newest first, and how much it finds.</summary>
    public async Task<AuditPageOfRows> ListAsync(AuditFilter filter, int skip, int take, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (!await MayReadAsync(db, cancellationToken))
        {
            return AuditPageOfRows.Nothing;
        }

        var entries = filter.Apply(db);
        return new AuditPageOfRows(
            await entries.OrderByDescending(entry => entry.Id).Skip(skip).Take(take).Select(AuditRow.From(db)).ToListAsync(cancellationToken),
            await entries.CountAsync(cancellationToken));
    }

    /// <summary>How much there is, and since when.</summary>
    public async Task<AuditExtent> ExtentAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await MayReadAsync(db, cancellationToken)
            ? new AuditExtent(
                await db.AuditEntries.CountAsync(cancellationToken),
                await db.AuditEntries.OrderBy(entry => entry.Id).Select(entry => (DateTime?)entry.At).FirstOrDefaultAsync(cancellationToken),
                await db.AuditEntries.OrderByDescending(entry => entry.Id).Select(entry => new AuditEnd(entry.Id, entry.Hash)).FirstOrDefaultAsync(cancellationToken))
            : AuditExtent.Nothing;
    }

    /// <summary>Everything a filter finds up to an entry, as it came, at one moment.</summary>
    internal async IAsyncEnumerable<AuditRow> ReadAsync(AuditFilter filter, int upTo, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.HoldThisMomentAsync(cancellationToken);
        if (await MayReadAsync(db, cancellationToken))
        {
            await foreach (var row in filter.Apply(db).Where(entry => entry.Id <= upTo).OrderBy(entry => entry.Id).Select(AuditRow.From(db)).AsAsyncEnumerable().WithCancellation(cancellationToken))
            {
                yield return row;
            }
        }
    }

    /// <summary>Looks whether the log holds together: the newest entries, or all of them.</summary>
    /// <param name="onlyLast">So many of the newest; all where it is null.</param>
    /// <param name="looked">Is told how many entries were looked at so far.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<AuditCheck> CheckAsync(int? onlyLast = null, IProgress<int>? looked = null, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.HoldThisMomentAsync(cancellationToken);
        var faults = new List<AuditFault>();
        return await MayReadAsync(db, cancellationToken)
            ? new AuditCheck(await AuditChain.VerifyAsync(db, faults.Add, onlyLast, looked, cancellationToken), faults.ConvertAll(fault => $"{fault.What}：{fault.Said}"))
            : new AuditCheck(0, []);
    }

    private async Task<bool> MayReadAsync(LiaisonDbContext db, CancellationToken cancellationToken) => !(await doorkeeper.ReachAsync(db, Deed.ReadAudit, cancellationToken)).IsNothing;
}

/// <param name="Entries">How many there are.</param>
/// <param name="Since">When the first was made, UTC; null where there is none.</param>
/// <param name="End">The last of them.</param>
public sealed record AuditExtent(int Entries, DateTime? Since, AuditEnd? End)
{
    public static AuditExtent Nothing { get; } = new(0, null, null);
}

/// <summary>The last entry: kept elsewhere, its hash proves later that nothing before it was written anew.</summary>
public sealed record AuditEnd(int Id, string Hash);

/// <param name="Entries">How many were looked at.</param>
/// <param name="Faults">What does not hold, a sentence each.</param>
public sealed record AuditCheck(int Entries, IReadOnlyList<string> Faults);
