using Bunit;
using Microsoft.EntityFrameworkCore;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Feeds;

public sealed class CalendarFeedsPageTests : DashboardTestContext
{
    [Fact]
    public async Task A_deputy_makes_ones_own_address_which_is_shown_once_with_a_link_and_a_picture()
    {
        IsSeenBy(new Rights([new Holding(Role.Deputy, Reach.OfDeputy(District.Gu.Id))]), "顾砚清");
        var page = Render<CalendarFeedsPage>();
        Assert.Contains("谁拿到这个地址都能看到接待安排和期限，不含选民信息。", page.Find("[data-testid=warning]").TextContent, StringComparison.Ordinal);
        Assert.Contains("顾砚清代表的日历", page.Markup, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("[data-testid=whose]"));

        await page.Find("[data-testid=make]").ClickAsync(new());

        var address = page.WaitForElement("[data-testid=secret]").GetAttribute("value")!;
        Assert.Matches("^http://localhost/calendar-feeds/[A-Za-z0-9_-]{43}\\.ics$", address);
        Assert.Equal(address.Replace("http:", "webcal:", StringComparison.Ordinal), page.Find("[data-testid=webcal]").GetAttribute("href"));
        Assert.NotEmpty(page.FindAll(".door-qr svg"));
        Assert.Contains("还没有读取过", page.Find("[data-testid=feed-1] [data-testid=last-read]").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(address, Render<CalendarFeedsPage>().Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_office_chooses_whose_and_is_asked_before_an_address_is_revoked()
    {
        var page = Render<CalendarFeedsPage>();
        await page.Find("[data-testid=make]").ClickAsync(new());
        Assert.Equal("请先选谁的日历。", page.WaitForElement("[role=alert]").TextContent.Trim());

        await page.Find("[data-testid=whose]").ChangeAsync(new() { Value = $"station-{District.ShougangHome.Id}" });
        await page.Find("[data-testid=make]").ClickAsync(new());
        Assert.Contains("首钢代表之家", page.WaitForElement("[data-testid=feed-1]").TextContent, StringComparison.Ordinal);
        await page.Find("[data-testid=feed-1] [data-testid=revoke]").ClickAsync(new());
        await page.Find("[data-testid=revoke-yes]").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Contains("还没有订阅地址。", page.Markup, StringComparison.Ordinal));
        await using var db = Database.CreateDbContext();
        Assert.NotNull((await db.CalendarFeeds.SingleAsync(TestContext.Current.CancellationToken)).RevokedAt);
    }

    [Fact]
    public void A_station_is_offered_no_other_station()
    {
        IsSeenBy(new Rights([new Holding(Role.UnitStaff, Reach.OfStations(District.BajiaoHome.Id, District.BajiaoStation.Id))]));

        Assert.Equal(["请选择", "八角代表之家", "古城南路联络站"], Render<CalendarFeedsPage>().FindAll("[data-testid=whose] option").Select(option => option.TextContent));
    }
}
