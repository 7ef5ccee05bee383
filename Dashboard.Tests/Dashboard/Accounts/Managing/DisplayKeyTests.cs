using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Rules;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Accounts.Managing;

/// <summary>Keys of screens on the wall, at the desk and over a real Kestrel.</summary>
public sealed class DisplayKeyTests(LiaisonSite site) : IClassFixture<LiaisonSite>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_key_is_shown_once_and_only_its_hash_is_kept()
    {
        await using var house = await LiaisonHouse.OpenAsync();
        var key = await house.The<DisplayKeyDesk>().AddAsync(" 联络室大厅 ");

        Assert.Matches("^[A-Za-z0-9_-]{43}$", key);
        await using var db = house.Rows();
        var kept = await db.DisplayKeys.SingleAsync(Cancelled);
        Assert.Equal(("联络室大厅", key[..6], DisplayKeyHandler.HashOf(key), "值班员"), (kept.Name, kept.Hint, kept.Hash, kept.CreatedBy));
        var entry = await db.AuditEntries.SingleAsync(Cancelled);
        Assert.Equal((AuditAct.DisplayKeyAdded, $"大屏密钥 联络室大厅（{key[..6]}…）"), (entry.Act, entry.About));
    }

    [Fact]
    public async Task A_key_is_revoked_once_and_a_place_has_one_key()
    {
        await using var house = await LiaisonHouse.OpenAsync();
        var desk = house.The<DisplayKeyDesk>();
        await desk.AddAsync("大厅");
        await RefusedAsync("“大厅”已经有一个密钥。", () => desk.AddAsync("大厅"));
        await RefusedAsync("请写明大屏挂在哪里", () => desk.AddAsync(" "));
        await RefusedAsync("没有第 9 号大屏密钥。", () => desk.RevokeAsync(9));

        await desk.RevokeAsync(1);

        await RefusedAsync("“大厅”的密钥已经撤销。", () => desk.RevokeAsync(1));
        await desk.AddAsync("大厅");
        Assert.Equal([2, 1], (await house.The<DisplayKeyQueries>().ListAsync(Cancelled)).Select(key => key.Id));
        var office = house.As("联络室值班", new Rights([new Holding(Role.LiaisonOffice, Reach.All)]));
        await Assert.ThrowsAsync<OutOfReachException>(() => office.GetRequiredService<DisplayKeyDesk>().RevokeAsync(2));
        Assert.Empty(await office.GetRequiredService<DisplayKeyQueries>().ListAsync(Cancelled));
    }

    [Fact]
    public async Task When_a_screen_was_there_is_written_down_at_most_once_a_minute()
    {
        await using var house = await LiaisonHouse.OpenAsync();
        await house.The<DisplayKeyDesk>().AddAsync("大厅");
        var first = house.Clock.GetUtcNow().UtcDateTime;
        Assert.Null(await SeenAsync());

        house.The<DisplayKeyBook>().Seen(1);
        await house.The<SessionKeeper>().LookAsync(Cancelled);
        Assert.Equal(first, await SeenAsync());

        house.Clock.Advance(TimeSpan.FromSeconds(59));
        house.The<DisplayKeyBook>().Seen(1);
        await house.The<SessionKeeper>().LookAsync(Cancelled);
        Assert.Equal(first, await SeenAsync());
        Assert.Equal(first.AddSeconds(59), Assert.Single(await house.The<DisplayKeyQueries>().ListAsync(Cancelled)).LastSeenAt);

        house.Clock.Advance(TimeSpan.FromSeconds(1));
        house.The<DisplayKeyBook>().Seen(1);
        await house.The<SessionKeeper>().LookAsync(Cancelled);
        Assert.Equal(first.AddSeconds(60), await SeenAsync());

        async Task<DateTime?> SeenAsync()
        {
            await using var db = house.Rows();
            return (await db.DisplayKeys.SingleAsync(Cancelled)).LastSeenAt;
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_screen_hears_all_stations_by_its_key(bool asBearer)
    {
        await StationsAsync();
        var (_, key) = await AddAsync();
        await using var screen = await ConnectAsync(key, asBearer);

        var snapshot = await screen.InvokeAsync<JsonElement>("Snapshot", 2026, Cancelled);

        Assert.Equal(await StationsAsync(), snapshot.GetProperty("stations").GetArrayLength());
    }

    [Fact]
    public async Task A_revoked_key_is_cut_at_once_and_connects_no_more()
    {
        var (id, key) = await AddAsync();
        await using var screen = await ConnectAsync(key, asBearer: false);
        var closed = new TaskCompletionSource();
        screen.Closed += _ =>
        {
            closed.TrySetResult();
            return Task.CompletedTask;
        };
        await screen.InvokeAsync<JsonElement>("Snapshot", 2026, Cancelled);
        Assert.Equal(1, (await RowAsync(id)).OpenConnections);

        using (var scope = site.Scope())
        {
            await scope.ServiceProvider.GetRequiredService<DisplayKeyDesk>().RevokeAsync(id);
        }

        await closed.Task.WaitAsync(TimeSpan.FromSeconds(10), Cancelled);
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(HttpMethod.Post, $"{Addresses.LiveCounts}/negotiate?negotiateVersion=1", key));
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(HttpMethod.Post, $"{Addresses.LiveCounts}/negotiate?negotiateVersion=1&access_token={key}"));
    }

    [Fact]
    public async Task A_key_opens_the_hub_and_no_page_and_no_circuit()
    {
        var (_, key) = await AddAsync();

        Assert.Equal(HttpStatusCode.OK, await AskAsync(HttpMethod.Post, $"{Addresses.LiveCounts}/negotiate?negotiateVersion=1", key));
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(HttpMethod.Post, $"{Addresses.LiveCounts}/negotiate?negotiateVersion=1", "another"));
        foreach (var address in new[] { "/_blazor/negotiate?negotiateVersion=1", $"/_blazor/negotiate?negotiateVersion=1&access_token={key}" })
        {
            Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(HttpMethod.Post, address, key));
        }

        foreach (var address in new[] { "/", $"/?access_token={key}", "/opinions", Addresses.Accounts, Addresses.DisplayKeys, Addresses.Books })
        {
            Assert.NotEqual(HttpStatusCode.OK, await AskAsync(HttpMethod.Get, address, key));
        }
    }

    [Fact]
    public async Task Disabling_an_account_cuts_what_it_has_open_at_once()
    {
        var person = await SitePerson.SignInAsync(site, Grant.Of(Role.LiaisonOffice));
        await using var client = new HubConnectionBuilder().WithUrl(
            new Uri(site.Address, Addresses.LiveCounts), options => options.Headers["Cookie"] = $"{person.CookieName}={person.CookieValue}").Build();
        var closed = new TaskCompletionSource();
        client.Closed += _ =>
        {
            closed.TrySetResult();
            return Task.CompletedTask;
        };
        await client.StartAsync(Cancelled);

        using var scope = site.Scope();
        await scope.ServiceProvider.GetRequiredService<AccountDesk>().DisableAsync(person.UserName);

        await closed.Task.WaitAsync(TimeSpan.FromSeconds(10), Cancelled);
    }

    [Fact]
    public async Task Administrators_leave_their_own_password_and_second_factor_to_their_own_page()
    {
        var person = await SitePerson.SignInAsync(site, Grant.Of(Role.Administrator));
        using var scope = site.Services.CreateScope();
        scope.ServiceProvider.GetRequiredService<CurrentPerson>().SignedInBy(person.Session);
        var desk = scope.ServiceProvider.GetRequiredService<AccountDesk>();

        await RefusedAsync("自己的口令", () => desk.ResetPasswordAsync(person.UserName));
        await RefusedAsync("自己的两步验证", () => desk.ResetSecondFactorAsync(person.UserName));
        Assert.True(Assert.Single(await scope.ServiceProvider.GetRequiredService<AccountQueries>().ListAsync(new AccountFilter(person.UserName), Cancelled)).IsOwn);
    }

    private static async Task RefusedAsync(string sentence, Func<Task> act) =>
        Assert.StartsWith(sentence, (await Assert.ThrowsAsync<RuleBrokenException>(act)).Message, StringComparison.Ordinal);

    private async Task<(int Id, string Key)> AddAsync()
    {
        using var scope = site.Scope();
        var name = $"大厅 {Guid.NewGuid():N}";
        var key = await scope.ServiceProvider.GetRequiredService<DisplayKeyDesk>().AddAsync(name);
        return ((await scope.ServiceProvider.GetRequiredService<DisplayKeyQueries>().ListAsync(Cancelled)).Single(row => row.Name == name).Id, key);
    }

    private async Task<DisplayKeyRow> RowAsync(int id)
    {
        using var scope = site.Scope();
        return (await scope.ServiceProvider.GetRequiredService<DisplayKeyQueries>().ListAsync(Cancelled)).Single(row => row.Id == id);
    }

    private async Task<HubConnection> ConnectAsync(string key, bool asBearer)
    {
        var screen = new HubConnectionBuilder().WithUrl(
            new Uri(site.Address, asBearer ? Addresses.LiveCounts : $"{Addresses.LiveCounts}?access_token={key}"),
            options =>
            {
                if (asBearer)
                {
                    options.AccessTokenProvider = () => Task.FromResult<string?>(key);
                }
            }).Build();
        await screen.StartAsync(Cancelled);
        return screen;
    }

    private async Task<HttpStatusCode> AskAsync(HttpMethod method, string address, string? bearer = null)
    {
        using var client = site.ClientOf();
        using var request = new HttpRequestMessage(method, new Uri(address, UriKind.Relative));
        request.Headers.Authorization = bearer is null ? null : new AuthenticationHeaderValue("Bearer", bearer);
        using var answer = await client.SendAsync(request, Cancelled);
        return answer.StatusCode;
    }

    private async Task<int> StationsAsync()
    {
        await using var db = await site.The<IDbContextFactory<LiaisonDbContext>>().CreateDbContextAsync(Cancelled);
        if (!await db.Stations.AnyAsync(Cancelled))
        {
            SmallDistrict.AddTo(db);
        }

        return await db.Stations.CountAsync(Cancelled);
    }
}
