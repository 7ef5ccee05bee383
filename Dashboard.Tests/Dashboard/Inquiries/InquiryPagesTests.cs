using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Deputies;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Reports;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Inquiries;

public sealed class InquiryPagesTests : DashboardTestContext
{
    private readonly IRenderedComponent<MudDialogProvider> _dialogs;

    public InquiryPagesTests()
    {
        Services.AddInquiries();
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        _dialogs = Render<MudDialogProvider>();
    }

    private Rights Own => new([new Holding(Role.Deputy, Reach.OfDeputy(District.Gu.Id))]);

    private Rights OwnAndOffice => new([new Holding(Role.LiaisonOffice, Reach.All), new Holding(Role.Deputy, Reach.OfDeputy(District.Gu.Id))]);

    private Rights OwnAndStaff => new([new Holding(Role.UnitStaff, Reach.OfStations(District.BajiaoHome.Id)), new Holding(Role.Deputy, Reach.OfDeputy(District.Gu.Id))]);

    [Fact]
    public async Task A_question_is_taken_down_in_the_dialog_and_opens()
    {
        var page = Render<InquiriesPage>();
        Assert.Contains("还没有选民询问过代表的工作", page.Markup);
        _ = page.Find("[data-testid=ask]").ClickAsync(new());
        await _dialogs.WaitForElement("[data-testid=words]").ChangeAsync(new ChangeEventArgs { Value = "您今年接待了几次？" });
        await _dialogs.Find("[data-testid=deputy]").ChangeAsync(new ChangeEventArgs { Value = "顾砚清" });
        await _dialogs.Find("[data-testid=station]").ChangeAsync(new ChangeEventArgs { Value = $"{District.BajiaoHome.Id}" });
        await _dialogs.Find("[data-testid=voter]").ChangeAsync(new ChangeEventArgs { Value = "赵小川" });
        await _dialogs.Find("[data-testid=confirm]").ClickAsync(new());

        page.WaitForAssertion(() => Assert.EndsWith("/inquiries/1", Services.GetRequiredService<NavigationManager>().Uri));
        var one = Render<InquiryPage>(parameters => parameters.Add(p => p.Id, 1));
        Assert.Equal("选民 赵**", one.Find("[data-testid=asker]").TextContent);
        Assert.DoesNotContain("赵小川", one.Markup);
        Assert.Contains("您今年接待了几次？", Render<InquiriesPage>().Find("[data-testid=inquiry-1]").TextContent);
    }

    [Fact]
    public async Task Staff_answer_for_the_deputy_tell_the_voter_and_take_down_what_is_asked_further()
    {
        await AskAsync();
        var page = Render<InquiryPage>(parameters => parameters.Add(p => p.Id, 1));
        Assert.Equal(["act-Answered"], ActsOf(page));

        await ActAsync(page, InquiryAct.Answered, "三次。");
        page.WaitForAssertion(() => Assert.Equal(["act-Told", "act-AskedAgain"], ActsOf(page)));
        Assert.Contains("联络室值班（代顾砚清代表）", page.Find("[data-testid=steps]").TextContent);

        await ActAsync(page, InquiryAct.Told, "打电话告诉了选民。");
        page.WaitForAssertion(() => Assert.Equal(["act-AskedAgain"], ActsOf(page)));

        await ActAsync(page, InquiryAct.AskedAgain, "哪三次？");
        page.WaitForAssertion(() => Assert.Equal(["act-Answered"], ActsOf(page)));
    }

    [Fact]
    public async Task Who_asked_is_shown_on_one_open_page_for_a_reason()
    {
        await AskAsync();
        var page = Render<InquiryPage>(parameters => parameters.Add(p => p.Id, 1));
        _ = page.Find("[data-testid=reveal]").ClickAsync(new());
        await _dialogs.WaitForElement("[data-testid=why]").ChangeAsync(new ChangeEventArgs { Value = "告知选民" });
        await _dialogs.Find("[data-testid=confirm]").ClickAsync(new());

        page.WaitForAssertion(() => Assert.StartsWith("赵小川　13800007788", page.Find("[data-testid=revealed] p").TextContent));
        Assert.DoesNotContain("13800007788", Render<InquiryPage>(parameters => parameters.Add(p => p.Id, 1)).Markup);
    }

    [Fact]
    public async Task The_deputy_answers_on_the_own_page_and_nothing_on_it_tells_who_asked()
    {
        await AskAsync("我是赵小川，您今年接待了几次？");
        IsSeenBy(Own, "顾砚清");
        var list = Render<MyInquiriesPage>();
        Assert.Equal("有1条等您答复", list.Find("[data-testid=sentence]").TextContent);
        var page = Render<MyInquiryPage>(parameters => parameters.Add(p => p.Id, 1));
        NothingOf(list.Markup);
        NothingOf(page.Markup);

        await page.Find("[data-testid=answer]").ChangeAsync(new ChangeEventArgs { Value = "接待了三次。" });
        await page.Find("[data-testid=confirm]").ClickAsync(new());

        page.WaitForElement("[data-testid=answered]");
        NothingOf(page.Markup);
        IsSeenBy(Rights.OfTheHouse);
        await The<InquiryDesk>().TellAsync(new SeenInquiry(1, 1), "打13800007788告诉了赵女士。", Today);
        IsSeenBy(Own, "顾砚清");
        var told = Render<MyInquiryPage>(parameters => parameters.Add(p => p.Id, 1));
        Assert.Contains("家站告诉了选民", told.Markup);
        NothingOf(told.Markup);
        NothingOf(Render<MyInquiriesPage>().Markup);
    }

