using System.Collections.Immutable;
using System.Threading.Channels;

namespace VoterLiaison.Dashboard.Live;

public sealed partial class LiveCounts
{
    /// <summary>Shows changes to one watcher at its own pace. One that stalls loses the oldest ones, sees the gap, and holds up nobody.</summary>
    private sealed class Watcher : IDisposable
    {
        private const int Waiting = 8;

        private readonly LiveCounts _owner;
        private readonly Channel<CountsChange> _changes = Channel.CreateBounded<CountsChange>(
            new BoundedChannelOptions(Waiting) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

        private volatile bool _gone;

        public Watcher(LiveCounts owner, Func<CountsChange, Task> show)
        {
            _owner = owner;
            _ = ShowAsync(show);
        }

        public void Offer(CountsChange change) => _changes.Writer.TryWrite(change);

        /// <summary>Nothing more is shown, not even what was waiting.</summary>
        public void Dispose()
        {
            _gone = true;
            ImmutableInterlocked.Update(ref _owner._watchers, static (all, one) => all.Remove(one), this);
            _changes.Writer.TryComplete();
        }

        private async Task ShowAsync(Func<CountsChange, Task> show)
        {
            await foreach (var change in _changes.Reader.ReadAllAsync())
            {
                if (_gone)
                {
                    return;
                }

                try
                {
                    await show(change);
                }
                catch (Exception exception) when (exception is not OutOfMemoryException)
                {
                    _owner.LogWatcherFailed(exception);
                }
            }
        }
    }
}
