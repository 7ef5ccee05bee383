using System.Net;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Access;

/// <summary>How the site is reached: through a proxy that speaks https for it, or plainly on one machine.</summary>
public sealed class NetworkSetupTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Behind_https_cookies_are_bound_to_the_host_and_browsers_are_told_to_stay_there()
    {
        await using var site = LiaisonSite.With(("Network:Https", "true"), ("Network:TrustedProxies:0", "127.0.0.1"), ("AllowedHosts", "liaison.example"));
        var cookie = site.The<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme).Cookie;
        Assert.Equal(("__Host-liaison", CookieSecurePolicy.Always, true, "/", null), (cookie.Name, cookie.SecurePolicy, cookie.HttpOnly, cookie.Path, cookie.Domain));

        using var client = site.ClientOf(await site.OfficeAsync());
        client.DefaultRequestHeaders.Host = "liaison.example"; // browsers are never told so of the machine itself
        client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        using var answer = await client.GetAsync("/help", Cancel);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("max-age=31536000", Assert.Single(answer.Headers.GetValues("Strict-Transport-Security")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("127.0.0.1", HttpStatusCode.OK)]
    [InlineData("10.0.0.9", HttpStatusCode.Forbidden)]
    [InlineData(null, HttpStatusCode.Forbidden)]
    public async Task Only_a_proxy_that_was_named_is_believed_about_the_reader(string? trusted, HttpStatusCode expected)
    {
        await using var site = trusted is null ? new LiaisonSite() : LiaisonSite.With(("Network:TrustedProxies:0", trusted));
        using var client = site.ClientOf(await site.OfficeAsync());
        client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        client.DefaultRequestHeaders.Add("Origin", $"https://{site.Address.Authority}"); // the page's own address only where the proxy's word counts

        using var answer = await client.PostAsync("/_blazor/negotiate?negotiateVersion=1", null, Cancel);

        Assert.Equal(expected, answer.StatusCode);
    }

    [Theory]
    [InlineData("/sign-in", "_handler=password&name=office&password=wrong")]
    [InlineData("/sign-in/code", "_handler=code&code=123456")]
    public async Task One_address_may_try_to_sign_in_only_so_often_in_a_minute(string address, string form)
    {
        await using var site = LiaisonSite.With(("SignIn:TriesPerMinute", "3"));
        using var client = site.ClientOf();
        for (var time = 0; time < 3; time++)
        {
            using var heard = await TryAsync();
            Assert.NotEqual(HttpStatusCode.TooManyRequests, heard.StatusCode);
        }

        using var refused = await TryAsync();

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);

        async Task<HttpResponseMessage> TryAsync()
        {
            using var tried = new StringContent(form, System.Text.Encoding.UTF8, "application/x-www-form-urlencoded");
            return await client.PostAsync(address, tried, Cancel);
        }
    }

    [Theory]
    [InlineData("/sign-in")]
    [InlineData("/healthz/ready")]
    public async Task What_anybody_may_ask_is_answered_ten_times_as_often(string address)
    {
        await using var site = LiaisonSite.With(("SignIn:TriesPerMinute", "3"));
        using var client = site.ClientOf();
        var heard = 0;
        var answer = await client.GetAsync(address, Cancel);
        for (; answer.StatusCode is not HttpStatusCode.TooManyRequests; heard++)
        {
            answer.Dispose();
            answer = await client.GetAsync(address, Cancel);
        }

        using (answer)
        {
            Assert.InRange(heard, 30, 60); // more than thirty where this machine is so slow that some are allowed anew meanwhile
            Assert.Contains("请稍等一会儿", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancel)), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("https://screen.example", true)]
    [InlineData("https://elsewhere.example", false)]
    public async Task A_screen_of_another_site_may_ask_the_hub_only_where_it_was_named(string origin, bool named)
    {
        await using var site = LiaisonSite.With(("Network:AllowedOrigins:0", "https://screen.example"));
        using var client = site.ClientOf();
        using var before = new HttpRequestMessage(HttpMethod.Options, "/hubs/live-counts/negotiate?negotiateVersion=1");
        before.Headers.Add("Origin", origin);
        before.Headers.Add("Access-Control-Request-Method", "POST");
        before.Headers.Add("Access-Control-Request-Headers", "x-requested-with,x-signalr-user-agent");

        using var answer = await client.SendAsync(before, Cancel);

        Assert.Equal(named ? [origin] : [], answer.Headers.TryGetValues("Access-Control-Allow-Origin", out var allowed) ? allowed : []);
    }

    [Theory]
    [InlineData("Network:TrustedProxies:0", "proxy.example", "Network:TrustedProxies")]
    [InlineData("Network:AllowedOrigins:0", "https://screen.example/wall", "Network:AllowedOrigins")]
    [InlineData("SignIn:IdleMinutes", "0", "SignIn:IdleMinutes")]
    public async Task A_setting_that_cannot_be_right_stops_the_start_and_is_named(string name, string value, string said)
    {
        using var folder = new LiaisonFolder();

        var stopped = await LiaisonProgram.RunAsync(folder, $"--{name}={value}");

        Assert.Equal(1, stopped.ExitCode);
        Assert.Contains(said, stopped.Error, StringComparison.Ordinal);
    }
}
