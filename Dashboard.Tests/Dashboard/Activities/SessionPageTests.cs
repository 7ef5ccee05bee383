using Bunit;
using MudBlazor;
using VoterLiaison.Dashboard.Activities.Keying;
using VoterLiaison.Dashboard.Activities.Ledgers;
using VoterLiaison.Dashboard.Pictures;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Activities;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Activities;

public sealed class SessionPageTests : DashboardTestContext
{
    private readonly IRenderedComponent<MudDialogProvider> _dialogs;

    public SessionPageTests()
    {
        Services.AddActivities();
        Services.AddPictures();
        _dialogs = Render<MudDialogProvider>();
    }

    [Fact]
    public async Task What_is_keyed_at_a_session_belongs_to_it_and_ends_in_its_record()
    {
        var id = await PlanAsync();
        var page = Keying(id);
        page.Find($"[data-testid=here-{District.Tao.Id}]").Change(false);
        Assert.Contains("到了1位，1位没到", page.Find("[data-testid=who-is-here]").TextContent, StringComparison.Ordinal);

        page.Find("[data-testid=words]").Change("路灯不亮");
        await page.Find("[data-testid=confirm]").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Contains("1条还缺内容", page.Find("[data-testid=sum]").TextContent, StringComparison.Ordinal));
        Assert.Equal("1", page.Find("[data-testid=times]").GetAttribute("value"));

        _ = page.Find("[data-testid=end]").ClickAsync(new());
        _dialogs.WaitForElement("[data-testid=fills]");
        Assert.Equal("1", _dialogs.Find("[data-testid=voter-times]").GetAttribute("value"));
        Assert.False(_dialogs.Find($"[data-testid=attended-{District.Tao.Id}]").HasAttribute("checked"));
        await _dialogs.Find("[data-testid=form-Visit]").ChangeAsync(new());
        await _dialogs.Find("[data-testid=confirm]").ClickAsync(new());

