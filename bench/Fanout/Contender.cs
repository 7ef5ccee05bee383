using System.Text.Json;
using VoterLiaison.Bench.Crowds;
using VoterLiaison.Bench.Site;
using VoterLiaison.Dashboard.Live;

namespace VoterLiaison.Bench.Fanout;

/// <summary>One way to tell everybody, with its server and its clients in processes of their own.</summary>
internal sealed class Contender : IAsyncDisposable
{
    public const string Ours = "LiveCountsHub";

    private readonly OwnProcess? _peer;
    private readonly SiteProcess? _site;
    private readonly OwnProcess _crowd;

    private Contender(OwnProcess? peer, SiteProcess? site, OwnProcess crowd) => (_peer, _site, _crowd) = (peer, site, crowd);

    public static async Task<Contender> StartAsync(string name, int clients, int stalled = 0)
    {
        string[] counted = ["--count", Words.Written(clients), "--stalled", Words.Written(stalled)];
        if (name == Ours)
        {
            var site = await SiteProcess.StartAsync(smallBuffers: stalled > 0);
            return new Contender(null, site, await CrowdAsync(site.Address, ["--path", LiveCountsHub.Path, "--speaks", "hub", "--signed-in", "yes", .. counted]));
        }

        var peer = OwnProcess.Start(PeerHost.Name, "--kind", name, "--buffer", stalled > 0 ? "4096" : "0");
        var address = await peer.AnswerAsync<Uri>();
        return new Contender(peer, null, await CrowdAsync(address, name switch
        {
            PeerHost.Tcp => counted,
            PeerHost.SignalR => ["--path", "/hub", "--speaks", "hub", .. counted],
            _ => ["--path", "/socket", .. counted],
        }));
    }

    /// <param name="perSecond">So many changes a second.</param>
    /// <param name="seconds">For so long.</param>
    /// <param name="bytes">Of each message, where the bench makes it up.</param>
    public async Task<Judged> MeasureAsync(double perSecond, double seconds, int bytes)
    {
        await _crowd.AskAsync<int>("listen");
        var commits = _site is not null ? await _site.ActAsync(perSecond, seconds) : await SendsAsync(perSecond, seconds, bytes);
        await Task.Delay(TimeSpan.FromSeconds(2)); // the last ones are on their way
        return await _crowd.AskAsync<Judged>($"judge {JsonSerializer.Serialize(commits.Select((commit, place) => commit with { Total = place + 1 }))}");
    }

    public async ValueTask DisposeAsync()
    {
        await _crowd.DisposeAsync();
        await (_site?.DisposeAsync() ?? _peer!.DisposeAsync());
    }

    private static async Task<OwnProcess> CrowdAsync(Uri address, string[] words)
    {
        var crowd = OwnProcess.Start([LightCrowd.Name, "--site", $"{address}", .. words]);
        await crowd.AnswerAsync<int>();
        return crowd;
    }

    private async Task<IReadOnlyList<Committed>> SendsAsync(double perSecond, double seconds, int bytes)
    {
        await _peer!.SayAsync(FormattableString.Invariant($"sends {perSecond} {seconds} {bytes}"));
        return await SiteProcess.CommitsAsync(_peer);
    }
}
