using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.Domain.Calendar;

namespace VoterLiaison.Dashboard.Upkeep;

/// <summary>Each night, and whenever somebody asks: looks through the database's pages and references and follows the audit log's chain. What came of it is entered in the audit log.</summary>
public sealed partial class SelfCheck(IDbContextFactory<LiaisonDbContext> contexts, LiaisonStore store, TimeProvider clock, ILogger<SelfCheck> logger) : BackgroundService
{
    /// <summary>After what is old was taken off the log and out of the opinions.</summary>
    private static readonly TimeSpan Hour = new(3, 40, 0);

    /// <summary>A result older than this says nothing about today.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(30);

    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>What the last one found; null where none is known.</summary>
    public SelfCheckResult? Last { get; private set; }

    /// <summary>It is looking now.</summary>
    public bool IsRunning => _turn.CurrentCount == 0;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await TryAsync(RecallAsync, stoppingToken);
        while (true)
        {
            await Task.Delay(NextNight() - clock.GetUtcNow().UtcDateTime, clock, stoppingToken);
            await TryAsync(CheckAsync, stoppingToken);
        }
    }

    /// <summary>What was found before this start.</summary>
    internal async Task RecallAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var since = clock.GetUtcNow().UtcDateTime - Remembered;
        Last ??= await db.AuditEntries.Where(entry => entry.At >= since && entry.Act == AuditAct.SelfChecked).OrderByDescending(entry => entry.Id)
            .Select(entry => new { entry.At, entry.Detail }).FirstOrDefaultAsync(cancellationToken) is { } entered ? SelfCheckResult.Parse(entered.At, entered.Detail) : null;
    }

    /// <summary>Looks through everything. It hinders nobody, and sees one moment.</summary>
    public async Task<SelfCheckResult> LookAsync(CancellationToken cancellationToken = default)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            await db.HoldThisMomentAsync(cancellationToken);
            var (inDatabase, inChain) = (new List<string>(), new List<string>());
            await foreach (var fault in db.FaultsAsync(cancellationToken))
            {
                inDatabase.Add($"{fault.What}：{fault.Said}");
            }

            var entries = await AuditChain.VerifyAsync(db, fault => inChain.Add($"{fault.What}：{fault.Said}"), cancellationToken: cancellationToken);
            var result = new SelfCheckResult(clock.GetUtcNow().UtcDateTime, inDatabase.Count, entries, inChain.Count) { Faults = [.. inDatabase, .. inChain] };
            foreach (var fault in result.Faults.Take(SelfCheckResult.Listed))
            {
                LogFault(fault);
            }

            return Last = result;
        }
        finally
        {
            _turn.Release();
        }
    }

    public override void Dispose()
    {
        _turn.Dispose();
        base.Dispose();
    }

    private async Task CheckAsync(CancellationToken cancellationToken)
    {
        var result = await LookAsync(cancellationToken);
        await store.WriteAsync(db => db.AuditAsync(result.At, Actor.App, AuditAct.SelfChecked, SelfCheckResult.About, result.InWords, cancellationToken: cancellationToken), cancellationToken);
    }

    private async Task TryAsync(Func<CancellationToken, Task> work, CancellationToken stoppingToken)
    {
        try
        {
            await work(stoppingToken);
        }
        catch (Exception failed) when (failed is not OperationCanceledException)
        {
            LogNotChecked(failed); // the next night tries again
        }
    }

    private DateTime NextNight()
    {
        var tonight = ChinaTime.StartOf(clock.Today()) + Hour;
        return tonight > clock.GetUtcNow().UtcDateTime ? tonight : ChinaTime.StartOf(clock.Today().AddDays(1)) + Hour;
    }

    [LoggerMessage(EventId = 7201, Level = LogLevel.Critical, Message = "The self-check found: {Fault}")]
    private partial void LogFault(string fault);

    [LoggerMessage(EventId = 7202, Level = LogLevel.Error, Message = "The self-check could not be done.")]
    private partial void LogNotChecked(Exception exception);
}
