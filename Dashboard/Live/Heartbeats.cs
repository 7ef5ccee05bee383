namespace VoterLiaison.Dashboard.Live;

/// <summary>Every 15 seconds: tells the hub's clients that the counts are current.</summary>
internal sealed class Heartbeats(LiveCounts live, HubListeners listeners, TimeProvider clock) : BackgroundService
{
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            var pulse = live.Pulse;
            foreach (var listener in listeners.All)
            {
                _ = listener.BeatAsync(pulse, stoppingToken); // not awaited: a stalled client must not delay the others' next beat
            }
        }
    }
}
