using Microsoft.AspNetCore.SignalR.Client;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Live;

public sealed class LiveCountsHubTests
{
    [Fact]
    public async Task A_wallboard_can_ask_for_a_whole_year()
    {
        await using var site = new LiaisonSite();
        await using var wallboard = new HubConnectionBuilder().WithUrl(new Uri(site.Address, LiveCountsHub.Path)).Build();
        await wallboard.StartAsync(TestContext.Current.CancellationToken);

        var snapshot = await wallboard.InvokeAsync<CountsMessage>("Snapshot", 2026, TestContext.Current.CancellationToken);

        Assert.Equal(2026, snapshot.Year);
    }
}
