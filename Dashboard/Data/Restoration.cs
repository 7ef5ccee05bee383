using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.Domain.Calendar;
using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard.Data;

/// <summary>What a restored database cannot know: after the backup numbers may have been given out, and stand on paper. They are left out, so that none is given twice.</summary>
public sealed class Restoration(LiaisonStore store, TimeProvider clock)
{
    /// <summary>So many numbers of each station and of the receipts are left out.</summary>
    public const int NumbersLeftOut = 100;

    private const int KeysLeftOut = 10_000;

    /// <summary>Enters the restoring in the audit log, and by the same commit leaves out what may have been given out since.</summary>
    /// <param name="backup">What was restored.</param>
    /// <param name="who">Who restores.</param>
    /// <param name="nothingSince">Nothing was done after the backup (the house moves): numbers go on where they stood.</param>
    /// <param name="cancellationToken">Before it is committed.</param>
    public Task EnterAsync(Backup backup, Actor who, bool nothingSince, CancellationToken cancellationToken = default) => store.WriteAsync(
        async db =>
        {
            var now = clock.GetUtcNow().UtcDateTime;
            if (!nothingSince)
            {
                await LeaveOutAsync(db, ChinaTime.DayOf(backup.Manifest.TakenAt).Year, ChinaTime.DayOf(now).Year, cancellationToken);
            }

            await db.AuditAsync(
                now, who, AuditAct.Restored, backup.File,
                $"备份于 {ChinaTime.At(backup.Manifest.TakenAt):yyyy-MM-dd HH:mm}，{backup.Manifest.InWords}；{(nothingSince ? "编号接着用" : $"各家站的编号和回执的编号各跳过 {NumbersLeftOut} 个")}；SHA-256 {backup.Sha256}",
                cancellationToken: cancellationToken);
        },
        cancellationToken);

    private static async Task LeaveOutAsync(LiaisonDbContext db, int taken, int now, CancellationToken cancellationToken)
    {
        foreach (var year in Enumerable.Range(taken + 1, Math.Max(0, now - taken)))
        {
            db.AddRange((await db.Stations.Select(station => station.Id).ToListAsync(cancellationToken)).Select(station => new OpinionSeries(station, year)));
        }

        await db.SaveChangesAsync(cancellationToken);
        foreach (var series in await db.OpinionSeries.ToListAsync(cancellationToken))
        {
            series.LeaveOut(NumbersLeftOut);
        }

        foreach (var series in await db.ReceiptSeries.ToListAsync(cancellationToken))
        {
            series.LeaveOut(NumbersLeftOut);
        }

        // Addresses hold keys. The audit log's go on without a gap: there one would mean that something was cut off.
        await db.Database.ExecuteSqlAsync($"UPDATE sqlite_sequence SET seq = seq + {KeysLeftOut} WHERE name <> 'AuditEntries'", cancellationToken);
    }
}
