using Bunit;
using Microsoft.AspNetCore.Components;
using MudBlazor;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Opinions;
using VoterLiaison.Domain.Opinions;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Deputies;

/// <summary>The deputy's own pages, as a deputy uses them.</summary>
public sealed class DeputyPageTests : DashboardTestContext
{
    private readonly CarriedOpinions _gus;
    private readonly OpinionDesk _desk;

    public DeputyPageTests()
    {
        _desk = The<OpinionDesk>();
        _gus = new CarriedOpinions(_desk, District, Database.CreateDbContext);
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        Render<MudPopoverProvider>();
        Render<MudDialogProvider>();
    }

    [Fact]
    public async Task The_line_goes_because_the_act_was_recorded_and_the_page_says_what_was()
    {
        var number = await _gus.NumberAsync(await _gus.AnsweredAsync(new(2026, 2, 20)));
        IsSeenBy(_gus.Deputy, "顾砚清");
        Assert.Equal("您还有1位选民在等回话", Render<DeputyPage>().Find("[data-testid=waiting]").TextContent);

        var sheet = Render<TellPage>(p => p.Add(page => page.Number, number));
        Assert.StartsWith("王女士您好，我是区人大代表顾砚清。", sheet.Find("[data-testid=said]").GetAttribute("value"));
        await sheet.Find("[data-testid=means-InPerson]").ChangeAsync(new ChangeEventArgs());
        await sheet.Find("[data-testid=confirm]").ClickAsync(new());

        Assert.EndsWith($"/my?told={number}", The<NavigationManager>().Uri);
        var home = Render<DeputyPage>();
        Assert.Equal("记下了：3月2日当面告知王女士。", home.Find("[data-testid=done]").TextContent);
        Assert.Empty(home.FindAll($"[data-testid=case-{number}]"));
        Assert.Contains("没有选民在等您回话", home.Find("[data-testid=nobody-waits]").TextContent);
    }

    [Fact]
    public async Task An_explanation_may_not_be_empty_and_nothing_chosen_is_lost()
    {
        var number = await _gus.NumberAsync(await _gus.AnsweredAsync(new(2026, 2, 20), AnswerOutcome.CannotSolveForNow));
        IsSeenBy(_gus.Deputy, "顾砚清");

        var sheet = Render<TellPage>(p => p.Add(page => page.Number, number));
        await sheet.Find("[data-testid=means-Writing]").ChangeAsync(new ChangeEventArgs());
        await sheet.Find("[data-testid=said]").ChangeAsync(new ChangeEventArgs { Value = "" });
        await sheet.Find("[data-testid=confirm]").ClickAsync(new());

        Assert.Contains("要向选民解释说明", sheet.Find(".told").TextContent);
        Assert.True(sheet.Find("[data-testid=means-Writing]").HasAttribute("checked"));
    }

    [Fact]
    public async Task What_others_do_meanwhile_shows_by_itself_on_the_page_and_in_the_open_sheet()
    {
        var seen = await _gus.AnsweredAsync(new(2026, 2, 20));
        var number = await _gus.NumberAsync(seen);
        IsSeenBy(_gus.Deputy, "顾砚清");
        var (home, sheet) = (Render<DeputyPage>(), Render<TellPage>(p => p.Add(page => page.Number, number)));
        await sheet.Find("[data-testid=said]").ChangeAsync(new ChangeEventArgs { Value = "我刚要打电话" });

        await _gus.TellAsync(seen);
        Clock.Advance(Listening.Beat);

        home.WaitForAssertion(() => Assert.Empty(home.FindAll($"[data-testid=case-{number}]")));
        sheet.WaitForAssertion(() => Assert.Contains("3月2日已经电话告知王女士", sheet.Find("[data-testid=already]").TextContent));
        Assert.Contains("我刚要打电话", sheet.Find("[data-testid=already]").TextContent);
        Assert.Empty(sheet.FindAll("[data-testid=confirm]"));
    }

    [Fact]
    public async Task Staff_act_in_the_deputys_name_and_the_page_says_so()
    {
        await _gus.ReceivesAsync();
        var number = await _gus.NumberAsync(await _gus.AnsweredAsync(new(2026, 2, 20)));

        var home = Render<DeputyPage>(p => p.Add(page => page.Code, "17-0001"));

        Assert.Contains("代顾砚清代表办理", home.Find("[data-testid=for-another]").TextContent);
        Assert.Equal($"/deputies/17-0001/tell/{number}", home.Find($"[data-testid=tell-{number}]").GetAttribute("href"));
    }

    [Fact]
    public void Whoever_is_no_deputy_has_no_such_page()
    {
        var sent = 0;
        The<NavigationManager>().OnNotFound += (_, _) => sent++;

        Render<DeputyPage>();
        Render<CollectingPage>();

        Assert.Equal(2, sent);
    }

    [Fact]
    public async Task An_opinion_is_taken_down_with_its_words_alone_and_waits_to_be_forwarded()
    {
        await _gus.ReceivesAsync();
        IsSeenBy(_gus.Deputy, "顾砚清");
        var page = Render<CollectingPage>();

        await page.Find("[data-testid=words]").ChangeAsync(new ChangeEventArgs { Value = "楼道灯坏了" });
        await page.Find("[data-testid=confirm]").ClickAsync(new());

        Assert.Equal("2026-BJ02-0001", page.Find("[data-testid=number]").TextContent);
        Assert.Contains("楼道灯坏了", Render<DeputyPage>().Find("[data-testid=forward]").TextContent);
    }
}
