using VoterLiaison.Dashboard.Data;

namespace VoterLiaison.Dashboard.Upkeep;

/// <summary>Whether the database takes a write: asked often, tried seldom, and never believed after an act that the disk refused.</summary>
public sealed partial class WriteProbe(LiaisonStore store, Reserve reserve, WriteWatch watch, TimeProvider clock, ILogger<WriteProbe> logger) : IDisposable
{
    /// <summary>So long one try is believed.</summary>
    internal static readonly TimeSpan Believed = TimeSpan.FromSeconds(5);

    /// <summary>A disk that takes longer takes nothing.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>So long a failure is worth an alarm, though writes go on.</summary>
    private static readonly TimeSpan Lately = TimeSpan.FromMinutes(10);

    private readonly SemaphoreSlim _turn = new(1, 1);
    private Task _trying = Task.CompletedTask;
    private volatile Look? _last;
    private long? _failedAt;

    /// <summary>A write failed within the last minutes.</summary>
    public bool FailedLately => _failedAt is { } at && clock.GetElapsedTime(at) < Lately;

    public async Task<bool> HoldsAsync(CancellationToken cancellationToken = default)
    {
        if (Known is { } known)
        {
            return known;
        }

        await _turn.WaitAsync(cancellationToken);
        try
        {
            if (Known is { } meanwhile)
            {
                return meanwhile;
            }

            var failures = store.Meter.Failures;
            var holds = reserve.IsKept && failures == (_last?.Failures ?? 0) && (store.IsWritingMuch || await TryAsync(cancellationToken)); // without the reserve nothing is taken but signing in; what writes thousands of rows is a proof by itself, and would be waited for
            if (!holds)
            {
                _failedAt = clock.GetTimestamp();
            }

            if (holds != (_last?.Holds ?? true))
            {
                LogTurned(holds ? LogLevel.Information : LogLevel.Error, holds ? "again" : "not");
            }

            _last = new Look(clock.GetTimestamp(), holds, failures);
            return holds;
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    /// <summary>What was found a moment ago, unless an act failed since.</summary>
    private bool? Known => _last is { } last && last.Failures == store.Meter.Failures && clock.GetElapsedTime(last.At) < Believed ? last.Holds : null;

    private async Task<bool> TryAsync(CancellationToken cancellationToken)
    {
        if (!_trying.IsCompleted)
        {
            return false; // a disk that hangs is not asked twice
        }

        try
        {
            _trying = watch.ProveAsync(CancellationToken.None);
            await _trying.WaitAsync(Patience, clock, cancellationToken);
            return true;
        }
        catch (Exception refused) when (!cancellationToken.IsCancellationRequested)
        {
            LogRefused(refused);
            return false;
        }
    }

    [LoggerMessage(EventId = 7101, Message = "The database takes writes {How}.")]
    private partial void LogTurned(LogLevel level, string how);

    [LoggerMessage(EventId = 7102, Level = LogLevel.Warning, Message = "The database did not take a write that was tried.")]
    private partial void LogRefused(Exception exception);

    /// <param name="At">By the clock's timestamp.</param>
    /// <param name="Holds">What was found.</param>
    /// <param name="Failures">How many writes had failed by then.</param>
    private sealed record Look(long At, bool Holds, long Failures);
}
