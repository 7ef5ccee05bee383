using Microsoft.Extensions.Options;
using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.Domain.Calendar;

namespace VoterLiaison.Dashboard.Backups;

/// <summary>Once a day a backup; where the site was off at that hour, soon after its start. One that fails is tried again each hour. How it stands is read from here.</summary>
public sealed partial class BackupRounds(BackupTaking taking, BackupShelf shelf, IOptions<LiaisonOptions> options, TimeProvider clock, ILogger<BackupRounds> logger) : BackgroundService
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromHours(1);
    private static readonly TimeSpan AfterStart = TimeSpan.FromMinutes(10);

    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>Whether the office wants them made (Liaison:BackupDaily).</summary>
    public bool IsOn => options.Value.BackupDaily;

    /// <summary>The newest that was checked and kept, also by a start before; null where there is none.</summary>
    public KeptBackup? LastGood { get => field ??= shelf.All is [var newest, ..] ? newest : null; private set; }

    /// <summary>The last that failed since the start; null where none did. It is over once <see cref="LastGood"/> is newer.</summary>
    public FailedBackup? LastFailure { get; private set; }

    /// <summary>The last try failed.</summary>
    public bool IsFailing => LastFailure is { } failure && !(LastGood?.TakenAt > failure.At);

    /// <summary>When the next is due, UTC; null where none are made.</summary>
    public DateTime? NextAt { get; private set; }

    /// <summary>Makes one now. What is too old goes only after a good one.</summary>
    /// <returns>Whether it is good; if not, <see cref="LastFailure"/> says why.</returns>
    public async Task<bool> RoundAsync(CancellationToken cancellationToken = default)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            return await TryAsync(Now, cancellationToken);
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

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var hurry = LastGood is { } good && Now - good.TakenAt < Day ? (TimeSpan?)null : AfterStart;
        while (IsOn)
        {
            var next = NextHour();
            NextAt = hurry is { } soon && Now + soon < next ? Now + soon : next;
            await Task.Delay(NextAt.Value - Now, clock, stoppingToken);
            hurry = await RoundAsync(stoppingToken) ? null : AfterFailure;
        }
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private async Task<bool> TryAsync(DateTime began, CancellationToken cancellationToken)
    {
        try
        {
            var file = shelf.PathFor(began);
            shelf.ClearUnfinished();
            var backup = await taking.TakeAsync(file, Actor.App, cancellationToken);
            LastGood = new KeptBackup(backup.File, began, backup.Bytes);
            Done(logger, backup.File, backup.Bytes, (Now - began).TotalSeconds);
            shelf.ClearOld();
            return true;
        }
        catch (Exception failed) when (failed is not OperationCanceledException)
        {
            Failed(logger, failed);
            var isNews = !IsFailing || LastFailure?.Why != failed.Message;
            LastFailure = new FailedBackup(began, failed.Message);
            if (isNews)
            {
                await taking.EnterFailureAsync(Actor.App, "每日备份", failed.Message);
            }

            return false;
        }
    }

    private DateTime NextHour()
    {
        var today = ChinaTime.StartOf(clock.Today()).AddHours(options.Value.BackupHour);
        return today > Now ? today : ChinaTime.StartOf(clock.Today().AddDays(1)).AddHours(options.Value.BackupHour);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "A backup was made and checked: {File}, {Bytes} bytes, in {Seconds} s")]
    private static partial void Done(ILogger logger, string file, long bytes, double seconds);

    [LoggerMessage(Level = LogLevel.Error, Message = "The backup failed; it is tried again in an hour")]
    private static partial void Failed(ILogger logger, Exception exception);
}

/// <param name="At">UTC.</param>
/// <param name="Why">For the administrator.</param>
public sealed record FailedBackup(DateTime At, string Why);
