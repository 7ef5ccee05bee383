using Bunit;
using Microsoft.AspNetCore.Components;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Live;
using VoterLiaison.Dashboard.Opinions;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Overview;

public sealed class OverviewPageTests : DashboardTestContext
{
    public OverviewPageTests() => SetRendererInfo(new RendererInfo("Server", isInteractive: true));

    [Fact]
    public async Task Numbers_stand_at_the_first_paint()
    {
        await CollectAsync();

        var page = Render<OverviewPage>();

        Assert.Equal(1, page.RenderCount);
        Assert.Equal("1件", Text(page, "board-collected"));
        Assert.Equal("1", Text(page, "board-BJ-collected"));
        Assert.Equal("1", Text(page, "board-BJ01-collected"));
        Assert.Equal("–0", Text(page, "board-BJ02-collected"));
    }

    [Fact]
    public async Task Units_stand_in_official_order_with_their_homes_first()
    {
        await CollectAsync();

        var page = Render<OverviewPage>();

        Assert.Equal(
            ["八角街道", "八角代表之家", "古城南路联络站", "首钢代表联组", "首钢代表之家"],
            page.FindAll(".units tbody th").Select(head => head.TextContent.Trim()));
    }

    [Theory]
    [InlineData("board-awaiting-feedback", "/opinions?year=2026&measure=awaiting-feedback")]
    [InlineData("board-BJ-awaiting-feedback", "/opinions?year=2026&unit=BJ&measure=awaiting-feedback")]
    [InlineData("board-BJ01-awaiting-feedback", "/opinions?year=2026&station=BJ01&measure=awaiting-feedback")]
    public async Task Each_number_leads_to_the_rows_it_counts(string number, string rows)
    {
        await The<OpinionDesk>().ExplainAsync(await CollectAsync(), "已当面解释政策。", Today, told: null);

        Assert.Equal(rows, Find(Render<OverviewPage>(), number).GetAttribute("href"));
    }

