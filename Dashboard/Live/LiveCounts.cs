using System.Collections.Immutable;
using System.Diagnostics;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard.Live;

/// <summary>Counts once for everybody: after a change it recounts the stations it touched, and tells the watchers what is now different.</summary>
/// <remarks>
/// One truth: the rows. No counter is kept that could drift. All state changes on one loop, so a snapshot and the sequence it
/// carries always belong together.
/// </remarks>
public sealed partial class LiveCounts(ChangeSignal signal, CountQueries counts, TimeProvider clock, ILogger<LiveCounts> logger) : BackgroundService
{
    /// <summary>Several acts within this time are counted and shown as one.</summary>
    internal static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(100);

    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(5);

    private readonly string _epoch = Guid.NewGuid().ToString("N");
    private readonly SemaphoreSlim _counting = new(1, 1);
    private ImmutableHashSet<Watcher> _watchers = [];
    private volatile State _state = new(0, DateTime.MinValue, ImmutableDictionary<int, ImmutableDictionary<int, OpinionCounts>>.Empty);
    private volatile bool _behind;

    internal int WatcherCount => _watchers.Count;

    /// <summary>What was changed could not be counted, and is tried again.</summary>
    public bool IsBehind => _behind;

    /// <summary>Says that the counts are current. While they cannot be recounted, its time stands still.</summary>
    public Heartbeat Pulse
    {
        get
        {
            var state = _state;
            return new Heartbeat(_epoch, state.Sequence, AsOf(state));
        }
    }

    /// <summary>Watch first, then take the snapshot: so no change falls between the two.</summary>
    /// <param name="show">Called with each change, one at a time; a watcher that is slow misses changes and sees a gap.</param>
    public IDisposable Watch(Func<CountsChange, Task> show)
    {
        var watcher = new Watcher(this, show);
        ImmutableInterlocked.Update(ref _watchers, static (all, one) => all.Add(one), watcher);
        return watcher;
    }

    /// <summary>All counts of a year, with the sequence they belong to.</summary>
    public async Task<YearCounts> SnapshotAsync(int year, CancellationToken cancellationToken = default)
    {
        if (!_state.Years.ContainsKey(year))
        {
            await _counting.WaitAsync(cancellationToken);
            try
            {
                if (!_state.Years.ContainsKey(year))
                {
                    await CountYearAsync(year, cancellationToken);
                }
            }
            finally
            {
                _counting.Release();
            }
        }

        var state = _state;
        return new YearCounts(_epoch, state.Sequence, AsOf(state), year, state.Years[year]);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var changes = await signal.NextAsync(stoppingToken);
            await _counting.WaitAsync(stoppingToken);
            try
            {
                var began = Stopwatch.GetTimestamp();
                await RecountAsync(changes, stoppingToken);
                _behind = false;
                LiaisonMeter.RecountDuration.Record(Stopwatch.GetElapsedTime(began).TotalSeconds);
                LiaisonMeter.FanOutDelay.Record(Stopwatch.GetElapsedTime(changes.Since).TotalSeconds);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogRecountFailed(exception);
                _behind = true;
                signal.RingForEverything(); // the changes are not lost: they are counted at the next try
            }
            finally
            {
                _counting.Release();
            }

            await Task.Delay(_behind ? Retry : Beat, clock, stoppingToken);
        }
    }

    private async Task RecountAsync(Changes changes, CancellationToken cancellationToken)
    {
        if (changes.Everything)
        {
            foreach (var year in _state.Years.Keys)
            {
                await CountYearAsync(year, cancellationToken);
            }

            return;
        }

        foreach (var places in changes.Touched.Where(place => _state.Years.ContainsKey(place.Year)).GroupBy(place => place.Year))
        {
            var asOf = clock.GetUtcNow().UtcDateTime;
            var counted = await counts.OfStationsAsync(places.Key, [.. places.Select(place => place.StationId)], clock.Today(), cancellationToken);
            Publish(places.Key, asOf, _state.Years[places.Key].SetItems(counted));
        }
    }

    private async Task CountYearAsync(int year, CancellationToken cancellationToken)
    {
        var asOf = clock.GetUtcNow().UtcDateTime;
        Publish(year, asOf, (await counts.ByStationAsync(year, clock.Today(), cancellationToken)).ToImmutableDictionary());
    }

    private void Publish(int year, DateTime asOf, ImmutableDictionary<int, OpinionCounts> stations)
    {
        // A year nobody has asked for yet changes for nobody.
        var different = _state.Years.TryGetValue(year, out var before) ? Different(before, stations) : Nothing;
        var sequence = different.IsEmpty ? _state.Sequence : _state.Sequence + 1;
        _state = new State(sequence, asOf, _state.Years.SetItem(year, stations));

        if (!different.IsEmpty)
        {
            var change = new CountsChange(_epoch, sequence, asOf, year, different);
            foreach (var watcher in _watchers)
            {
                watcher.Offer(change);
            }
        }
    }

    private static readonly ImmutableDictionary<int, OpinionCounts> Nothing = ImmutableDictionary<int, OpinionCounts>.Empty;

    private static ImmutableDictionary<int, OpinionCounts> Different(ImmutableDictionary<int, OpinionCounts> before, ImmutableDictionary<int, OpinionCounts> after) =>
        before.Keys.Union(after.Keys)
            .Where(id => before.GetValueOrDefault(id, OpinionCounts.None) != after.GetValueOrDefault(id, OpinionCounts.None))
            .ToImmutableDictionary(id => id, id => after.GetValueOrDefault(id, OpinionCounts.None));

    private DateTime AsOf(State state) => _behind ? state.AsOf : clock.GetUtcNow().UtcDateTime;

    [LoggerMessage(Level = LogLevel.Error, Message = "The live counts could not be recounted; the last ones stand.")]
    private partial void LogRecountFailed(Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A watcher of the live counts could not show them.")]
    private partial void LogWatcherFailed(Exception exception);

    /// <summary>Everything a snapshot is made of, swapped whole.</summary>
    private sealed record State(long Sequence, DateTime AsOf, ImmutableDictionary<int, ImmutableDictionary<int, OpinionCounts>> Years);
}
