using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using VoterLiaison.Dashboard.Books;
using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Rules;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Closing;

public sealed class ClosingPageTests : DashboardTestContext
{
    private static readonly Actor _office = new(null, "王静", "代表联络室", "");

    private readonly YearClosing _closing;
    private readonly ClosingBench _bench;

    public ClosingPageTests()
    {
        _closing = new YearClosing(Database, Database.Store, new YearBook(Database, Database.Store, Clock, Options.Create(new LiaisonOptions())), Clock);
        _bench = new ClosingBench(_closing, NullLogger<ClosingBench>.Instance);
        Services.AddSingleton(_closing);
        Services.AddSingleton(_bench);
        Services.AddScoped<ClosingDesk>();
        Services.AddScoped<ClosingQueries>();
    }

    [Fact]
    public async Task Before_closing_the_page_says_what_is_still_open()
    {
        await CollectAsync(on: new DateOnly(2025, 5, 6));
        var page = Render<ClosingPage>();

        Assert.Equal("1 件", page.Find("[data-testid=carried-over]").TextContent);
        Assert.NotNull(page.Find("[data-testid=close]"));
        Assert.NotNull(page.Find("[data-testid=open-waiting]"));
        Assert.NotNull(page.Find("[data-testid=open-parked]"));
        Assert.Contains("未封账", page.Find("[data-testid=year-2025]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_may_not_close_is_told_who_does()
    {
        await CollectAsync(on: new DateOnly(2025, 5, 6));
        IsSeenBy(new Rights([new Holding(Role.UnitStaff, Reach.OfStations(District.BajiaoHome.Id))]));
        var page = Render<ClosingPage>();

        Assert.Empty(page.FindAll("[data-testid=close]"));
        Assert.Contains("由区人大代表联络室办理", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_year_that_is_not_over_says_from_when_it_can_be_closed()
    {
        await CollectAsync();
        Services.GetRequiredService<Microsoft.AspNetCore.Components.NavigationManager>().NavigateTo(Addresses.Closing(2026));
        var page = Render<ClosingPage>();

        Assert.Contains("2027年1月1日起才能封账", page.Find("[data-testid=why-not]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_year_that_was_begun_appears_closed_by_itself_with_its_books()
    {
        await CollectAsync(on: new DateOnly(2025, 5, 6));
        var page = Render<ClosingPage>();
        await The<ClosingDesk>().CloseAsync(2025);
        page.WaitForElement("[data-testid=run]");
        Assert.Equal("正在封2025年度的账，请等它完成。", (await Assert.ThrowsAsync<RuleBrokenException>(() => The<ClosingDesk>().CloseAsync(2024))).Message);

        await _bench.StartAsync(TestContext.Current.CancellationToken);

        page.WaitForAssertion(() => Assert.Equal(3, page.FindAll("[data-testid=frozen-book]").Count));
        Assert.Empty(page.FindAll("[data-testid=run]"));
        Assert.Equal(Addresses.FrozenBook(2025, 1, Addresses.WholeDistrict), page.Find("[data-testid=frozen-book] a").GetAttribute("href"));
        Assert.Equal("0 条", page.Find("[data-testid=late-count]").TextContent);
        await _bench.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_late_entry_is_listed_and_where_numbers_differ_the_number_of_today_leads_to_its_rows()
    {
        await _closing.CloseAsync(2025, _office, cancellationToken: TestContext.Current.CancellationToken);
        await CollectAsync("路灯不亮", new DateOnly(2025, 5, 6));
        var page = Render<ClosingPage>();

        Assert.Contains("2025-05-06", Assert.Single(page.FindAll("[data-testid=late]")).TextContent, StringComparison.Ordinal);
        Assert.Equal("/opinions?year=2025&station=BJ01&measure=collected", page.FindAll("[data-testid=difference] a")[0].GetAttribute("href"));
        Assert.Contains("迟录收集 1 件", page.Find("[data-testid=carry-over]").TextContent, StringComparison.Ordinal);
    }
}