    [Fact]
    public async Task Awaiting_feedback_is_the_sum_of_those_with_an_answer_and_those_with_an_explanation()
    {
        await The<OpinionDesk>().ExplainAsync(await CollectAsync(), "已当面解释政策。", Today, told: null);

        var page = Render<OverviewPage>();

        Assert.Equal("1件", Text(page, "board-awaiting-feedback"));
        Assert.Equal("–0", Text(page, "board-answer-to-tell"));
        Assert.Equal("1", Text(page, "board-explanation-to-tell"));
        Assert.Contains("0 件有答复 + 1 件有解释 = 1 件", page.Find(".t.key .pop").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_what_changed_renders_and_says_by_how_much()
    {
        await CollectAsync();
        await Database.Changes.NextAsync(TestContext.Current.CancellationToken); // heard; or the next change would wait its turn by the test's clock
        await using var live = await LiveAsync();
        var page = Render<OverviewPage>();

        await CollectAsync("门前积水");

        page.WaitForAssertion(() => Assert.Equal("2", Text(page, "board-BJ01-collected")));
        Assert.Equal(["BJ", "BJ01"], page.FindComponents<BoardRow>().Where(row => row.RenderCount > 1).Select(row => row.Instance.Line.Code));
        Assert.Equal(2, page.FindComponent<BoardStrip>().RenderCount);
        Assert.Equal("+1", page.Find("tr.home.just .inc").TextContent);
        Assert.Equal(2, page.FindAll("tr.just").Count);
    }

    [Fact]
    public async Task The_pulse_moves_the_as_of_and_renders_no_row()
    {
        await CollectAsync();
        var page = Render<OverviewPage>();
        Assert.Contains("数据截至 09:00:00", page.Find(".age").TextContent, StringComparison.Ordinal);

        Clock.Advance(Heartbeats.Every);

        page.WaitForAssertion(() => Assert.Contains("数据截至 09:00:15", page.Find(".age").TextContent, StringComparison.Ordinal));
        Assert.All(page.FindComponents<BoardRow>(), row => Assert.Equal(1, row.RenderCount));
        Assert.Equal(1, page.FindComponent<BoardStrip>().RenderCount);
    }

    [Fact]
    public async Task Leaving_the_page_ends_the_watch()
    {
        Render<OverviewPage>();
        Assert.Equal(1, The<LiveCounts>().WatcherCount);

        await DisposeComponentsAsync();

        Assert.Equal(0, The<LiveCounts>().WatcherCount);
    }

    [Fact]
    public void A_page_that_is_only_served_as_html_does_not_watch()
    {
        SetRendererInfo(new RendererInfo("Static", isInteractive: false));

        Render<OverviewPage>();

        Assert.Equal(0, The<LiveCounts>().WatcherCount);
    }

    [Fact]
    public void An_empty_year_says_what_to_do_next() =>
        Assert.Equal([Addresses.Keying, Addresses.Imports], Render<OverviewPage>().FindAll(".empty a").Select(link => link.GetAttribute("href")));

    [Fact]
    public async Task The_year_is_in_the_address()
    {
        await CollectAsync(on: new DateOnly(2025, 12, 31));
        The<NavigationManager>().NavigateTo(Addresses.Board(2025));

        var page = Render<OverviewPage>();

        Assert.Equal("1件", Text(page, "board-collected"));
        Assert.Equal("/opinions?year=2025&measure=collected", Find(page, "board-collected").GetAttribute("href"));
        Assert.Contains("统计期间 2025-01-01 至 2025-12-31", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_year_without_opinions_leads_to_the_current_one()
    {
        The<NavigationManager>().NavigateTo(Addresses.Board(1998));

        Render<OverviewPage>();

        Assert.Equal(Addresses.Board(), "/" + The<NavigationManager>().ToBaseRelativePath(The<NavigationManager>().Uri));
    }

    [Fact]
    public async Task A_unit_sees_its_stations_its_totals_and_its_years_and_the_page_is_called_after_it()
    {
        await CollectAsync();
        await CollectAtAsync(District.ShougangHome.Id, new DateOnly(2024, 5, 6));
        await CollectAtAsync(District.ShougangHome.Id, Today);
        IsSeenBy(new Rights([new Holding(Role.UnitStaff, Reach.OfStations(District.BajiaoHome.Id, District.BajiaoStation.Id))]));

        var page = Render<OverviewPage>();

        Assert.Equal(["八角街道", "八角代表之家", "古城南路联络站"], page.FindAll(".units tbody th").Select(head => head.TextContent.Trim()));
        Assert.Equal("1件", Text(page, "board-collected"));
        Assert.Equal("2026年度八角街道总览", page.Find("h1").TextContent);
        Assert.StartsWith("八角街道收集", Find(page, "board-collected").GetAttribute("aria-label"), StringComparison.Ordinal);
        Assert.DoesNotContain("全区", page.Markup, StringComparison.Ordinal);
        The<NavigationManager>().NavigateTo(Addresses.Board(2024));
        page.WaitForAssertion(() => Assert.Equal(Addresses.Board(), "/" + The<NavigationManager>().ToBaseRelativePath(The<NavigationManager>().Uri)));
    }

    [Fact]
    public async Task A_role_taken_away_empties_the_open_board_with_the_next_pulse()
    {
        await CollectAsync();
        var page = Render<OverviewPage>();
        IsSeenBy(Rights.None);

        Clock.Advance(Heartbeats.Every);

        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".units tbody th")));
        Assert.Equal("–0", Text(page, "board-collected"));
    }

    [Fact]
    public async Task A_board_that_cannot_be_shown_anew_says_that_it_is_old_and_goes_on_when_it_can()
    {
        await CollectAsync();
        var page = Render<OverviewPage>();
        await Database.RenameAsync("Units", "Elsewhere");
        IsSeenBy(new Rights([new Holding(Role.UnitStaff, Reach.OfStations(District.BajiaoHome.Id))]));

        Clock.Advance(BoardNow.Trusted + Heartbeats.Every);
        page.WaitForAssertion(() => Assert.Contains("数据未能更新，停在 09:00:00", page.Find(".age").TextContent, StringComparison.Ordinal));

        await Database.RenameAsync("Elsewhere", "Units");
        Clock.Advance(Heartbeats.Every);
        page.WaitForAssertion(() => Assert.Contains("数据截至 09:01:15", page.Find(".age").TextContent, StringComparison.Ordinal));
        Assert.Equal(["八角街道", "八角代表之家"], page.FindAll(".units tbody th").Select(head => head.TextContent.Trim()));
    }

    [Fact]
    public async Task What_is_not_concluded_stands_by_how_long_ago_it_was_collected_and_leads_to_its_rows()
    {
        await CollectAsync(on: Today.AddDays(-7));

        var page = Render<OverviewPage>();

        Assert.Equal("–0", Text(page, "board-BJ01-outstanding-under-a-week"));
        Assert.Equal("1", Text(page, "board-BJ01-outstanding-up-to-a-month"));
        Assert.Equal("/opinions?year=2026&station=BJ01&measure=outstanding-up-to-a-month", Find(page, "board-BJ01-outstanding-up-to-a-month").GetAttribute("href"));
    }

    [Fact]
    public async Task The_year_stands_beside_today_this_month_and_the_year_before_at_this_day()
    {
        await CollectAsync();
        await CollectAsync(on: Today.AddYears(-1));
        await CollectAsync(on: Today.AddYears(-1).AddDays(1));

        var page = Render<OverviewPage>();

        Assert.Equal(("1", "1", "1"), (Text(page, "board-collected-today"), Text(page, "board-collected-month"), Text(page, "board-collected-year-ago")));
        Assert.Equal("/opinions?from=2026-03-02&to=2026-03-02", Find(page, "board-collected-today").GetAttribute("href"));
        Assert.Contains("持平", page.Find(".strip .t").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_year_that_is_over_says_nothing_of_today()
    {
        await CollectAsync(on: new DateOnly(2025, 3, 1));
        The<NavigationManager>().NavigateTo(Addresses.Board(2025));

        var page = Render<OverviewPage>();

        Assert.Empty(page.FindAll("[data-testid=board-collected-today], [data-testid=board-now]"));
    }

    [Fact]
    public async Task A_stations_day_opens_beside_the_board_by_its_address_and_closes_with_escape()
    {
        await CollectAsync("门前积水");
        The<NavigationManager>().NavigateTo(Addresses.Board(station: "BJ01"));

        var page = Render<OverviewPage>();

        var day = Find(page, "station-day");
        Assert.Contains("八角代表之家", day.TextContent, StringComparison.Ordinal);
        Assert.Contains("门前积水", day.TextContent, StringComparison.Ordinal);
        Assert.Contains("收集 1 件", day.TextContent, StringComparison.Ordinal);
        Assert.Equal("1", Text(page, "day-collected"));
        Assert.NotEmpty(page.FindAll(".units tr.home.open"));
        day.KeyDown("Escape");
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("[data-testid=station-day]")));
        Assert.Equal("http://localhost/", The<NavigationManager>().Uri);
    }

    [Fact]
    public async Task No_day_opens_of_a_station_beyond_ones_reach()
    {
        await CollectAsync();
        IsSeenBy(new Rights([new Holding(Role.UnitStaff, Reach.OfStations(District.ShougangHome.Id))]));
        The<NavigationManager>().NavigateTo(Addresses.Board(station: "BJ01"));

        var page = Render<OverviewPage>();

        Assert.Empty(page.FindAll("[data-testid=station-day]"));
        Assert.DoesNotContain("八角", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Those_with_most_outstanding_come_first_when_asked_and_stay_in_place_while_numbers_change()
    {
        await CollectAtAsync(District.ShougangHome.Id, Today);
        var page = Render<OverviewPage>();

        Find(page, "board-sort").Change(nameof(BoardSort.Outstanding));

        page.WaitForAssertion(() => Assert.Equal(["首钢代表联组", "首钢代表之家", "八角街道", "八角代表之家", "古城南路联络站"], page.FindAll(".units tbody th").Select(head => head.TextContent.Trim())));
        await CollectAsync();
        await CollectAsync();
        Clock.Advance(Heartbeats.Every);
        Assert.Equal("首钢代表联组", page.Find(".units tbody th").TextContent.Trim());
    }

    [Theory]
    [InlineData("Overdue", BoardSort.Overdue)]
    [InlineData("17", BoardSort.Official)]
    [InlineData("<script>", BoardSort.Official)]
    [InlineData(null, BoardSort.Official)]
    public void A_cookie_that_means_nothing_is_as_if_there_were_none(string? cookie, BoardSort sort) => Assert.Equal(sort, BoardTaste.Of<BoardSort>(cookie));

    private async Task CollectAtAsync(int station, DateOnly on)
    {
        var (door, _) = Database.DoorFor("值班员", Clock);
        await new OpinionDesk(door, The<Residue>(), The<Microsoft.Extensions.Options.IOptions<LiaisonOptions>>()).CollectAsync(new CollectForm { StationId = station, Words = "门前积水", On = on }, Guid.NewGuid());
    }

    /// <summary>The counting that the site does in the background.</summary>
    private async Task<IAsyncDisposable> LiveAsync()
    {
        await The<LiveCounts>().StartAsync(TestContext.Current.CancellationToken);
        return new Stop(The<LiveCounts>());
    }

    private static AngleSharp.Dom.IElement Find(IRenderedComponent<OverviewPage> page, string testId) => page.Find($"[data-testid={testId}]");

    private static string Text(IRenderedComponent<OverviewPage> page, string testId) => Find(page, testId).TextContent;

    private sealed class Stop(LiveCounts live) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await live.StopAsync(CancellationToken.None);
    }
}
