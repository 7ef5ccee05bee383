using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Opinions;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Stations;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Live;

/// <summary>The hub as other programs meet it: over a real Kestrel, by the names on the wire.</summary>
public sealed class LiveCountsHubTests(LiaisonSite site) : IClassFixture<LiaisonSite>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_wallboard_can_ask_for_a_whole_year_in_the_words_of_the_contract()
    {
        await AnyStationAsync();
        await using var wallboard = await ConnectAsync();

        var snapshot = await wallboard.InvokeAsync<JsonElement>("Snapshot", 2001, Cancelled);

        Assert.Equal(["epoch", "seq", "asOf", "year", "stations"], snapshot.EnumerateObject().Select(property => property.Name));
        Assert.Equal(2001, snapshot.GetProperty("year").GetInt32());
        Assert.EndsWith("Z", snapshot.GetProperty("asOf").GetString(), StringComparison.Ordinal);
        await using var db = await site.The<IDbContextFactory<LiaisonDbContext>>().CreateDbContextAsync(Cancelled);
        var inOfficialOrder = from station in db.Stations
                              join unit in db.Units on station.UnitId equals unit.Id
                              orderby unit.Order, station.Kind == StationKind.Home descending, station.Code
                              select station.Code;
        Assert.Equal(await inOfficialOrder.ToListAsync(Cancelled), snapshot.GetProperty("stations").EnumerateArray().Select(station => station.GetProperty("code").GetString()!));
        Assert.Equal(
            ["code", "collected", "forwarded", "answered", "fedBack", "awaitingFeedback", "overdue"],
            snapshot.GetProperty("stations")[0].EnumerateObject().Select(property => property.Name));
    }

    [Fact]
    public async Task A_save_reaches_every_client_with_the_next_number()
    {
        var station = await AnyStationAsync();
        await using var first = await ConnectAsync();
        await using var second = await ConnectAsync();
        var told = new[] { Told(first, "CountsChanged"), Told(second, "CountsChanged") };
        var snapshot = await first.InvokeAsync<JsonElement>("Snapshot", 2025, Cancelled);

        using var scope = site.Scope();
        await scope.ServiceProvider.GetRequiredService<OpinionDesk>().CollectAsync(
            new CollectForm { StationId = station.Id, Words = "路灯不亮", On = new DateOnly(2025, 6, 1) }, Guid.NewGuid());

        foreach (var client in told)
        {
            var change = await NextAsync(client);
            Assert.Equal(snapshot.GetProperty("epoch").GetString(), change.GetProperty("epoch").GetString());
            Assert.Equal(snapshot.GetProperty("seq").GetInt64() + 1, change.GetProperty("seq").GetInt64());
            Assert.Equal(2025, change.GetProperty("year").GetInt32());
            var changed = Assert.Single(change.GetProperty("stations").EnumerateArray());
            Assert.Equal((station.Code, 1), (changed.GetProperty("code").GetString(), changed.GetProperty("collected").GetInt32()));
        }
    }

    [Fact]
    public async Task Every_15_seconds_it_says_that_the_counts_are_current()
    {
        await using var young = new LiaisonSite(); // its own heart has not beaten yet
        await using var wallboard = await ConnectAsync(young);
        var beats = Told(wallboard, "Heartbeat");
        await wallboard.InvokeAsync<JsonElement>("Snapshot", 2026, Cancelled); // answered after it is listened to
        var clock = new WaitedOnClock(DateTimeOffset.UnixEpoch);
        using var heart = new Heartbeats(young.The<LiveCounts>(), young.The<HubListeners>(), clock);
        await heart.StartAsync(Cancelled);

        await clock.AdvanceWhenWaitedOnAsync(TimeSpan.FromSeconds(15), Cancelled);

        var beat = await NextAsync(beats);
        Assert.Equal(["epoch", "seq", "asOf"], beat.EnumerateObject().Select(property => property.Name));
        Assert.Equal(young.The<LiveCounts>().Pulse.Epoch, beat.GetProperty("epoch").GetString());
        await heart.StopAsync(Cancelled);
    }

    [Theory]
    [InlineData(1989)]
    [InlineData(2101)]
    public async Task A_year_nobody_counts_is_refused_with_a_sentence(int year)
    {
        await using var wallboard = await ConnectAsync();
        var refused = await Assert.ThrowsAsync<HubException>(() => wallboard.InvokeAsync<JsonElement>("Snapshot", year, Cancelled));
        Assert.Contains("年度应在 1990 到 2100 之间。", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_that_leaves_is_watched_for_no_more()
    {
        await using var another = new LiaisonSite();
        var wallboard = await ConnectAsync(another);
        await wallboard.InvokeAsync<JsonElement>("Snapshot", 2026, Cancelled); // answered after it began to watch
        Assert.Equal(1, another.The<LiveCounts>().WatcherCount);

        await wallboard.DisposeAsync();

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        patience.CancelAfter(TimeSpan.FromSeconds(10));
        while (another.The<LiveCounts>().WatcherCount > 0)
        {
            await Task.Yield();
            patience.Token.ThrowIfCancellationRequested();
        }
    }

    [Fact]
    public async Task A_units_client_hears_of_its_stations_alone_in_numbers_of_its_own_without_a_gap()
    {
        await using var young = new LiaisonSite();
        var district = await DistrictOfAsync(young);
        await using var unit = await ConnectAsync(young, await SitePerson.SignInAsync(young, Grant.Of(Role.UnitStaff, unitId: district.BajiaoHome.UnitId)));
        var told = Told(unit, "CountsChanged");
        var first = await unit.InvokeAsync<JsonElement>("Snapshot", 2025, Cancelled);
        Assert.All(Codes(first), code => Assert.StartsWith("BJ", code, StringComparison.Ordinal));
        Assert.Contains("BJ02", Codes(first));

        await CollectAsync(young, district.ShougangHome);
        await CollectAsync(young, district.BajiaoHome);
        var one = await NextAsync(told);
        await CollectAsync(young, district.ShougangHome);
        await CollectAsync(young, district.BajiaoStation);
        var two = await NextAsync(told);

        Assert.Equal(["BJ01", "BJ02"], Codes(one).Concat(Codes(two)));
        var seq = first.GetProperty("seq").GetInt64();
        Assert.Equal((seq + 1, seq + 2), (one.GetProperty("seq").GetInt64(), two.GetProperty("seq").GetInt64()));
        var last = await unit.InvokeAsync<JsonElement>("Snapshot", 2025, Cancelled);
        Assert.Equal(seq + 2, last.GetProperty("seq").GetInt64());
        Assert.Equal(Codes(first), Codes(last));
    }

    [Theory]
    [InlineData(Role.Administrator)]
    [InlineData(Role.Auditor)]
    [InlineData(Role.Deputy)]
    public async Task Who_may_not_see_counts_gets_an_empty_list(Role role)
    {
        await using var young = new LiaisonSite();
        var district = await DistrictOfAsync(young);
        await using var client = await ConnectAsync(young, await SitePerson.SignInAsync(young, Grant.Of(role, deputyId: district.Gu.Id)));

        Assert.Empty(Codes(await client.InvokeAsync<JsonElement>("Snapshot", 2026, Cancelled)));
    }

    [Fact]
    public async Task A_role_taken_away_is_known_to_an_open_client_with_the_next_heartbeat_as_a_gap()
    {
        await using var young = new LiaisonSite();
        var district = await DistrictOfAsync(young);
        var person = await SitePerson.SignInAsync(young, Grant.Of(Role.StationStaff, stationId: district.BajiaoHome.Id));
        await using var client = await ConnectAsync(young, person);
        var beats = Told(client, "Heartbeat");
        var before = await client.InvokeAsync<JsonElement>("Snapshot", 2026, Cancelled);
        await using (var db = await young.The<IDbContextFactory<LiaisonDbContext>>().CreateDbContextAsync(Cancelled))
        {
            var account = await db.Accounts.Include(one => one.Grants).SingleAsync(one => one.Id == person.AccountId, Cancelled);
            account.LetGo(account.Grants[0]);
            await db.SaveChangesAsync(Cancelled);
        }

        var clock = new WaitedOnClock(DateTimeOffset.UnixEpoch);
        using var heart = new Heartbeats(young.The<LiveCounts>(), young.The<HubListeners>(), clock);
        await heart.StartAsync(Cancelled);
        await clock.AdvanceWhenWaitedOnAsync(TimeSpan.FromSeconds(15), Cancelled);

        Assert.Equal(before.GetProperty("seq").GetInt64() + 1, (await NextAsync(beats)).GetProperty("seq").GetInt64());
        Assert.Empty(Codes(await client.InvokeAsync<JsonElement>("Snapshot", 2026, Cancelled)));
        await heart.StopAsync(Cancelled);
        using var browser = young.ClientOf(person);
        using var board = await browser.GetAsync("/opinions", Cancelled);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, board.StatusCode);
    }

    private static IReadOnlyList<string> Codes(JsonElement message) => [.. message.GetProperty("stations").EnumerateArray().Select(station => station.GetProperty("code").GetString()!)];

    private static async Task CollectAsync(LiaisonSite site, Station station)
    {
        using var scope = site.Scope();
        await scope.ServiceProvider.GetRequiredService<OpinionDesk>().CollectAsync(new CollectForm { StationId = station.Id, Words = "路灯不亮", On = new DateOnly(2025, 6, 1) }, Guid.NewGuid());
    }

    private static async Task<SmallDistrict> DistrictOfAsync(LiaisonSite site)
    {
        await using var db = await site.The<IDbContextFactory<LiaisonDbContext>>().CreateDbContextAsync(Cancelled);
        return SmallDistrict.AddTo(db);
    }

    private Task<HubConnection> ConnectAsync() => ConnectAsync(site);

    private static async Task<HubConnection> ConnectAsync(LiaisonSite site, SitePerson? person = null)
    {
        var office = person ?? await site.OfficeAsync();
        var client = new HubConnectionBuilder().WithUrl(
            new Uri(site.Address, LiveCountsHub.Path), options => options.Headers["Cookie"] = $"{office.CookieName}={office.CookieValue}").Build();
        await client.StartAsync(Cancelled);
        return client;
    }

    private async Task<Station> AnyStationAsync()
    {
        await using var db = await site.The<IDbContextFactory<LiaisonDbContext>>().CreateDbContextAsync(Cancelled);
        return await db.Stations.FirstOrDefaultAsync(Cancelled) ?? SmallDistrict.AddTo(db).BajiaoHome;
    }

    private static ChannelReader<JsonElement> Told(HubConnection client, string what)
    {
        var told = Channel.CreateUnbounded<JsonElement>();
        client.On<JsonElement>(what, message => told.Writer.TryWrite(message));
        return told.Reader;
    }

    private static async Task<JsonElement> NextAsync(ChannelReader<JsonElement> told) => await told.ReadAsync(Cancelled).AsTask().WaitAsync(TimeSpan.FromSeconds(10), Cancelled);
}
