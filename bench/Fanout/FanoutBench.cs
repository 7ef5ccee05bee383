using VoterLiaison.Bench.Crowds;

namespace VoterLiaison.Bench.Fanout;

/// <summary>From a commit to the last of thousands of hub clients. The floors send the same bytes to as many: over bare TCP, over bare WebSockets.</summary>
internal static class FanoutBench
{
    public const string Name = "fanout";

    /// <summary>A change of one station, as the hub sends it.</summary>
    private const int MessageBytes = 260;

    private const int Rounds = 15;
    private const int Stalled = 1;

    public static async Task<int> RunAsync(Words words)
    {
        Table.Begin("From a commit to the last client, one change a second", "clients:", "server", "each p50 ms:", "each p99 ms:", "last p50 ms:", "last p99 ms:", "× bare WebSocket:", "missed:");
        foreach (var clients in words.Numbers("--sizes", 1_000, 5_000))
        {
            Judged? floor = null;
            foreach (var name in new[] { PeerHost.WebSockets, PeerHost.Tcp, PeerHost.SignalR, Contender.Ours })
            {
                await using var contender = await Contender.StartAsync(name, clients);
                await contender.MeasureAsync(2, 2, MessageBytes);
                var judged = await contender.MeasureAsync(1, Rounds, MessageBytes);
                floor ??= judged;
                Table.Row($"{clients:N0}", $"{name}", $"{judged.Each.Half:0.0}", $"{judged.Each.Most:0.0}", $"{judged.Last.Half:0.0}", $"{judged.Last.Most:0.0}", $"{judged.Last.Half / floor.Last.Half:0.00}", $"{judged.Missed}");
            }
        }

        return await OneStalledAsync(words.Number("--stalled-among", 200));
    }

    /// <summary>The system is told to hold 4 KB for a client, so that one who does not read is felt as soon as all that lies between is full.</summary>
    private static async Task<int> OneStalledAsync(int clients)
    {
        const double Filling = 20, PerSecond = 4, Seconds = 20;
        Table.Begin($"One of {clients} clients does not read, {PerSecond:0} changes a second", "server", "clients that do not read:", "last p50 ms:", "last p99 ms:", "× without:", "missed:");
        foreach (var name in new[] { PeerHost.Awaited, PeerHost.SignalR, Contender.Ours })
        {
            Judged? without = null;
            foreach (var stalled in new[] { 0, Stalled })
            {
                await using var contender = await Contender.StartAsync(name, clients, stalled);
                await contender.MeasureAsync(Filling, stalled == 0 ? 2 : Seconds, MessageBytes);
                var judged = await contender.MeasureAsync(PerSecond, Seconds, MessageBytes);
                without ??= judged;
                Table.Row($"{name}", $"{stalled}", $"{judged.Last.Half:0.0}", $"{judged.Last.Most:0.0}", $"{judged.Last.Most / without.Last.Most:0.00}", $"{judged.Missed}");
            }
        }

        return 0;
    }
}
