using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Feeds;

/// <summary>The address as a calendar app asks it, over a real Kestrel.</summary>
public sealed class FeedEndpointTests(LiaisonSite site) : IClassFixture<LiaisonSite>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_has_the_address_reads_the_calendar_and_is_given_no_cookie()
    {
        using var answer = await AskAsync(Addresses.CalendarFeed(await MakeAsync()));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/calendar; charset=utf-8", $"{answer.Content.Headers.ContentType}");
        Assert.Equal("inline; filename=\"liaison.ics\"", $"{answer.Content.Headers.ContentDisposition}");
        Assert.Equal("max-age=300, private", $"{answer.Headers.CacheControl}");
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.StartsWith("BEGIN:VCALENDAR\r\n", await answer.Content.ReadAsStringAsync(Cancelled), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_head_and_what_did_not_change_come_without_a_body()
    {
        var address = Addresses.CalendarFeed(await MakeAsync());
        using var head = await AskAsync(address, HttpMethod.Head);
        using var again = await AskAsync(address, tag: $"{head.Headers.ETag}");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotModified), (head.StatusCode, again.StatusCode));
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(Cancelled));
        Assert.Empty(await again.Content.ReadAsByteArrayAsync(Cancelled));
    }

    [Fact]
    public async Task A_revoked_an_unknown_and_a_malformed_key_look_alike()
    {
        var revoked = await MakeAsync();
        using (var scope = site.Scope())
        {
            var hash = FeedKey.HashOf(revoked);
            await using var db = await site.The<IDbContextFactory<LiaisonDbContext>>().CreateDbContextAsync(Cancelled);
            await scope.ServiceProvider.GetRequiredService<FeedDesk>().RevokeAsync((await db.CalendarFeeds.SingleAsync(feed => feed.Hash == hash, Cancelled)).Id);
        }

        var answers = new List<string>();
        foreach (var key in new[] { revoked, new string('A', revoked.Length), "x", "选民' OR 1=1", new string('k', 2000) })
        {
            using var answer = await AskAsync(Addresses.CalendarFeed(key));
            answer.Headers.Remove("Date");
            answer.Headers.Remove("Content-Security-Policy"); // its nonce is another each time
            answers.Add($"{answer.StatusCode}\n{answer.Headers}\n{answer.Content.Headers}\n{await answer.Content.ReadAsStringAsync(Cancelled)}");
        }

        Assert.StartsWith("NotFound", Assert.Single(answers.Distinct()), StringComparison.Ordinal);
        Assert.Contains("没有这个日历地址，或者它已经撤销。", answers[0], StringComparison.Ordinal);
        Assert.DoesNotContain("Set-Cookie", answers[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_address_of_the_network_does_not_try_keys_without_end()
    {
        await using var narrow = LiaisonSite.With(("SignIn:TriesPerMinute", "1"));
        using var client = narrow.ClientOf();
        var statuses = new List<HttpStatusCode>();
        for (var tries = 0; tries < 11; tries++)
        {
            using var answer = await client.GetAsync(new Uri(Addresses.CalendarFeed($"{tries}"), UriKind.Relative), Cancelled);
            statuses.Add(answer.StatusCode);
        }

        Assert.Equal((10, HttpStatusCode.TooManyRequests), (statuses.Count(status => status is HttpStatusCode.NotFound), statuses[^1]));
    }

    private async Task<HttpResponseMessage> AskAsync(string address, HttpMethod? method = null, string? tag = null)
    {
        using var client = site.ClientOf();
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, address);
        if (tag is not null)
        {
            request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        }

        return await client.SendAsync(request, Cancelled);
    }

    private async Task<string> MakeAsync()
    {
        await using var db = await site.The<IDbContextFactory<LiaisonDbContext>>().CreateDbContextAsync(Cancelled);
        if (!await db.Deputies.AnyAsync(Cancelled))
        {
            SmallDistrict.AddTo(db);
        }

        using var scope = site.Scope();
        return await scope.ServiceProvider.GetRequiredService<FeedDesk>().MakeAsync(FeedOwner.Deputy(await db.Deputies.Where(deputy => deputy.Name == "顾砚清").Select(deputy => deputy.Id).FirstAsync(Cancelled)));
    }
}
