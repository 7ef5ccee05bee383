using System.Threading.Channels;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Parts;

namespace VoterLiaison.Dashboard.Overview;

/// <summary>What goes on, read once for all boards: after a change, and at most once a second; while no board is open, only when the next one opens.</summary>
public sealed partial class LiveDoings(ChangeSignal signal, DoingQueries queries, SameDayLastYear lastYear, TimeProvider clock, ILogger<LiveDoings> logger) : BackgroundService
{
    internal static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly Channel<bool> _bell = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly SemaphoreSlim _reading = new(1, 1);
    private readonly Watchers _watchers = new();
    private int _watched;
    private volatile Doings? _now;
    private volatile bool _changed;

    /// <summary>Calls after each change until the answer is disposed of. Watch first, then read.</summary>
    public IDisposable Watch(Action watcher)
    {
        Interlocked.Increment(ref _watched);
        return new Watching(_watchers.Watch(watcher), () => Interlocked.Decrement(ref _watched));
    }

    /// <summary>As it is now.</summary>
    public async ValueTask<Doings> NowAsync(CancellationToken cancellationToken = default)
    {
        if (!_changed && _now is { } now && now.Today == clock.Today())
        {
            return now;
        }

        await _reading.WaitAsync(cancellationToken);
        try
        {
            return !_changed && _now is { } read && read.Today == clock.Today() ? read : await ReadAsync(cancellationToken);
        }
        finally
        {
            _reading.Release();
        }
    }

    /// <summary>Hears from the moment it is started: the work itself begins when a thread is free.</summary>
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        signal.Rang += Hear;
        return base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var _ in _bell.Reader.ReadAllAsync(stoppingToken))
            {
                if (Volatile.Read(ref _watched) > 0)
                {
                    await TellAsync(stoppingToken);
                }

                await Task.Delay(Pause, clock, stoppingToken);
            }
        }
        finally
        {
            signal.Rang -= Hear;
        }
    }

    /// <summary>On the writer's thread: returns at once.</summary>
    private void Hear()
    {
        _changed = true;
        _bell.Writer.TryWrite(true);
    }

    private async Task TellAsync(CancellationToken stopping)
    {
        try
        {
            await NowAsync(stopping);
            _watchers.Tell();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogNotRead(exception);
        }
    }

    private async Task<Doings> ReadAsync(CancellationToken cancellationToken)
    {
        _changed = false; // before the reading: what is written while it lasts is read again
        try
        {
            var today = clock.Today();
            var read = await queries.ReadAsync(today, cancellationToken);
            return _now = read with { YearAgo = await lastYear.OnAsync(today, cancellationToken) };
        }
        catch
        {
            _changed = true;
            throw;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "What goes on could not be read; the last reading stands.")]
    private partial void LogNotRead(Exception exception);

    private sealed class Watching(IDisposable watch, Action gone) : IDisposable
    {
        private int _disposed;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _disposed, 1) == 0)
            {
                watch.Dispose();
                gone();
            }
        }
    }
}
