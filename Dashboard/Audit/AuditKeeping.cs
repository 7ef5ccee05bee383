using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.Domain.Calendar;

namespace VoterLiaison.Dashboard.Audit;

/// <summary>Each night takes off the beginning of the audit log what is older than the office keeps, and enters that in the log by the same commit.</summary>
internal sealed partial class AuditKeeping(LiaisonStore store, TimeProvider clock, IOptions<LiaisonOptions> options, ILogger<AuditKeeping> logger) : BackgroundService
{
    internal const int AtATime = 10_000;

    private static readonly TimeSpan Hour = new(3, 10, 0);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            await Task.Delay(NextNight() - clock.GetUtcNow().UtcDateTime, clock, stoppingToken);
            try
            {
                await TrimAsync(stoppingToken);
            }
            catch (Exception failed) when (failed is not OperationCanceledException)
            {
                NotTrimmed(logger, failed); // the next night tries again
            }
        }
    }

    /// <returns>How many entries went.</returns>
    public async Task<int> TrimAsync(CancellationToken cancellationToken = default)
    {
        var all = 0;
        int some;
        do
        {
            some = await store.WriteAsync(db => TrimSomeAsync(db, cancellationToken), cancellationToken);
            all += some;
        }
        while (some == AtATime);

        return all;
    }

    private async Task<int> TrimSomeAsync(LiaisonDbContext db, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var before = now.AddDays(-options.Value.AuditKeptDays);
        var oldest = await db.AuditEntries.OrderBy(entry => entry.Id).Take(AtATime).Select(entry => new { entry.Id, entry.At, entry.Hash }).ToListAsync(cancellationToken);
        var old = oldest.TakeWhile(entry => entry.At < before).ToList();
        if (old.Count == 0)
        {
            return 0;
        }

        // First the entry, which goes on from the newest there is, even where all of it goes.
        var last = old[^1];
        await db.AuditAsync(now, Actor.App, AuditAct.AuditTrimmed, $"审计记录 {old.Count} 条", new TrimmedTo(last.Id, last.Hash).InWords, cancellationToken: cancellationToken);
        await db.AuditEntries.Where(entry => entry.Id <= last.Id).ExecuteDeleteAsync(cancellationToken);
        return old.Count;
    }

    private DateTime NextNight()
    {
        var tonight = ChinaTime.StartOf(clock.Today()) + Hour;
        return tonight > clock.GetUtcNow().UtcDateTime ? tonight : ChinaTime.StartOf(clock.Today().AddDays(1)) + Hour;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Audit entries that are old enough to go could not be taken off.")]
    private static partial void NotTrimmed(ILogger logger, Exception exception);
}
