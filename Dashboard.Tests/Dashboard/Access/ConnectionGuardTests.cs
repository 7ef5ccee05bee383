using Microsoft.AspNetCore.SignalR.Client;
using VoterLiaison.Dashboard.Live;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Access;

/// <summary>Connections that stay open: how many, whose, and when they are cut.</summary>
public sealed class ConnectionGuardTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_session_has_only_so_many_connections_and_another_is_not_hindered()
    {
        await using var site = LiaisonSite.With(("SignIn:ConnectionsAtOnce", "2"));
        var office = await site.OfficeAsync();
        await using var first = await ConnectAsync(site, office);
        await using var second = await ConnectAsync(site, office);

        var refused = await Assert.ThrowsAsync<AggregateException>(() => ConnectAsync(site, office));

        Assert.Contains("429", refused.Message, StringComparison.Ordinal);
        await using var others = await ConnectAsync(site, await site.OfficeAsync());
        await first.DisposeAsync();
        await UntilAsync(() => site.The<OpenConnections>().CountOf(AccessClaims.OwnerOf(office.Session)) == 1);
        await using var instead = await ConnectAsync(site, office);
    }

    [Fact]
    public async Task When_a_session_is_cut_its_connections_close_and_nobody_elses()
    {
        await using var site = new LiaisonSite();
        var office = await site.OfficeAsync();
        await using var own = await ConnectAsync(site, office);
        await using var others = await ConnectAsync(site, await site.OfficeAsync());
        var closed = new TaskCompletionSource();
        own.Closed += _ =>
        {
            closed.SetResult();
            return Task.CompletedTask;
        };

        site.The<OpenConnections>().Cut(AccessClaims.OwnerOf(office.Session));

        await closed.Task.WaitAsync(TimeSpan.FromSeconds(10), Cancel);
        Assert.Equal(HubConnectionState.Connected, others.State);
    }

    [Fact]
    public async Task A_client_that_asks_without_end_is_told_to_wait()
    {
        await using var site = new LiaisonSite();
        await using var client = await ConnectAsync(site, await site.OfficeAsync());

        var refused = await Assert.ThrowsAsync<Microsoft.AspNetCore.SignalR.HubException>(async () =>
        {
            for (var question = 0; question < 200; question++)
            {
                await client.InvokeAsync<object>("Snapshot", 2026, Cancel);
            }
        });

        Assert.Contains("问得太频繁", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Role.Administrator)]
    [InlineData(Role.Auditor)]
    public async Task Whoever_may_see_no_counts_connects_and_hears_of_no_station(Role role)
    {
        await using var site = new LiaisonSite();
        await using var client = await ConnectAsync(site, await SitePerson.SignInAsync(site, Grant.Of(role)));

        var snapshot = await client.InvokeAsync<System.Text.Json.JsonElement>("Snapshot", 2026, Cancel);

        Assert.Equal(0, snapshot.GetProperty("stations").GetArrayLength());
    }

    private static async Task<HubConnection> ConnectAsync(LiaisonSite site, SitePerson person)
    {
        var client = new HubConnectionBuilder().WithUrl(
            new Uri(site.Address, LiveCountsHub.Path),
            Microsoft.AspNetCore.Http.Connections.HttpTransportType.ServerSentEvents,
            options => options.Headers["Cookie"] = $"{person.CookieName}={person.CookieValue}").Build();
        await client.StartAsync(Cancel);
        return client;
    }

    private static async Task UntilAsync(Func<bool> holds)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        patience.CancelAfter(TimeSpan.FromSeconds(10));
        while (!holds())
        {
            await Task.Yield();
            patience.Token.ThrowIfCancellationRequested();
        }
    }
}
