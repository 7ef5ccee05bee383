using Bunit;
using Microsoft.AspNetCore.Components;
using VoterLiaison.Dashboard.Chasing.Print;
using VoterLiaison.Dashboard.Opinions;
using VoterLiaison.Dashboard.Overview;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Chasing;

public sealed class ChasingPageTests : DashboardTestContext
{
    public ChasingPageTests() => SetRendererInfo(new RendererInfo("Server", isInteractive: true));

    [Fact]
    public async Task Nothing_owed_says_so()
    {
        Assert.Contains("没有等答复而将到期或逾期的意见", (await OpenAsync("")).Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_click_reminds_of_all_that_are_ticked_and_the_refused_ones_keep_their_tick()
    {
        await OverdueAsync(3);
        var page = await OpenAsync("");
        await The<ChaseDesk>().UrgeAsync([await IdAsync("2026-BJ01-0002")], "", Guid.NewGuid()); // by somebody else meanwhile

        await page.Find("[data-testid=pick-all]").ChangeAsync(new ChangeEventArgs { Value = true });
        Assert.Equal("催办选中的 3 件", page.Find("[data-testid=urge]").TextContent);
        await page.Find("[data-testid=urge]").ClickAsync(new());

        Assert.Equal("催办了 2 件，1 件没有催办：2026-BJ01-0002（4月2日已经催办过，同一天不重复催办）", string.Concat(page.Find("[data-testid=outcome]").TextContent.Split('\n').Select(line => line.Trim())));
        Assert.Equal("/opinions/2026-BJ01-0002", page.Find("[data-testid=outcome] a").GetAttribute("href"));
        Assert.Equal([false, true, false], Enumerable.Range(1, 3).Select(place => page.Find($"[data-testid=pick-2026-BJ01-000{place}]").HasAttribute("checked")));
        Assert.Contains("催办 1 次，最近 2026-04-02", page.Find("[data-testid=due-2026-BJ01-0001]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_groups_tick_takes_its_own_rows()
    {
        await OverdueAsync(2);
        var page = await OpenAsync("?urgency=overdue");

        await page.Find($"[data-testid=pick-group-Organ-{District.UrbanManagement.Id}]").ChangeAsync(new ChangeEventArgs { Value = true });

        Assert.Equal("催办选中的 2 件", page.Find("[data-testid=urge]").TextContent);
    }

    [Fact]
    public async Task The_overdue_number_leads_to_the_rows_of_all_years()
    {
        await OverdueAsync(1);

        Assert.Equal("/opinions?measure=overdue", (await OpenAsync("")).Find("[data-testid=overdue-rows]").GetAttribute("href"));
    }

    [Theory]
    [InlineData("?tab=supervised", "没有重点督办件")]
    [InlineData("?tab=promises", "没有约定回看的")]
    [InlineData("?tab=silence", "登记以来没有接待过")]
    [InlineData("?by=deputy", "没有等反馈而将到期或逾期的意见")]
    [InlineData("?tab=nonsense&page=x", "没有等答复而将到期或逾期的意见")]
    public async Task Each_list_has_its_address(string query, string sentence) => Assert.Contains(sentence, (await OpenAsync(query)).Markup, StringComparison.Ordinal);

    [Fact]
    public async Task The_letter_to_an_organ_says_to_whom_by_whom_and_what_is_how_late()
    {
        await OverdueAsync(1);

        var paper = Render<OrganChasePrintPage>(page => page.Add(p => p.Id, District.UrbanManagement.Id));

        Assert.Equal("意见建议催办单", paper.Find("h1").TextContent);
        Assert.Equal(["发往：区城市管理委员会", "发出：石景山区人大常委会代表联络室", "日期：2026年4月2日"], paper.FindAll(".line span").Select(span => span.TextContent));
        Assert.Equal(["1", "2026-BJ01-0001", "路灯不亮", "向一府一委两院反映", "2026-03-02", "2026-04-01", "1", "0"], paper.FindAll("[data-testid=line-2026-BJ01-0001] td").Select(cell => cell.TextContent));
    }

    [Fact]
    public async Task The_board_has_one_line_for_who_may_chase_and_none_for_who_may_not()
    {
        await OverdueAsync(1);
        Assert.Equal("催办：本周到期 0 件　逾期 1 件　严重逾期 0 件　回看到期 0 件", Render<OverviewPage>().Find("[data-testid=chase-line]").TextContent);

        IsSeenBy(new Rights([new Holding(Role.StationStaff, Reach.OfStations(District.BajiaoHome.Id))]));
        Assert.Empty(Render<OverviewPage>().FindAll("[data-testid=chase-line]"));
    }

    private async Task<IRenderedComponent<ChasingPage>> OpenAsync(string query)
    {
        The<NavigationManager>().NavigateTo($"/chasing{query}");
        var page = Render<ChasingPage>();
        await page.WaitForStateAsync(() => page.Markup.Contains("tab-organ", StringComparison.Ordinal));
        return page;
    }

    private async Task OverdueAsync(int many)
    {
        for (var one = 0; one < many; one++)
        {
            await The<OpinionDesk>().ForwardedAsync(await CollectAsync(), District, Today);
        }

        Clock.Advance(TimeSpan.FromDays(31));
    }

    private async Task<int> IdAsync(string number) => (await The<OpinionQueries>().FindAsync(number))!.Id;
}
