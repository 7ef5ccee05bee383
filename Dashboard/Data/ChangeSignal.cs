using System.Diagnostics;
using System.Threading.Channels;

namespace VoterLiaison.Dashboard.Data;

/// <summary>One station in one year: the smallest thing that is counted.</summary>
public readonly record struct StationYear(int StationId, int Year);

/// <summary>Rings after something was committed, and says where. Many rings before anyone listens are heard as one.</summary>
public sealed class ChangeSignal
{
    private readonly Channel<bool> _bell = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly Lock _lock = new();
    private HashSet<StationYear> _touched = [];
    private bool _everything;
    private long? _since;

    /// <summary>Something was committed, or a day has passed; for pages that then look for themselves. Called on the writer's thread: whoever listens returns at once.</summary>
    public event Action? Rang;

    /// <summary>Looks again after each change until what comes back is disposed of.</summary>
    /// <param name="clock">By which changes within a beat are heard as one.</param>
    /// <param name="look">Called on no particular thread; a page brings it to its own.</param>
    /// <param name="failed">Called when a look failed: nobody waits for it, so the page shows it as one of its own failures.</param>
    public Listening Listen(TimeProvider clock, Func<CancellationToken, Task> look, Func<Exception, Task> failed) => new(this, clock, look, failed);

    public void Ring(IEnumerable<StationYear> touched)
    {
        lock (_lock)
        {
            _touched.UnionWith(touched);
            _since ??= Stopwatch.GetTimestamp();
        }

        _bell.Writer.TryWrite(true);
        Rang?.Invoke();
    }

    /// <summary>For changes whose place is not known: another program wrote, or a day has passed.</summary>
    public void RingForEverything()
    {
        lock (_lock)
        {
            _everything = true;
            _since ??= Stopwatch.GetTimestamp();
        }

        _bell.Writer.TryWrite(true);
        Rang?.Invoke();
    }

    /// <summary>Waits for a ring, and takes with it all that was rung since the last one.</summary>
    public async Task<Changes> NextAsync(CancellationToken stopping)
    {
        await _bell.Reader.ReadAsync(stopping);
        lock (_lock)
        {
            var changes = new Changes(_touched, _everything, _since ?? Stopwatch.GetTimestamp());
            _touched = [];
            _everything = false;
            _since = null;
            return changes;
        }
    }
}

/// <param name="Touched">The station-years that were written.</param>
/// <param name="Everything">Whether everything may have changed.</param>
/// <param name="Since">When the first of them rang, by <see cref="Stopwatch"/>.</param>
public sealed record Changes(IReadOnlySet<StationYear> Touched, bool Everything, long Since);
