using Bunit;
using Microsoft.AspNetCore.Components;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Plans;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Opinions;

public sealed class OpinionListPageTests : DashboardTestContext
{
    [Fact]
    public async Task An_empty_list_says_what_to_do_next()
    {
        var page = await ListAsync("");
        Assert.Contains("还没有意见", page.Markup);
    }

    [Fact]
    public async Task Two_Chinese_characters_find_an_opinion()
    {
        await CollectAsync("楼道的路灯不亮");
        await CollectAsync("暖气不热");

        var page = await ListAsync("?q=暖气");

        Assert.Equal("1", page.Find("[data-testid=total]").TextContent);
        Assert.Contains("暖气不热", page.Find("tbody").TextContent);
    }

    [Fact]
    public async Task Tabs_count_what_their_measure_counts_and_lead_to_it()
    {
        await ForwardedAsync();
        await CollectAsync();

        var page = await ListAsync("?station=BJ01");

        Assert.Equal("待转交1", page.Find("[data-testid=tab-to-forward]").TextContent);
        Assert.Equal("待答复1", page.Find("[data-testid=tab-awaiting-answer]").TextContent);
        Assert.Equal("/opinions?station=BJ01&measure=to-forward", page.Find("[data-testid=tab-to-forward]").GetAttribute("href"));
    }

    [Fact]
    public async Task A_chip_takes_its_own_filter_away_and_keeps_the_others()
    {
        await CollectAsync();
        var page = await ListAsync("?year=2026&unit=BJ");
        Assert.Equal("/opinions?year=2026", page.Find("[data-testid=chip-单位] a").GetAttribute("href"));
    }

    [Fact]
    public async Task A_filter_chosen_goes_to_its_address_and_the_list_follows()
    {
        await CollectAsync();
        var page = await ListAsync("");

        await page.Find("[data-testid=filter-station]").ChangeAsync(new ChangeEventArgs { Value = "SG01" });

        Assert.EndsWith("/opinions?station=SG01", The<NavigationManager>().Uri);
        page.WaitForAssertion(() => Assert.Contains("没有符合这些条件的意见", page.Markup));
    }

    [Fact]
    public async Task What_the_address_says_wrongly_is_said_and_does_not_stop_the_list()
    {
        await CollectAsync();
        var page = await ListAsync("?year=abc&station=NIX");

        Assert.Contains("年度“abc”、家站“NIX”", page.Find("[data-testid=ignored]").TextContent);
        Assert.Equal("1", page.Find("[data-testid=total]").TextContent);
    }

    [Fact]
    public async Task A_page_behind_the_last_shows_the_last()
    {
        await CollectAsync();
        var page = await ListAsync("?page=9");
        Assert.Single(page.FindAll("tbody tr"));
    }

    [Fact]
    public async Task What_is_ticked_on_two_pages_is_put_under_a_topic_at_once_and_the_list_says_how_many()
    {
        var topic = new Topic("加装电梯", TopicKind.Supervision, 2026, "");
        await using (var db = Database.CreateDbContext())
        {
            db.Add(topic);
            await db.SaveChangesAsync(Xunit.TestContext.Current.CancellationToken);
        }

        for (var place = 1; place <= 26; place++)
        {
            await CollectAsync($"第{place}件");
        }

        var page = await ListAsync("?size=25&sort=oldest");
        await page.Find("[data-testid=pick-2026-BJ01-0001]").ChangeAsync(new ChangeEventArgs { Value = true });
        The<NavigationManager>().NavigateTo("/opinions?size=25&sort=oldest&page=2");
        page.WaitForElement("[data-testid=pick-2026-BJ01-0026]").Change(true);
        Assert.Equal("选了 2 件", page.WaitForElement("[data-testid=picked]").TextContent);

        await page.Find("[data-testid=into]").ChangeAsync(new ChangeEventArgs { Value = $"{topic.Id}" });
        await page.Find("[data-testid=put]").ClickAsync(new());

        Assert.Contains("归入“加装电梯”的有 2 件。", page.WaitForElement("[data-testid=outcome]").TextContent);
        Assert.Empty(page.FindAll("[data-testid=picked]"));
        await using (var db = Database.CreateDbContext())
        {
            Assert.Equal(["2026-BJ01-0001", "2026-BJ01-0026"], db.Opinions.Where(opinion => opinion.TopicId != null).OrderBy(opinion => opinion.Id).Select(opinion => opinion.Number));
        }
    }

    [Fact]
    public async Task Who_puts_nothing_in_order_finds_nothing_to_tick()
    {
        await CollectAsync();
        IsSeenBy(new Rights([new Holding(Role.Deputy, Reach.OfDeputy(District.Gu.Id))]), "顾砚清");

        Assert.Empty((await ListAsync("")).FindAll("[data-testid=pick-bar], .tick"));
    }

    [Fact]
    public async Task A_row_shows_the_one_clock_that_runs()
    {
        await ForwardedAsync(on: Today.AddDays(-33));
        await CollectAsync(on: Today.AddDays(-2));

        var page = await ListAsync("?sort=oldest");

        var rows = page.FindAll("tbody tr");
        Assert.Contains("逾期 3 天", rows[0].TextContent);
        Assert.Contains("待转交 2 天", rows[1].TextContent);
        Assert.Contains("尚未交办，不计答复期限", rows[1].TextContent);
    }

    private async Task ForwardedAsync(DateOnly? on = null)
    {
        var seen = await CollectAsync("停车难", on);
        await The<OpinionDesk>().ForwardAsync(seen, new ForwardForm { On = on ?? Today, Handlers = new HandlersForm { LeadOrganId = District.UrbanManagement.Id } });
    }

    private async Task<IRenderedComponent<OpinionListPage>> ListAsync(string query)
    {
        The<NavigationManager>().NavigateTo($"/opinions{query}");
        var page = Render<OpinionListPage>();
        await page.WaitForAssertionAsync(() => Assert.NotEqual("", page.Find("[data-testid=total]").TextContent));
        return page;
    }
}
