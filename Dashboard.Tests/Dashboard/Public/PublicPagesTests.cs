using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Live;
using VoterLiaison.Dashboard.Notices;
using VoterLiaison.Dashboard.Opinions;
using VoterLiaison.Domain.Activities;
using VoterLiaison.Domain.Opinions;
using VoterLiaison.Domain.Rules;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Public;

/// <summary>The voters' pages as a browser without scripts gets them, over the real HTTP stack.</summary>
public sealed partial class PublicPagesTests(LiaisonSite site) : IClassFixture<LiaisonSite>
{
    private const string Words = "夜里地下室漏水声不绝于耳";
    private const string Voter = "赵小川";
    private const string Phone = "13800007788";
    private const string Subject = "地下室漏水的那一家";

    private static readonly SemaphoreSlim _filling = new(1, 1);
    private static SmallDistrict? _district;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_page_opens_for_anybody_without_a_script_a_circuit_or_a_cookie_and_may_be_kept_for_a_minute()
    {
        await FillAsync();
        using var client = site.ClientOf();
        foreach (var (address, answer, body) in await CrawlAsync(client))
        {
            Assert.True(answer.StatusCode is HttpStatusCode.OK, $"{address}: {answer.StatusCode}");
            if (answer.Content.Headers.ContentType!.MediaType is not "text/html")
            {
                continue;
            }

            Assert.DoesNotContain("<script", body, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("blazor.web", body, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<!--Blazor:", body, StringComparison.Ordinal);
            Assert.DoesNotContain(" onclick", body, StringComparison.OrdinalIgnoreCase);
            Assert.Single(H1().Matches(body));
            Assert.Equal("public, max-age=60", answer.Headers.CacheControl!.ToString());
            Assert.Contains("Cookie", answer.Headers.Vary); // the large type is one
            Assert.False(answer.Headers.Contains("Set-Cookie") || answer.Headers.Contains("Pragma"), address);
            Assert.Contains("default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(Addresses.PublicSpeakPattern, true)]
    [InlineData(Addresses.PublicReceipt, false)]
    [InlineData("/public/no-such-page", false)]
    public async Task Where_voters_write_and_look_up_nothing_is_kept_and_only_the_form_that_needs_one_sets_a_cookie(string address, bool cookie)
    {
        using var client = site.ClientOf();
        using var got = await client.GetAsync(new Uri(address, UriKind.Relative), Cancelled);
        using var posted = await client.PostAsync(new Uri(address, UriKind.Relative), new FormUrlEncodedContent([KeyValuePair.Create("_handler", address == Addresses.PublicReceipt ? "receipt" : "speak")]), Cancelled);

        Assert.All(new[] { got, posted }, answer => Assert.True(answer.Headers.CacheControl!.NoStore));
        Assert.All(new[] { got, posted }, answer => Assert.Equal(cookie, answer.Headers.Contains("Set-Cookie")));
    }

    [Fact]
    public async Task From_the_home_every_public_page_is_reached_by_links()
    {
        await FillAsync();
        using var client = site.ClientOf();

        var home = await client.GetStringAsync(Addresses.PublicHome, Cancelled);

        string[] pages =
        [
            Addresses.PublicSpeakPattern, Addresses.PublicReceipt, Addresses.PublicSchedulePattern, Addresses.PublicDeputiesPattern, Addresses.PublicStationsPattern,
            Addresses.PublicNoticesPattern, Addresses.PublicReportsPattern, Addresses.PublicFiguresPattern, Addresses.PublicAccepted, Addresses.PublicPrivacy,
        ];
        Assert.All(pages, page => Assert.Contains($"href=\"{page}\"", home, StringComparison.Ordinal));
        foreach (var link in Links().Matches(home).Select(match => WebUtility.HtmlDecode(match.Groups["to"].Value)).Distinct())
        {
            using var answer = await client.GetAsync(new Uri(link, UriKind.Relative), Cancelled);
            Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Redirect, $"{link}: {answer.StatusCode}");
        }
    }

    [Fact]
    public async Task The_home_folds_the_streets_up_and_opens_the_one_its_address_names()
    {
        await FillAsync();
        using var client = site.ClientOf();

        Assert.Equal(0, Open().Count(await client.GetStringAsync(Addresses.PublicHome, Cancelled)));
        Assert.Equal("SG", Open().Match(await client.GetStringAsync(Addresses.PublicHomeOf("SG"), Cancelled)).Groups["unit"].Value);
        Assert.Equal(0, Open().Count(await client.GetStringAsync(Addresses.PublicHomeOf("XX"), Cancelled)));
    }

    [Fact]
    public async Task A_stations_photo_is_shown_with_its_size_and_what_it_shows()
    {
        var district = await FillAsync();
        await using var db = await site.The<IDbContextFactory<LiaisonDbContext>>().CreateDbContextAsync(Cancelled);
        db.Add(new Picture([0xFF, 0xD8], 1200, 900, site.The<TimeProvider>().GetUtcNow().UtcDateTime) { StationId = district.BajiaoStation.Id });
        await db.SaveChangesAsync(Cancelled);
        using var client = site.ClientOf();

        var page = await client.GetStringAsync(Addresses.PublicStations("BJ"), Cancelled);

        Assert.Matches($"<img src=\"{Addresses.Picture(db.Pictures.Max(picture => picture.Id))}\" alt=\"[^\"]+的照片\" width=\"1200\" height=\"900\" loading=\"lazy\"", WebUtility.HtmlDecode(page));
    }

    [Fact]
    public async Task No_page_holds_a_voters_name_phone_or_words_nor_what_only_the_office_knows()
    {
        await FillAsync();
        using var client = site.ClientOf();

        var read = await CrawlAsync(client);

        Assert.True(read.Count > 25, "These cannot be all pages.");
        Assert.Empty(
            from page in read
            from secret in new[] { Words, Voter, Phone, Phone[^4..], Subject, "值班员", "内部情况记录", "BJ01-0001", "BJ02-0001" }
            where page.Body.Contains(secret, StringComparison.Ordinal)
            select $"{page.Address} reads {secret}");
    }

    [Fact]
    public async Task The_figures_are_the_boards_and_add_up()
    {
        await FillAsync();
        using var client = site.ClientOf();
        var today = site.The<TimeProvider>().Today();
        var counts = OpinionCounts.Sum((await site.The<CountQueries>().ByStationAsync(today.Year, today, Cancelled)).Values);

        foreach (var address in new[] { Addresses.PublicHome, Addresses.PublicFiguresPattern, Addresses.PublicFigures(today.Year) })
        {
            var body = await client.GetStringAsync(address, Cancelled);
            Assert.Equal(
                [counts.Collected, counts.Forwarded, counts.Answered, counts.FedBack],
                new[] { "collected", "forwarded", "answered", "fed-back" }.Select(key => int.Parse(Regex.Match(body, $"data-testid=\"figure-{key}\">([0-9,]+)<").Groups[1].Value, System.Globalization.NumberStyles.AllowThousands, System.Globalization.CultureInfo.InvariantCulture)));
            Assert.Contains($"没有转交的{counts.Collected - counts.Forwarded:N0}件：当场解释{counts.Explained}件，不属受理范围{counts.OutOfScope}件，与别的意见合并{counts.Merged}件，正待转交{counts.ToForward}件。", body, StringComparison.Ordinal);
        }

        var figures = await client.GetStringAsync(Addresses.PublicFiguresPattern, Cancelled);
        Assert.Contains(Measure.AwaitingFeedback.Definition(), figures, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_schedule_strikes_out_what_was_cancelled_and_says_why_and_the_calendar_reads_the_same()
    {
        await FillAsync();
        using var client = site.ClientOf();
        var day = site.The<TimeProvider>().Today().AddDays(8);

        var page = await client.GetStringAsync(Addresses.PublicSchedule(new ScheduleAddress(ScheduleAddress.MondayOf(day), "BJ")), Cancelled);
        Assert.Matches("<del>14:00–16:00</del>", page);
        Assert.Contains("活动室维修，另行安排。", page, StringComparison.Ordinal);
        Assert.Contains("其中1场取消", page, StringComparison.Ordinal);
        Assert.Contains("至少提前2天公布", page, StringComparison.Ordinal);

        using var answer = await client.GetAsync(new Uri(Addresses.PublicScheduleFile(new ScheduleAddress(Unit: "BJ")), UriKind.Relative), Cancelled);
        Assert.Equal(("text/calendar", "public, max-age=300"), (answer.Content.Headers.ContentType!.MediaType, answer.Headers.CacheControl!.ToString()));
        var read = Ical.Net.Calendar.Load(await answer.Content.ReadAsStringAsync(Cancelled))!.Events;
        Assert.Equal(["CANCELLED", "CONFIRMED"], read.Select(one => one.Status).Order(StringComparer.Ordinal));
        using var again = new HttpRequestMessage(HttpMethod.Get, Addresses.PublicScheduleFile(new ScheduleAddress(Unit: "BJ")));
        again.Headers.IfNoneMatch.Add(answer.Headers.ETag!);
        using var unchanged = await client.SendAsync(again, Cancelled);
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
    }

    [Fact]
    public async Task A_week_without_receptions_says_where_to_go()
    {
        await FillAsync();
        using var client = site.ClientOf();

        var page = await client.GetStringAsync(Addresses.PublicSchedule(new ScheduleAddress(ScheduleAddress.MondayOf(site.The<TimeProvider>().Today().AddDays(40)))), Cancelled);

        Assert.Contains("没有公布接待", page, StringComparison.Ordinal);
        Assert.Contains("这一周没有接待。有话想说，可以<a href=\"/public/speak\">在网上写</a>。", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_large_type_is_a_link_that_is_kept_while_going_on()
    {
        using var client = site.ClientOf();
        using var chosen = await client.GetAsync(new Uri(Addresses.PublicType(large: true, "/public/schedule?unit=BJ"), UriKind.Relative), Cancelled);

        Assert.Equal((HttpStatusCode.Redirect, "/public/schedule?unit=BJ"), (chosen.StatusCode, chosen.Headers.Location!.ToString()));
        var cookie = Assert.Single(chosen.Headers.GetValues("Set-Cookie"));
        Assert.Contains("path=/public", cookie, StringComparison.Ordinal);
        Assert.Contains("httponly", cookie, StringComparison.Ordinal);
        using var large = new HttpRequestMessage(HttpMethod.Get, Addresses.PublicStationsPattern);
        large.Headers.Add("Cookie", cookie.Split(';')[0]);
        using var answer = await client.SendAsync(large, Cancelled);
        var body = await answer.Content.ReadAsStringAsync(Cancelled);
        Assert.Contains("class=\"large-type\"", body, StringComparison.Ordinal);
        Assert.Contains("换回标准字号", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_is_none_is_said_in_the_voters_own_page()
    {
        using var client = site.ClientOf();
        using var answer = await client.GetAsync(new Uri("/public/no-such-page", UriKind.Relative), Cancelled);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        var body = await answer.Content.ReadAsStringAsync(Cancelled);
        Assert.Contains("没有这一页", body, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_an_address_cannot_mean_asks_for_nothing_and_breaks_nothing()
    {
        using var client = site.ClientOf();
        foreach (var address in new[]
        {
            "/public/schedule?week=gestern&form=99&unit=%00&station='%20or%201=1", "/public/deputies?district=abc&q=%3Cscript%3E", "/public/notices?year=x&page=-3", "/public/notices?page=99999",
            "/public/figures?year=1066", "/public/stations?unit=XX", "/public/schedule.ics?form=zzz", "/public/schedule?deputy=99999999999", "/public/schedule?week=9999-12-31",
        })
        {
            using var answer = await client.GetAsync(new Uri(address, UriKind.Relative), Cancelled);
            Assert.True(answer.StatusCode is HttpStatusCode.OK, $"{address}: {answer.StatusCode}");
            Assert.DoesNotContain("<script", await answer.Content.ReadAsStringAsync(Cancelled), StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task The_door_of_the_house_leads_voters_to_their_own_pages()
    {
        using var client = site.ClientOf();

        Assert.Contains("<a href=\"/public\" data-testid=\"i-am-a-voter\">我是选民</a>", await client.GetStringAsync(Addresses.SignInPattern, Cancelled), StringComparison.Ordinal);
        using var front = await client.GetAsync(new Uri("/", UriKind.Relative), Cancelled);
        Assert.Equal(HttpStatusCode.Redirect, front.StatusCode);
        Assert.StartsWith(Addresses.SignInPattern, front.Headers.Location!.IsAbsoluteUri ? front.Headers.Location.PathAndQuery : front.Headers.Location.ToString(), StringComparison.Ordinal);
    }

    /// <summary>Every address that can be reached from the home by links, one of each kind of query; and those of the forms.</summary>
    private static async Task<List<(string Address, HttpResponseMessage Answer, string Body)>> CrawlAsync(HttpClient client)
    {
        var read = new List<(string, HttpResponseMessage, string)>();
        var known = new HashSet<string>();
        var waiting = new Queue<string>(
            [Addresses.PublicHome, "/public/deputies?q=八角", "/public/deputies?district=31", "/public/notices?unit=BJ", "/public/schedule?unit=BJ&form=Talk", "/public/schedule?deputy=顾", "/public/schedule.ics?deputy=顾"]);
        while (waiting.TryDequeue(out var address))
        {
            if (!known.Add(address) || known.Count > 250)
            {
                continue;
            }

            var answer = await client.GetAsync(new Uri(address, UriKind.Relative), Cancelled);
            var body = await answer.Content.ReadAsStringAsync(Cancelled);
            read.Add((address, answer, body));
            foreach (var link in Links().Matches(body).Select(match => WebUtility.HtmlDecode(match.Groups["to"].Value).Split('#')[0]))
            {
                if (!NotRead().IsMatch(link))
                {
                    waiting.Enqueue(link);
                }
            }
        }

        return read;
    }

    /// <summary>A voter with a name, a phone and words of their own; an opinion of each end; receptions; a notice.</summary>
    private async Task<SmallDistrict> FillAsync()
    {
        await _filling.WaitAsync(Cancelled);
        try
        {
            return _district ??= await FillOnceAsync();
        }
        finally
        {
            _filling.Release();
        }
    }

    private async Task<SmallDistrict> FillOnceAsync()
    {
        await using var db = await site.The<IDbContextFactory<LiaisonDbContext>>().CreateDbContextAsync(Cancelled);
        var district = SmallDistrict.AddTo(db);
        using var scope = site.Scope();
        var (desk, today) = (scope.ServiceProvider.GetRequiredService<OpinionDesk>(), site.The<TimeProvider>().Today());
        var told = await CollectAsync(district.BajiaoHome.Id);
        await CollectAsync(district.BajiaoStation.Id);
        await desk.ForwardAsync(told, Acts.ToOrgan(district, today));
        await desk.RecordAnswerAsync(told.Next(), AnswerOutcome.Solved, $"已修复，{Voter}家不再漏水。", today);
        await desk.FeedBackAsync(told.Next(2), Acts.Told(today));
        var explained = await CollectAsync(district.BajiaoHome.Id);
        await desk.ExplainAsync(explained, "已说明。", today, null);
        var number = await db.Opinions.AsNoTracking().Where(o => o.Id == told.OpinionId).Select(o => o.Number).SingleAsync(Cancelled);
        await scope.ServiceProvider.GetRequiredService<NoticeDesk>().PublishAsync(number, new NoticeForm { Title = "地下室不漏水了", Asked = "地下室夜里漏水。", Done = "管线已更换。" });

        var signature = new Signature("值班员", site.The<TimeProvider>().GetUtcNow().UtcDateTime);
        var cancelled = ContactSession.Plan(district.BajiaoHome, new SessionFacts(today.AddDays(8), new TimeOnly(14, 0), new TimeOnly(16, 0), "二层接待室", ContactForm.Talk, [district.Gu]), signature);
        cancelled.Cancel("活动室维修，另行安排。", signature);
        var held = ContactSession.Plan(district.BajiaoHome, new SessionFacts(today, new TimeOnly(0, 0), new TimeOnly(0, 1), "二层接待室", ContactForm.Talk, [district.Tao]), signature);
        held.Hold(new HeldFacts([district.Tao], 3, "内部情况记录"), signature);
        db.AddRange(cancelled, held);
        await db.SaveChangesAsync(Cancelled);
        return district;

        async Task<Seen> CollectAsync(int station)
        {
            var collected = await desk.CollectAsync(
                new CollectForm { StationId = station, Words = Words, Subject = Subject, On = today, DeputyIds = [district.Gu.Id], Voters = [new VoterForm { Name = Voter, Phone = Phone }] }, Guid.NewGuid());
            return new Seen(collected.Id, 1, Guid.NewGuid());
        }
    }

    [GeneratedRegex("(?:href|src)=\"(?<to>/public[^\"]*)\"")]
    private static partial Regex Links();

    /// <summary>Weeks without end, the switch of the type, what others hold by tests of their own.</summary>
    [GeneratedRegex("[?&]week=|^/public/type|^/public/speak|^/public/receipt|^/public/reports")]
    private static partial Regex NotRead();

    /// <summary>A street that stands open on the home.</summary>
    [GeneratedRegex("<details class=\"v-street\" open[^>]*data-testid=\"street-(?<unit>[^\"]*)\"")]
    private static partial Regex Open();

    [GeneratedRegex("<h1[ >]")]
    private static partial Regex H1();
}