        page.WaitForAssertion(() => Assert.EndsWith($"/sessions/{id}", The<Microsoft.AspNetCore.Components.NavigationManager>().Uri, StringComparison.Ordinal));
        var detail = (await The<SessionQueries>().OneAsync(id, TestContext.Current.CancellationToken))!;
        Assert.Equal((SessionStatus.Held, 1, ContactForm.Visit, "路灯不亮"), (detail.Session.Status, detail.Session.VoterTimes, detail.Session.Form, Assert.Single(detail.Opinions).Words));
    }

    [Fact]
    public async Task What_is_explained_on_the_spot_is_keyed_in_the_same_row()
    {
        var page = Keying(await PlanAsync());
        page.Find("[data-testid=words]").Change("老卡还能不能用？");
        page.Find($"[data-testid=category-{District.Transport.Code}]").Change(District.Transport.Id);
        page.Find("[data-testid=handling]").Change(nameof(Handling.Explain));
        Assert.Equal("顾砚清", page.Find("[data-testid=given-by]").GetAttribute("value"));
        page.Find("[data-testid=said]").Change("年底前都能用。");
        await page.Find("[data-testid=confirm]").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Contains("当场解释，顾砚清", page.Find("[data-testid=row-1]").TextContent, StringComparison.Ordinal));
        Assert.Contains("1条齐了", page.Find("[data-testid=sum]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_others_keyed_before_stands_above_and_a_session_to_come_takes_nothing_yet()
    {
        var id = await PlanAsync();
        await The<VoterLiaison.Dashboard.Opinions.OpinionDesk>().CollectAsync(new() { SessionId = id, StationId = District.BajiaoHome.Id, On = Today, Words = "停车难", DeputyIds = [District.Gu.Id] }, Guid.NewGuid());

        Assert.Contains("停车难", Keying(id).Find("[data-testid=row-1]").TextContent, StringComparison.Ordinal);
        Assert.Contains("接待在3月5日，那天以后再登记。", Keying(await PlanAsync(Today.AddDays(3))).Markup, StringComparison.Ordinal);
        Assert.Empty(Keying(4711).FindAll("[data-testid=words]"));
    }

    [Fact]
    public async Task The_page_says_who_entered_what_who_has_not_checked_and_what_is_not_right()
    {
        var id = await HeldAsync();
        IsSeenBy(new Rights([new Holding(Role.Deputy, Reach.OfDeputy(District.Gu.Id))]), "顾砚清");
        await The<SessionDesk>().ObjectAsync(id, District.Gu.Id, "来了八位。");
        IsSeenBy(Rights.OfTheHouse);

        var page = Render<SessionPage>(parameters => parameters.Add(p => p.Id, id));

        Assert.Equal(["登记接待", "公布"], page.FindAll("[data-testid=entry] b").Select(entry => entry.TextContent));
        Assert.Equal("2 位还没核对", page.Find("[data-testid=unconfirmed]").TextContent);
        Assert.Contains("来了八位。", page.Find("[data-testid=objection]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_correction_shows_what_was_entered_before_and_asks_why()
    {
        var id = await HeldAsync();
        var page = Render<SessionPage>(parameters => parameters.Add(p => p.Id, id));
        _ = page.Find("[data-testid=hold]").ClickAsync(new());
        Assert.Contains("到场顾砚清、陶知言，7 人次", _dialogs.WaitForElement("[data-testid=before]").TextContent, StringComparison.Ordinal);
        _dialogs.Find("[data-testid=voter-times]").Change(8);
        await _dialogs.Find("[data-testid=confirm]").ClickAsync(new());
        Assert.Contains("请写明为什么", _dialogs.Find("[role=alert]").TextContent, StringComparison.Ordinal);

        await _dialogs.Find("[data-testid=correction]").ChangeAsync(new() { Value = "漏了一位。" });
        await _dialogs.Find("[data-testid=confirm]").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Equal(["更正登记", "登记接待", "公布"], page.FindAll("[data-testid=entry] b").Select(entry => entry.TextContent)));
    }

    [Fact]
    public async Task A_deputy_checks_the_own_receptions_with_one_tap()
    {
        var id = await HeldAsync();
        IsSeenBy(new Rights([new Holding(Role.Deputy, Reach.OfDeputy(District.Gu.Id))]), "顾砚清");
        var page = Render<MySessionsPage>();

        await page.Find($"[data-testid=confirm-{id}]").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Contains("您核对无误", page.Find("[data-testid=checked]").TextContent, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("[data-testid=check]"));
        Assert.Contains("3月2日您核对过", page.Find("[data-testid=past]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_register_is_marked_as_handed_over_from_its_page()
    {
        await HeldAsync();
        The<Microsoft.AspNetCore.Components.NavigationManager>().NavigateTo(Addresses.Ledgers(new LedgerAddress(new LedgerFilter(Today, Today), LedgerTab.Register)));
        var page = Render<LedgersPage>();
        Assert.Equal(2, page.FindAll("[data-testid=ledger-row]").Count);

        _ = page.Find("[data-testid=hand-over]").ClickAsync(new());
        await _dialogs.WaitForElement("[data-testid=confirm]").ClickAsync(new());
        _dialogs.WaitForAssertion(() => Assert.Contains("标好了 1 场", _dialogs.Find("[data-testid=handed-over]").TextContent, StringComparison.Ordinal));
        await _dialogs.Find("[data-testid=close]").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Contains("都登记到活动服务系统了", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_long_in_a_ledger_stands_below_its_row_and_the_session_stands_first()
    {
        var id = await HeldAsync();
        The<Microsoft.AspNetCore.Components.NavigationManager>().NavigateTo(Addresses.Ledgers(new LedgerAddress(new LedgerFilter(Today, Today), LedgerTab.Receptions)));
        var page = Render<LedgersPage>();

        var row = Assert.Single(page.FindAll("[data-testid=ledger-row]"));
        Assert.Equal(Addresses.ContactSession(id), row.QuerySelector("tr:first-child td:first-child a")!.GetAttribute("href"));
        Assert.Equal("备注　谈了路灯。", row.QuerySelector(".below p")!.TextContent);
        Assert.DoesNotContain(page.FindAll("th"), heading => heading.TextContent is "备注" or "意见和要求（原话）");
        Assert.Single(page.FindAll("th"), heading => heading.TextContent == "记录编号");
    }

    private IRenderedComponent<ReceptionKeyingPage> Keying(int session)
    {
        The<Microsoft.AspNetCore.Components.NavigationManager>().NavigateTo(Addresses.KeyingOf(session));
        return Render<ReceptionKeyingPage>();
    }

    private Task<int> PlanAsync(DateOnly? on = null) => The<SessionDesk>().PlanAsync(HeldSession.Form(District, on));

    private async Task<int> HeldAsync()
    {
        var id = await PlanAsync();
        await The<SessionDesk>().HoldAsync(new SeenSession(id, 0), [District.Gu.Id, District.Tao.Id], 7, "谈了路灯。");
        return id;
    }
}
