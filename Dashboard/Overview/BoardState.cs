using VoterLiaison.Dashboard.Live;

namespace VoterLiaison.Dashboard.Overview;

/// <summary>The counts one open board shows, kept current by the rule we publish for every client: after a gap or in another epoch, take the snapshot again.</summary>
/// <remarks>Everything here happens on the circuit of its board.</remarks>
public sealed class BoardState(LiveCounts live, TimeProvider clock) : IDisposable
{
    private IDisposable? _watch;
    private ITimer? _pulse;
    private int _year;

    /// <summary>Null until a year was opened.</summary>
    public YearCounts? Counts { get; private set; }

    /// <summary>How long ago the counts were current.</summary>
    public TimeSpan Age => Counts is null ? TimeSpan.Zero : clock.GetUtcNow().UtcDateTime - Counts.AsOf;

    /// <summary>Begins to listen. Call it before a year is opened, so that no change falls between the two.</summary>
    /// <param name="onCircuit">Runs what there is to hear on the board's circuit.</param>
    public void Watch(Func<Func<Task>, Task> onCircuit)
    {
        _watch = live.Watch(change => onCircuit(() => HearAsync(change)));
        _pulse = clock.CreateTimer(_ => _ = onCircuit(() => HearAsync(live.Pulse)), null, Heartbeats.Every, Heartbeats.Every);
    }

    public async Task OpenAsync(int year)
    {
        _year = year;
        Take(await live.SnapshotAsync(year));
    }

    internal async Task HearAsync(CountsChange change)
    {
        if (IsKnown(change.Epoch, change.Sequence))
        {
            return;
        }

        if (IsKnown(change.Epoch, change.Sequence - 1))
        {
            Counts = Counts! with
            {
                Sequence = change.Sequence,
                AsOf = change.AsOf,
                Stations = change.Year == Counts.Year ? Counts.Stations.SetItems(change.Stations) : Counts.Stations,
            };
        }
        else
        {
            Take(await live.SnapshotAsync(_year));
        }
    }

    internal async Task HearAsync(Heartbeat pulse)
    {
        if (IsKnown(pulse.Epoch, pulse.Sequence))
        {
            Counts = Counts! with { AsOf = pulse.AsOf };
        }
        else
        {
            Take(await live.SnapshotAsync(_year));
        }
    }

    public void Dispose()
    {
        _watch?.Dispose();
        _pulse?.Dispose();
    }

    private bool IsKnown(string epoch, long sequence) => Counts?.Year == _year && Counts.Epoch == epoch && sequence <= Counts.Sequence;

    /// <summary>A snapshot that was overtaken on its way is dropped.</summary>
    private void Take(YearCounts fresh)
    {
        if (fresh.Year == _year && !IsKnown(fresh.Epoch, fresh.Sequence + 1))
        {
            Counts = fresh;
        }
    }
}
