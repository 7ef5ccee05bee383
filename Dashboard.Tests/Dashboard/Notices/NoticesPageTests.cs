using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using MudBlazor;
using VoterLiaison.Dashboard.Opinions;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Notices;

/// <summary>Publishing and withdrawing on the screens of the office.</summary>
public sealed class NoticesPageTests : DashboardTestContext
{
    private readonly IRenderedComponent<MudDialogProvider> _dialogs;

    public NoticesPageTests()
    {
        Services.AddNotices();
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        _dialogs = Render<MudDialogProvider>();
    }

    [Fact]
    public async Task From_an_answered_opinion_it_is_written_published_listed_and_withdrawn()
    {
        var number = await AnsweredAsync();
        var opinion = Render<OpinionDetailPage>(parameters => parameters.Add(page => page.Number, number));
        Assert.Equal(Addresses.NoticeOf(number), opinion.Find("[data-testid=write-notice]").GetAttribute("href"));

        var page = Render<NoticeWritingPage>(parameters => parameters.Add(one => one.Number, number));
        Assert.DoesNotContain("路灯不亮", page.Markup);
        await page.Find("[data-testid=title]").ChangeAsync(new ChangeEventArgs { Value = "路灯修好了" });
        await page.Find("[data-testid=publish]").ClickAsync(new());
        Assert.Contains("“反映的问题”还只有开头", page.Find("[role=alert]").TextContent);
        await page.Find("[data-testid=asked]").ChangeAsync(new ChangeEventArgs { Value = "北路西口夜里没有灯。" });
        await page.Find("[data-testid=done]").ChangeAsync(new ChangeEventArgs { Value = "已经修复。" });
        Assert.Contains("北路西口夜里没有灯。", page.Find("[data-testid=preview]").TextContent);
        await page.Find("[data-testid=publish]").ClickAsync(new());
        Assert.EndsWith(Addresses.NoticesPattern, The<NavigationManager>().Uri, StringComparison.Ordinal);

        var list = Render<NoticesPage>();
        list.WaitForAssertion(() => Assert.Contains("路灯修好了", list.Find("[data-testid=notice]").TextContent));
        Assert.Contains("已在2026年3月2日公示", Render<NoticeWritingPage>(parameters => parameters.Add(one => one.Number, number)).Find("[data-testid=already]").TextContent);
        _ = list.Find("[data-testid=withdraw]").ClickAsync(new());
        await _dialogs.WaitForElement("[data-testid=reason]").ChangeAsync(new ChangeEventArgs { Value = "写得不清楚。" });
        await _dialogs.Find("[data-testid=confirm]").ClickAsync(new());
        list.WaitForAssertion(() => Assert.Equal("已撤下1", list.Find("[data-testid=tab-withdrawn]").TextContent));
        Assert.Contains("还没有公示", list.Markup);
    }

    [Fact]
    public async Task Who_may_not_publish_is_not_led_there_and_what_has_no_answer_says_why()
    {
        var number = await AnsweredAsync();
        IsSeenBy(new Rights([new Holding(Role.StationStaff, Reach.All)]));
        Assert.Empty(Render<OpinionDetailPage>(parameters => parameters.Add(page => page.Number, number)).FindAll("[data-testid=write-notice]"));

        IsSeenBy(Rights.OfTheHouse);
        var open = await CollectAsync();
        await using var db = Database.CreateDbContext();
        var unanswered = await db.Opinions.Where(opinion => opinion.Id == open.OpinionId).Select(opinion => opinion.Number).SingleAsync(Xunit.TestContext.Current.CancellationToken);
        Assert.Contains("还没有答复或者解释", Render<NoticeWritingPage>(parameters => parameters.Add(one => one.Number, unanswered)).Find("[data-testid=not-now]").TextContent);
    }

    private async Task<string> AnsweredAsync()
    {
        var desk = The<OpinionDesk>();
        var seen = await desk.ForwardedAsync(await CollectAsync(), District, Today);
        await desk.AnsweredAsync(seen, Today);
        await using var db = Database.CreateDbContext();
        return await db.Opinions.Where(opinion => opinion.Id == seen.OpinionId).Select(opinion => opinion.Number).SingleAsync(Xunit.TestContext.Current.CancellationToken);
    }
}
