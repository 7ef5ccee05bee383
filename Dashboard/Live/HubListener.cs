using System.Security.Claims;
using System.Threading.RateLimiting;
using VoterLiaison.Domain.Accounts;

namespace VoterLiaison.Dashboard.Live;

/// <summary>What one client of the hub hears: the changes within its scope, numbered for itself, so that it cannot even tell that something changed elsewhere.</summary>
public sealed class HubListener : IDisposable
{
    private readonly StationDirectory _stations;
    private readonly ILiveCountsClient _client;
    private readonly HubScope _scope;
    private readonly ClaimsPrincipal _user;
    private readonly IDisposable _watch;
    private readonly Lock _lock = new();
    private readonly RateLimiter _questions = new TokenBucketRateLimiter(new TokenBucketRateLimiterOptions
    {
        TokenLimit = 20,
        TokensPerPeriod = 5,
        ReplenishmentPeriod = TimeSpan.FromSeconds(1),
        QueueLimit = 0,
    });

    private TaskCompletionSource _heardMore = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _heard;
    private long _seq;

    internal HubListener(LiveCounts live, StationDirectory stations, ILiveCountsClient client, HubScope scope, ClaimsPrincipal user, Reach reach)
    {
        (_stations, _client, _scope, _user, Reach) = (stations, client, scope, user, reach);
        lock (_lock)
        {
            _watch = live.Watch(HearAsync); // watch first: what happens from here on is heard
            _heard = live.Pulse.Sequence;
        }
    }

    public Reach Reach { get; private set; }

    /// <summary>Whether the client may ask for a snapshot now: a few at once, then five a second.</summary>
    internal bool MayAskNow() => _questions.AttemptAcquire().IsAcquired;

    /// <summary>Waits until everything up to a snapshot was heard, and says which number the client is at then.</summary>
    internal async Task<long> HeardUpToAsync(long sequence, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task more;
            lock (_lock)
            {
                if (_heard >= sequence)
                {
                    return _seq;
                }

                more = _heardMore.Task;
            }

            await more.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Asks again how far the client may hear, since a role may have been given or taken away; then a gap sends it to the snapshot.</summary>
    internal async Task BeatAsync(Heartbeat pulse, CancellationToken cancellationToken)
    {
        var reach = await _scope.OfAsync(_user, cancellationToken);
        Task sent;
        lock (_lock)
        {
            if (!reach.Equals(Reach))
            {
                Reach = reach;
                _seq++;
            }

            sent = _client.Heartbeat(new HeartbeatMessage(pulse.Epoch, _seq, pulse.AsOf));
        }

        await sent;
    }

    public void Dispose()
    {
        _watch.Dispose();
        _questions.Dispose();
    }

    private async Task HearAsync(CountsChange change)
    {
        var codes = await _stations.CodesAsync(change.Stations.Keys);
        List<StationMessage> own =
        [
            .. change.Stations.Where(station => Reach.CoversStation(station.Key)).OrderBy(station => station.Key)
                .Select(station => StationMessage.Of(codes[station.Key], station.Value)),
        ];
        var sent = Task.CompletedTask;
        lock (_lock)
        {
            if (change.Sequence <= _heard)
            {
                return;
            }

            // What was lost on the way may have been its own: the gap is passed on.
            _seq += (change.Sequence == _heard + 1 ? 0 : 1) + (own.Count > 0 ? 1 : 0);
            _heard = change.Sequence;
            if (own.Count > 0)
            {
                sent = _client.CountsChanged(new CountsMessage(change.Epoch, _seq, change.AsOf, change.Year, own));
            }

            _heardMore.SetResult();
            _heardMore = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        await sent;
    }
}
