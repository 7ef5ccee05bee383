using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Accounts.Managing;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Opinions;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Stations;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Wall;

/// <summary>The wall over a real Kestrel: who may stand before it, and what it is told.</summary>
public sealed class WallSiteTests(LiaisonSite site) : IClassFixture<LiaisonSite>
{
    private const string Cookie = "liaison-screen";
    private const string Form = "data-wall-door";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_a_key_and_without_signing_in_it_leads_to_its_door_and_tells_nothing()
    {
        var (_, key) = await AddAsync();
        using var browser = new PlainBrowser(site.Address);
        foreach (var address in new[] { Addresses.Wall, $"{Addresses.Wall}?access_token={key}", $"{Addresses.Wall}?key={key}" })
        {
            using var page = await browser.GetAsync(address);
            Assert.Equal((HttpStatusCode.Redirect, Addresses.WallDoor), (page.StatusCode, Led(page)));
        }

        using var news = await browser.GetAsync($"{Addresses.WallNews}?access_token={key}");
        Assert.Equal(HttpStatusCode.Unauthorized, news.StatusCode);
    }

    [Fact]
    public async Task A_key_is_given_once_for_a_cookie_that_holds_no_key_and_goes_to_the_wall_alone()
    {
        var (_, key) = await AddAsync();
        using var screen = new PlainBrowser(site.Address);

        using var entered = await screen.SendAsync(Addresses.WallDoor, Form, ("key", $" {key} "));

        Assert.Equal((HttpStatusCode.Redirect, Addresses.Wall), (entered.StatusCode, Led(entered)));
        var cookie = Assert.Single(entered.Headers.GetValues("Set-Cookie"), one => one.StartsWith(Cookie, StringComparison.Ordinal));
        Assert.Contains("path=/wall;", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("expires=", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(key, cookie, StringComparison.Ordinal);
        using var page = await screen.GetAsync(Addresses.Wall);
        Assert.Equal((HttpStatusCode.OK, true), (page.StatusCode, page.Headers.CacheControl?.NoStore));
        Assert.Contains("data-testid=\"wall-awaiting-feedback\"", await page.Content.ReadAsStringAsync(Cancelled), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_screens_cookie_opens_nothing_but_the_wall_wherever_it_is_sent()
    {
        var (_, key) = await AddAsync();
        using var screen = site.ClientOf();
        screen.DefaultRequestHeaders.Add("Cookie", await CookieForAsync(key));

        using var wall = await screen.GetAsync(Addresses.Wall, Cancelled);
        Assert.Equal(HttpStatusCode.OK, wall.StatusCode);
        foreach (var address in new[] { Addresses.Board(), Addresses.Opinions(), Addresses.Books, Addresses.DisplayKeys })
        {
            using var page = await screen.GetAsync(address, Cancelled);
            Assert.Equal(HttpStatusCode.Redirect, page.StatusCode);
        }

        foreach (var address in new[] { $"{Addresses.LiveCounts}/negotiate?negotiateVersion=1", "/_blazor/negotiate?negotiateVersion=1" })
        {
            using var negotiated = await screen.PostAsync(address, null, Cancelled);
            Assert.Equal(HttpStatusCode.Unauthorized, negotiated.StatusCode);
        }
    }

    [Fact]
    public async Task A_wrong_key_and_a_form_that_is_not_ours_open_nothing()
    {
        var (_, key) = await AddAsync();
        using var browser = new PlainBrowser(site.Address);

        using var wrong = await browser.SendAsync(Addresses.WallDoor, Form, ("key", "wrong"));
        Assert.Contains("这个密钥打不开大屏", await TextAsync(wrong), StringComparison.Ordinal);
        using var foreign = await browser.PostAsync(Addresses.WallDoor, new FormUrlEncodedContent([new("_handler", "wall"), new("key", key)]));
        Assert.Contains("这一页停留得太久了", await TextAsync(foreign), StringComparison.Ordinal);
        using var still = await browser.GetAsync(Addresses.Wall);
        Assert.Equal(HttpStatusCode.Redirect, still.StatusCode);
    }

    [Fact]
    public async Task Whoever_is_signed_in_sees_the_part_they_may_count_even_before_a_screen_with_a_key()
    {
        var home = await HomeAsync();
        var (_, key) = await AddAsync();
        var unit = await SitePerson.SignInAsync(site, Grant.Of(Role.UnitStaff, unitId: home.UnitId));
        using var client = site.ClientOf();
        client.DefaultRequestHeaders.Add("Cookie", $"{unit.CookieName}={unit.CookieValue}; {await CookieForAsync(key)}");

        var page = WebUtility.HtmlDecode(await client.GetStringAsync(Addresses.Wall, Cancelled));

        Assert.Contains("年度　八角街道", page, StringComparison.Ordinal);
        Assert.Contains("wall-station-BJ02", page, StringComparison.Ordinal);
        Assert.DoesNotContain("wall-station-SG01", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_made_by_anybody_comes_to_the_wall_and_only_what_is_different_travels()
    {
        var home = await HomeAsync();
        var (_, key) = await AddAsync();
        using var wall = await OpenAsync(await CookieForAsync(key));
        var first = await wall.NextAsync();
        Assert.Equal(["flow", "late", "months", "stations", "strip", "weeks", "year"], Parts(first));

        using (var scope = site.Scope())
        {
            await scope.ServiceProvider.GetRequiredService<OpinionDesk>().CollectAsync(
                new CollectForm { StationId = home.Id, Words = "路灯不亮", On = site.The<TimeProvider>().Today() }, Guid.NewGuid());
        }

        var change = await wall.NextAsync();
        while (Parts(change).Length == 0)
        {
            change = await wall.NextAsync(); // only that all is well
        }

        Assert.Equal("strip", Parts(change)[0]);
        Assert.Contains("wall-collected", change.GetProperty("parts").GetProperty("strip").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_revoked_key_ends_its_wall_at_once_and_opens_it_no_more()
    {
        var (id, key) = await AddAsync();
        var cookie = await CookieForAsync(key);
        using var wall = await OpenAsync(cookie);
        await wall.NextAsync();

        using (var scope = site.Scope())
        {
            Assert.Equal(1, (await scope.ServiceProvider.GetRequiredService<DisplayKeyQueries>().ListAsync(Cancelled)).Single(row => row.Id == id).OpenConnections);
            await scope.ServiceProvider.GetRequiredService<DisplayKeyDesk>().RevokeAsync(id);
        }

        await wall.EndsAsync();
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusOfNewsAsync(site.ClientOf(), cookie));
        using var browser = new PlainBrowser(site.Address);
        Assert.Contains("这块屏的密钥已经停用", await browser.ReadAsync($"{Addresses.WallDoor}?why=key"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wall_keeps_no_session_alive_and_ends_when_the_role_is_taken_away()
    {
        var person = await SitePerson.SignInAsync(site, Grant.Of(Role.LiaisonOffice));
        using var wall = await OpenAsync($"{person.CookieName}={person.CookieValue}");
        await wall.NextAsync();
        await using (var db = await site.The<IDbContextFactory<LiaisonDbContext>>().CreateDbContextAsync(Cancelled))
        {
            var session = await db.Sessions.SingleAsync(one => one.Id == person.Session, Cancelled);
            Assert.Equal(session.LastActiveAt, site.The<SessionBook>().LastActive(session));
        }

        await using (var db = await site.The<IDbContextFactory<LiaisonDbContext>>().CreateDbContextAsync(Cancelled))
        {
            var account = await db.Accounts.Include(one => one.Grants).SingleAsync(one => one.Id == person.AccountId, Cancelled);
            account.LetGo(account.Grants[0]);
            await db.SaveChangesAsync(Cancelled);
        }

        await wall.EndsAsync();
        Assert.Equal(HttpStatusCode.NotFound, await StatusOfNewsAsync(site.ClientOf(), $"{person.CookieName}={person.CookieValue}"));
    }

    [Fact]
    public async Task Another_sites_page_cannot_listen()
    {
        var (_, key) = await AddAsync();
        using var client = site.ClientOf();
        client.DefaultRequestHeaders.Add("Origin", "https://evil.example");

        Assert.Equal(HttpStatusCode.Forbidden, await StatusOfNewsAsync(client, await CookieForAsync(key)));
    }

    private async Task<(int Id, string Key)> AddAsync()
    {
        using var scope = site.Scope();
        var name = $"大厅 {Guid.NewGuid():N}";
        var key = await scope.ServiceProvider.GetRequiredService<DisplayKeyDesk>().AddAsync(name);
        return ((await scope.ServiceProvider.GetRequiredService<DisplayKeyQueries>().ListAsync(Cancelled)).Single(row => row.Name == name).Id, key);
    }

    /// <summary>What a screen sends from then on.</summary>
    private async Task<string> CookieForAsync(string key)
    {
        using var screen = new PlainBrowser(site.Address);
        using var entered = await screen.SendAsync(Addresses.WallDoor, Form, ("key", key));
        return entered.Headers.GetValues("Set-Cookie").Single(one => one.StartsWith(Cookie, StringComparison.Ordinal)).Split(';')[0];
    }

    private async Task<Station> HomeAsync()
    {
        await using var db = await site.The<IDbContextFactory<LiaisonDbContext>>().CreateDbContextAsync(Cancelled);
        return await db.Stations.AnyAsync(station => station.Code == "BJ02", Cancelled) ? await db.Stations.SingleAsync(station => station.Code == "BJ01", Cancelled) : SmallDistrict.AddTo(db).BajiaoHome;
    }

    private async Task<News> OpenAsync(string cookie)
    {
        var client = site.ClientOf();
        client.DefaultRequestHeaders.Add("Cookie", cookie);
        var answer = await client.GetAsync(Addresses.WallNews, HttpCompletionOption.ResponseHeadersRead, Cancelled);
        Assert.Equal((HttpStatusCode.OK, "application/x-ndjson"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        return new News(client, answer, new StreamReader(await answer.Content.ReadAsStreamAsync(Cancelled)));
    }

    private static async Task<HttpStatusCode> StatusOfNewsAsync(HttpClient client, string cookie)
    {
        using var asked = new HttpRequestMessage(HttpMethod.Get, new Uri(Addresses.WallNews, UriKind.Relative)) { Headers = { { "Cookie", cookie } } };
        using var answer = await client.SendAsync(asked, HttpCompletionOption.ResponseHeadersRead, Cancelled);
        return answer.StatusCode;
    }

    private static string[] Parts(JsonElement line) => [.. line.GetProperty("parts").EnumerateObject().Select(part => part.Name).Order(StringComparer.Ordinal)];

    private static string? Led(HttpResponseMessage answer) => answer.Headers.Location is { IsAbsoluteUri: true } whole ? whole.PathAndQuery : answer.Headers.Location?.OriginalString;

    private static async Task<string> TextAsync(HttpResponseMessage answer) => WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancelled));

    /// <summary>A wall that listens.</summary>
    private sealed record News(HttpClient Client, HttpResponseMessage Answer, StreamReader Lines) : IDisposable
    {
        private static readonly TimeSpan _patience = TimeSpan.FromSeconds(20);

        public async Task<JsonElement> NextAsync() => JsonDocument.Parse((await Lines.ReadLineAsync(Cancelled).AsTask().WaitAsync(_patience, Cancelled))!).RootElement;

        /// <summary>Reads until nothing more comes.</summary>
        public async Task EndsAsync()
        {
            try
            {
                while (await Lines.ReadLineAsync(Cancelled).AsTask().WaitAsync(_patience, Cancelled) is not null)
                {
                    // still something
                }
            }
            catch (IOException)
            {
                // cut
            }
        }

        public void Dispose()
        {
            Lines.Dispose();
            Answer.Dispose();
            Client.Dispose();
        }
    }
}
