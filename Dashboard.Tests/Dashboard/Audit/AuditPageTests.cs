using Bunit;
using Microsoft.AspNetCore.Components;
using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Audit;

public sealed class AuditPageTests : DashboardTestContext
{
    public AuditPageTests() => Services.AddAudit();

    [Fact]
    public async Task An_entry_shows_the_time_in_the_district_to_the_second_and_UTC_beside_it()
    {
        await Database.Store.AuditedAsync(new DateTime(2026, 3, 1, 16, 0, 1, DateTimeKind.Utc), AuditAct.OutOfReach, "意见 2026-SG01-0009", "看意见", AuditResult.Refused);

        var page = await PageAsync("");

        var time = page.Find("[data-testid=audit-1] time");
        Assert.Equal(("2026-03-02 00:00:01", "UTC 2026-03-01 16:00:01"), (time.TextContent, time.GetAttribute("title")));
        var row = page.Find("[data-testid=audit-1]").TextContent;
        Assert.All(["王静", "代表联络室", "10.0.0.7", "越权访问", "意见 2026-SG01-0009", "看意见", "拒绝"], words => Assert.Contains(words, row, StringComparison.Ordinal));
        Assert.Equal("1", page.Find("[data-testid=audit-entries]").TextContent);
        Assert.Contains("自 2026年3月2日 起　每条保留 730 天", page.Markup);
    }

    [Fact]
    public async Task An_empty_log_and_a_filter_that_finds_nothing_say_so_and_export_nothing()
    {
        var empty = await PageAsync("");
        Assert.Contains("还没有审计记录", empty.Markup);
        Assert.Empty(empty.FindAll("[data-testid=audit-export], [data-testid=audit-check]"));

        await Database.Store.AuditedAsync(1);
        var nothing = await PageAsync("?who=没有这个人");
        Assert.Contains("没有符合这些条件的记录", nothing.Markup);
        Assert.Empty(nothing.FindAll("[data-testid=audit-export]"));
    }

    [Fact]
    public async Task What_is_sought_goes_into_the_address_and_the_export_follows_it()
    {
        await Database.Store.AuditedAsync(3);
        var page = await PageAsync("?page=1");

        await page.Find("[data-testid=audit-who]").ChangeAsync(new ChangeEventArgs { Value = " 王静 " });
        await page.Find("[data-testid=audit-act]").ChangeAsync(new ChangeEventArgs { Value = "opinion-acted" });
        await page.Find("[data-testid=audit-to]").ChangeAsync(new ChangeEventArgs { Value = "2026-03-02" });
        await page.Find("form").SubmitAsync();

        Assert.EndsWith("/audit?to=2026-03-02&who=%E7%8E%8B%E9%9D%99&act=opinion-acted", The<NavigationManager>().Uri, StringComparison.Ordinal);
        await page.WaitForAssertionAsync(() => Assert.Equal(
            "/audit/export?to=2026-03-02&who=%E7%8E%8B%E9%9D%99&act=opinion-acted", page.Find("[data-testid=audit-export]").GetAttribute("href")));
        Assert.Equal("导出这 3 条", page.Find("[data-testid=audit-export]").TextContent.Trim());
    }

    [Fact]
    public async Task Fifty_make_a_page_and_one_behind_the_last_shows_the_last()
    {
        await Database.Store.AuditedAsync(51);

        Assert.Equal(50, (await PageAsync("")).FindAll("tbody tr").Count);
        var last = await PageAsync("?page=9");
        Assert.Equal("audit-1", Assert.Single(last.FindAll("tbody tr")).GetAttribute("data-testid"));
        Assert.Contains("第 51–51 条，共 51 条", last.Markup);
    }

    [Fact]
    public async Task What_the_address_says_wrongly_is_said()
    {
        await Database.Store.AuditedAsync(1);
        Assert.Contains("起始日期“昨天”", (await PageAsync("?from=昨天")).Find("[data-testid=ignored]").TextContent);
    }

    [Fact]
    public async Task The_newest_are_looked_at_at_once_and_all_when_asked()
    {
        await Database.Store.AuditedAsync(4);
        var page = await PageAsync("");
        Assert.Equal("4 条前后相接，末尾没有缺失", page.Find("[data-testid=audit-recent]").TextContent);

        await page.Find("[data-testid=audit-check]").ClickAsync(new());

        await page.WaitForAssertionAsync(() => Assert.Equal("全部 4 条前后相接，没有改动、缺失（09:00:00 核对）", page.Find("[data-testid=audit-whole]").TextContent));
    }

    [Fact]
    public async Task A_changed_entry_is_named_on_the_page()
    {
        await Database.Store.AuditedAsync(4);
        await using (var db = Database.CreateDbContext())
        {
            await db.TamperAsync("UPDATE AuditEntries SET Detail = '没有转交' WHERE Id = 2");
        }

        var page = await PageAsync("");

        Assert.Contains("发现 1 处问题", page.Find("[data-testid=audit-broken]").TextContent);
        Assert.Contains("第 2 条：内容与它的校验值不符，被改动过。", page.Find(".faults").TextContent);
    }

    private async Task<IRenderedComponent<AuditPage>> PageAsync(string query)
    {
        The<NavigationManager>().NavigateTo($"/audit{query}");
        var page = Render<AuditPage>();
        await page.WaitForAssertionAsync(() => Assert.NotEqual("", page.Find("[data-testid=audit-total]").TextContent));
        return page;
    }
}
