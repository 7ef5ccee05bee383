using System.Net;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Access;

/// <summary>What every answer forbids a browser, whatever the answer is.</summary>
public sealed class HeadersTests(LiaisonSite site) : IClassFixture<LiaisonSite>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/", HttpStatusCode.OK)]
    [InlineData("/opinions/NO-SUCH", HttpStatusCode.NotFound)]
    [InlineData("/nothing/here", HttpStatusCode.NotFound)]
    [InlineData("/css/app.css?v=1", HttpStatusCode.OK)]
    [InlineData("/healthz/live", HttpStatusCode.OK)]
    [InlineData("/books/none.xlsx", HttpStatusCode.NotFound)]
    public async Task Every_kind_of_answer_carries_them(string address, HttpStatusCode expected)
    {
        using var client = site.ClientOf(await site.OfficeAsync());
        using var answer = await client.GetAsync(address, Cancel);

        Assert.Equal(expected, answer.StatusCode);
        AssertHeaders(answer);
    }

    [Theory]
    [InlineData("/", HttpStatusCode.Found)]
    [InlineData("/hubs/live-counts/negotiate?negotiateVersion=1", HttpStatusCode.Unauthorized)]
    [InlineData("/_blazor/negotiate?negotiateVersion=1", HttpStatusCode.Unauthorized)]
    public async Task Nobody_gets_them_too_with_the_refusal(string address, HttpStatusCode expected)
    {
        using var client = site.ClientOf();
        using var answer = expected is HttpStatusCode.Found ? await client.GetAsync(address, Cancel) : await client.PostAsync(address, null, Cancel);

        Assert.Equal(expected, answer.StatusCode);
        AssertHeaders(answer);
    }

    [Fact]
    public async Task Every_page_has_a_nonce_of_its_own_and_its_scripts_carry_it()
    {
        using var client = site.ClientOf(await site.OfficeAsync());
        var first = await NonceAsync(client);
        var second = await NonceAsync(client);

        Assert.NotEqual(first, second);
    }

    [Fact]
    public async Task What_was_made_for_one_person_is_kept_by_no_cache()
    {
        using var client = site.ClientOf(await site.OfficeAsync());
        using var page = await client.GetAsync("/opinions", Cancel);

        Assert.True(page.Headers.CacheControl!.NoStore);
    }

    [Theory]
    [InlineData("https://elsewhere.example", HttpStatusCode.Forbidden)]
    [InlineData("null", HttpStatusCode.Forbidden)]
    [InlineData(null, HttpStatusCode.OK)]
    public async Task A_page_of_another_site_cannot_connect_with_our_cookie(string? origin, HttpStatusCode expected)
    {
        using var client = site.ClientOf(await site.OfficeAsync());
        foreach (var place in new[] { "/_blazor/negotiate?negotiateVersion=1", "/hubs/live-counts/negotiate?negotiateVersion=1" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, place);
            if (origin is not null)
            {
                request.Headers.Add("Origin", origin);
            }

            using var answer = await client.SendAsync(request, Cancel);
            Assert.Equal(expected, answer.StatusCode);
        }
    }

    private static async Task<string> NonceAsync(HttpClient client)
    {
        using var answer = await client.GetAsync("/help", Cancel);
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        var nonce = policy.Split("'nonce-")[1].Split('\'')[0];
        var page = await answer.Content.ReadAsStringAsync(Cancel);
        var scripts = page.Split("<script").Skip(1).Select(script => WebUtility.HtmlDecode(script.Split('>')[0])).ToList();
        Assert.NotEmpty(scripts);
        Assert.All(scripts, script => Assert.Contains($"nonce=\"{nonce}\"", script, StringComparison.Ordinal));
        return nonce;
    }

    private static void AssertHeaders(HttpResponseMessage answer)
    {
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("DENY", Assert.Single(answer.Headers.GetValues("X-Frame-Options")));
        Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Cross-Origin-Resource-Policy")));
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe-eval", policy, StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Server"));
    }
}
