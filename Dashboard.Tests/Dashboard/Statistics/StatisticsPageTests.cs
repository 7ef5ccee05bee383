using Bunit;
using Microsoft.AspNetCore.Components;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Statistics;

public sealed class StatisticsPageTests : DashboardTestContext
{
    public StatisticsPageTests() => Services.AddStatistics();

    [Fact]
    public async Task The_page_begins_with_how_it_stands_in_one_sentence()
    {
        await CollectAsync();
        await CollectAsync("楼道灯不亮", new DateOnly(2025, 12, 31));

        Assert.Equal("2026年1月1日至3月2日，全区收集意见1件，转交0件，答复0件，告诉选民0件；没有选民还在等回话，没有逾期。", Opened().Find("[data-testid=sentence]").TextContent);
    }

    [Fact]
    public void Days_without_an_opinion_are_said_to_be_so() =>
        Assert.Equal("2024年3月1日至3月31日，全区没有收集到意见。", Opened("?from=2024-03-01&until=2024-03-31").Find("[data-testid=sentence]").TextContent);

    [Fact]
    public async Task A_number_leads_to_its_rows_and_what_no_list_counts_leads_nowhere()
    {
        await CollectAsync(on: new DateOnly(2025, 12, 31));
        var page = Opened("?from=2025-07-01&until=2026-01-31&unit=BJ");

        Assert.Equal("/opinions?unit=BJ&measure=collected&from=2025-07-01&to=2026-01-31", page.Find("[data-testid=overview] table a").GetAttribute("href"));
        Assert.Equal(["1", "1"], page.FindAll("[data-testid=balance] .pier .num").Where(number => number.TextContent.StartsWith('1')).Select(number => number.TextContent[..1]));
        Assert.Equal("/opinions?unit=BJ&measure=collected&from=2025-07-01&to=2026-01-31", Assert.Single(page.FindAll("[data-testid=balance] .pier a")).GetAttribute("href"));
        Assert.Equal("/opinions?unit=BJ&measure=collected&from=2025-12-01&to=2025-12-31", page.Find("[data-testid=months] table a").GetAttribute("href"));
    }

    [Fact]
    public async Task Every_dotted_label_says_what_it_means_and_all_meanings_are_printed_at_the_end()
    {
        await CollectAsync();
        var page = Opened();
        var ends = page.FindAll("#terms dt").Select(term => term.TextContent).ToHashSet();

        Assert.All(page.FindAll(".definition"), label =>
        {
            Assert.True(label.QuerySelector(".pop")!.TextContent.Length > label.QuerySelector(".def")!.TextContent.Length + 3);
            Assert.Contains(label.QuerySelector(".def")!.TextContent, ends);
        });
        Assert.Contains("答复÷转交。", page.Find("#terms").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_table_is_named_and_has_a_cell_for_each_head()
    {
        await CollectAsync();
        var page = Opened();
        var tables = page.FindAll("table.stat");

        Assert.True(tables.Count > 10);
        Assert.Equal(tables.Count, page.FindAll(".stat-scroll").Select(region => region.GetAttribute("aria-label")).Distinct().Count());
        Assert.All(tables, table => Assert.All(table.QuerySelectorAll("tbody tr"), row =>
            Assert.Equal(table.QuerySelectorAll("thead th:not([scope=colgroup])").Length, row.Children.Length)));
    }

    [Fact]
    public void The_days_compared_are_said() =>
        Assert.Contains("上年同期是2025年1月1日至3月2日。", Opened().Find("[data-testid=overview]").TextContent, StringComparison.Ordinal);

    [Fact]
    public void Days_that_cannot_be_are_said_and_this_year_is_shown()
    {
        var page = Opened("?from=2026-03-02&until=2026-03-01");

        Assert.Equal("截止日期早于开始日期，请重新选择。这里列的是今年以来。", page.Find("[data-testid=ignored]").TextContent);
        Assert.Equal(("2026-01-01", "2026-03-02"), (page.Find("[data-testid=from]").GetAttribute("value"), page.Find("[data-testid=until]").GetAttribute("value")));
    }

    [Fact]
    public void What_the_form_hands_in_becomes_the_one_address()
    {
        Opened("?from=2026-01-01&until=2026-02-01&part=station.BJ02");

        Assert.Equal("/statistics?from=2026-01-01&until=2026-02-01&station=BJ02", new Uri(The<NavigationManager>().Uri).PathAndQuery);
    }

    [Fact]
    public void A_unit_is_offered_its_own_and_nothing_else()
    {
        IsSeenBy(new Rights([new Holding(Role.UnitStaff, Reach.OfStations(District.BajiaoHome.Id, District.BajiaoStation.Id))]));
        var page = Opened();

        Assert.Equal(["八角街道", "八角街道　八角代表之家", "八角街道　古城南路联络站"], page.FindAll("[data-testid=part] option").Select(option => option.TextContent));
        Assert.DoesNotContain("首钢", page.Markup, StringComparison.Ordinal);
    }

    private IRenderedComponent<StatisticsPage> Opened(string query = "")
    {
        The<NavigationManager>().NavigateTo(Addresses.StatisticsPattern + query);
        return Render<StatisticsPage>();
    }
}