    [Fact]
    public async Task A_deputy_who_is_also_staff_reads_the_own_inquiry_there_without_who_asked_and_does_not_tell()
    {
        await AskAsync("我是赵小川，您今年接待了几次？");
        await The<InquiryDesk>().AnswerAsync(new SeenInquiry(1, 0), "三次。", Today);
        IsSeenBy(OwnAndStaff, "顾砚清");

        var page = Render<InquiryPage>(parameters => parameters.Add(p => p.Id, 1));

        NothingOf(page.Markup);
        NothingOf(Render<InquiriesPage>().Markup);
        Assert.Equal("按第七条，不显示是谁问的", page.Find("[data-testid=asker]").TextContent);
        Assert.Empty(page.FindAll("[data-testid=reveal]"));
        Assert.Empty(ActsOf(page));
    }

    [Fact]
    public async Task The_deputys_first_page_says_that_voters_ask()
    {
        await AskAsync();
        IsSeenBy(Own, "顾砚清");

        var page = Render<DeputyPage>();

        Assert.Contains("1条等答复", page.Find("[data-testid=inquiries-waiting]").TextContent);
        Assert.EndsWith("/my/inquiries", page.Find("[data-testid=inquiries-waiting] a").GetAttribute("href"));
    }

    [Fact]
    public async Task What_others_do_meanwhile_shows_by_itself_on_every_open_page()
    {
        var id = await AskAsync();
        var (list, one) = (Render<InquiriesPage>(), Render<InquiryPage>(parameters => parameters.Add(p => p.Id, id)));
        IsSeenBy(Own, "顾砚清");
        var (home, own) = (Render<DeputyPage>(), Render<MyInquiriesPage>());
        IsSeenBy(OwnAndOffice, "顾砚清");

        await The<InquiryDesk>().AnswerAsync(new SeenInquiry(id, 0), "三次。", Today);
        Clock.Advance(Listening.Beat);

        list.WaitForAssertion(() => Assert.StartsWith("待答复 0 条　待告知 1 条", list.Find("[data-testid=counts]").TextContent, StringComparison.Ordinal));
        one.WaitForAssertion(() => Assert.Contains("三次。", one.Find("[data-testid=steps]").TextContent));
        home.WaitForAssertion(() => Assert.Empty(home.FindAll("[data-testid=inquiries-waiting]")));
        own.WaitForAssertion(() => Assert.Equal("没有等您答复的", own.Find("[data-testid=sentence]").TextContent));
    }

    [Fact]
    public async Task Who_asked_is_erased_in_the_dialog_which_says_what_became_of_it()
    {
        await AskAsync("我是赵小川，您今年接待了几次？");
        var page = Render<InquiryPage>(parameters => parameters.Add(p => p.Id, 1));
        _ = page.Find("[data-testid=erase]").ClickAsync(new());
        await _dialogs.WaitForElement("[data-testid=reason]").ChangeAsync(new ChangeEventArgs { Value = "选民来电要求" });
        await _dialogs.Find("[data-testid=confirm]").ClickAsync(new());
        Assert.Contains("已从 1 条询问中删去", _dialogs.WaitForElement("[data-testid=erasure]").TextContent);
        await _dialogs.Find("[data-testid=close]").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Equal("选民 未留姓名", page.Find("[data-testid=asker]").TextContent));
        NothingOf(page.Markup);
        Assert.Empty(page.FindAll("[data-testid=erase], [data-testid=reveal]"));
    }

    [Fact]
    public void Who_is_no_deputy_has_no_own_inquiries() => Assert.Empty(Render<MyInquiriesPage>().FindAll("h1"));

    private static void NothingOf(string markup) => Assert.All(["赵", "13800007788", "7788"], trace => Assert.DoesNotContain(trace, markup, StringComparison.Ordinal));

    private static IEnumerable<string?> ActsOf(IRenderedComponent<InquiryPage> page) => page.FindAll("[data-testid=acts] button").Select(button => button.GetAttribute("data-testid"));

    private async Task ActAsync(IRenderedComponent<InquiryPage> page, InquiryAct act, string text)
    {
        _ = page.Find($"[data-testid=act-{act}]").ClickAsync(new());
        await _dialogs.WaitForElement($"[data-testid=dialog-{act}] [data-testid=text]").ChangeAsync(new ChangeEventArgs { Value = text });
        await _dialogs.Find("[data-testid=confirm]").ClickAsync(new());
        _dialogs.WaitForAssertion(() => Assert.Empty(_dialogs.FindAll($"[data-testid=dialog-{act}]")));
    }

    private Task<int> AskAsync(string words = "您今年接待了几次？") => The<InquiryDesk>().AskAsync(
        new InquiryForm { StationId = District.BajiaoHome.Id, DeputyId = District.Gu.Id, On = Today, Words = words, VoterName = "赵小川", VoterPhone = "13800007788" });
}
