using Microsoft.AspNetCore.SignalR;

namespace VoterLiaison.Dashboard.Live;

/// <summary>Every 15 seconds: tells the hub's clients that the counts are current.</summary>
internal sealed class Heartbeats(LiveCounts live, IHubContext<LiveCountsHub, ILiveCountsClient> hub, TimeProvider clock) : BackgroundService
{
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            var pulse = live.Pulse;
            // Not awaited: a stalled client must not delay the others' next beat.
            _ = hub.Clients.All.Heartbeat(new HeartbeatMessage(pulse.Epoch, pulse.Sequence, pulse.AsOf));
        }
    }
}
