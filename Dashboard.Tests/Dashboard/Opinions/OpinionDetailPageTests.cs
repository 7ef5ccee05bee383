using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;
using MudBlazor;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Opinions;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Opinions;

/// <summary>The page of one opinion and its dialogs, as a clerk uses them.</summary>
public sealed class OpinionDetailPageTests : DashboardTestContext
{
    private readonly IRenderedComponent<MudPopoverProvider> _popovers;
    private readonly IRenderedComponent<MudDialogProvider> _dialogs;

    public OpinionDetailPageTests()
    {
        _popovers = Render<MudPopoverProvider>();
        _dialogs = Render<MudDialogProvider>();
    }

    [Fact]
    public async Task An_unknown_number_is_not_found()
    {
        var sent = 0;
        The<NavigationManager>().OnNotFound += (_, _) => sent++;
        Render<OpinionDetailPage>(p => p.Add(page => page.Number, "2026-BJ01-9999"));
        Assert.Equal(1, sent);
        await Task.CompletedTask;
    }

    [Fact]
    public async Task Whoever_may_not_do_what_comes_next_is_told_who_does()
    {
        IsSeenBy(new Rights([new Holding(Role.StationStaff, Reach.OfStations(District.BajiaoHome.Id))]));

        var page = await OpenedAsync();

        Assert.Equal("下一步是转交，由代表联络室、单位工作人员、人大代表办。代表不直接处理问题，选一条渠道反映上去。", page.Find("[data-testid=next-is-others]").TextContent);
        Assert.Empty(page.FindAll("[data-testid=act-Forward]"));
    }

    [Fact]
    public async Task What_is_not_allowed_yet_is_said_in_words()
    {
        var page = await OpenedAsync();

        Assert.NotNull(page.Find("[data-testid=act-Forward].go"));
        Assert.Contains("这件意见还没有转交，不能反馈选民。", page.Find("[data-testid=refused]").TextContent);
        Assert.Empty(page.FindAll("[data-testid=act-FeedBack]"));
    }

    [Fact]
    public async Task A_voter_is_shown_masked()
    {
        await The<OpinionDesk>().CollectAsync(
            new CollectForm { StationId = District.BajiaoHome.Id, Words = "路灯不亮", On = Today, Voters = [new VoterForm { Name = "张小明", Phone = "138 0000 0058" }] }, Guid.NewGuid());

        var page = Render<OpinionDetailPage>(p => p.Add(x => x.Number, "2026-BJ01-0001"));

        Assert.Contains("张** 138****0058", page.Find("[data-testid=words]").TextContent);
        Assert.DoesNotContain("13800000058", page.Markup);
    }

    [Fact]
    public async Task A_voter_is_told_in_full_for_a_reason_and_only_on_this_page()
    {
        await SpokenAsync();
        var page = Render<OpinionDetailPage>(p => p.Add(x => x.Number, "2026-BJ01-0001"));
        page.Find("[data-testid=reveal]").Click(); // its handler waits until the dialog is closed
        _dialogs.WaitForElement("[data-testid=dialog-reveal]");

        await ConfirmAsync();
        Assert.Contains("请写明为什么要看。", _dialogs.Find(".told").TextContent);
        await PickAsync("why-1");
        await ConfirmAsync();

        page.WaitForAssertion(() => Assert.Contains("张小明　10000000058　古城社区", page.Find("[data-testid=revealed]").TextContent));
        Assert.Empty(page.FindAll("[data-testid=reveal]"));
        Assert.DoesNotContain("10000000058", Render<OpinionDetailPage>(p => p.Add(x => x.Number, "2026-BJ01-0001")).Markup);
    }

    [Fact]
    public async Task The_deputy_it_is_about_sees_what_was_said_and_not_by_whom()
    {
        await SpokenAsync(about: District.Gu.Id);
        IsSeenBy(new Rights([new Holding(Role.Deputy, Reach.OfDeputy(District.Gu.Id))]), "顾砚清");

        var page = Render<OpinionDetailPage>(p => p.Add(x => x.Number, "2026-BJ01-0001"));

        Assert.Equal("按第七条，不显示是谁反映的", page.Find("[data-testid=speakers]").TextContent);
        Assert.Empty(page.FindAll("[data-testid=reveal]"));
        Assert.Empty(page.FindAll("[data-testid=act-Concern], [data-testid=act-EraseVoters]"));
        Assert.Contains("顾砚清", page.Find("[data-testid=concerned]").TextContent);
        Assert.All(new[] { "张", "0058", "古城社区" }, told => Assert.DoesNotContain(told, page.Markup, StringComparison.Ordinal));
        var detail = (await The<OpinionQueries>().DetailAsync("2026-BJ01-0001", TestContext.Current.CancellationToken))!;
        var sheets = Render<Print.HandOverSheet>(p => p.Add(sheet => sheet.Detail, detail)).Markup + Render<Print.FeedbackSheet>(p => p.Add(sheet => sheet.Detail, detail)).Markup;
        Assert.All(new[] { "张", "0058", "古城社区" }, told => Assert.DoesNotContain(told, sheets, StringComparison.Ordinal));
        Assert.Contains("按第七条，不显示是谁反映的", sheets);
    }

    [Fact]
    public async Task It_is_marked_whose_work_it_speaks_of()
    {
        var page = await OpenedAsync();
        page.Find("[data-testid=act-Concern]").Click(); // its handler waits until the dialog is closed

        _dialogs.WaitForElement("[data-testid=concerns]");
        await ConfirmAsync();
        Assert.Contains("请选择说的是哪位代表的履职。", _dialogs.Find(".told").TextContent);
        await ChangeAsync("concerns", $"{District.Gu.Id}");
        await ConfirmAsync();

        page.WaitForAssertion(() => Assert.Contains("顾砚清", page.Find("[data-testid=concerned]").TextContent));
    }

    [Fact]
    public async Task Erasing_says_what_goes_with_it_and_what_came_of_it()
    {
        await SpokenAsync();
        await SpokenAsync();
        var page = Render<OpinionDetailPage>(p => p.Add(x => x.Number, "2026-BJ01-0001"));
        page.Find("[data-testid=act-EraseVoters]").Click(); // its handler waits until the dialog is closed

        Assert.Contains("同一位选民另有 1 件意见，一并删去：2026-BJ01-0002", _dialogs.WaitForElement("[data-testid=others]").TextContent);
        await ChangeAsync("reason", "选民来电要求。");
        await ConfirmAsync();
        Assert.Contains("已从 2 件意见中删去选民的个人信息。", _dialogs.WaitForElement("[data-testid=erasure]").TextContent);
        await _dialogs.Find("[data-testid=close]").ClickAsync();

        page.WaitForAssertion(() => Assert.Equal("个人信息已于2026年3月2日删去", page.Find("[data-testid=speakers]").TextContent));
        Assert.Empty(page.FindAll("[data-testid=reveal]"));
    }

    [Fact]
    public async Task A_number_that_need_not_be_taken_down_is_said_while_it_is_typed()
    {
        var page = await OpenedAsync();
        page.Find("[data-testid=act-Explain]").Click(); // its handler waits until the dialog is closed

        await Field("explanation").InputAsync(new ChangeEventArgs { Value = "身份证110101190001010014" });

        Assert.Equal("像是身份证号：1101**********0014。不必记的请删去，照样能存。", Field("explanation-number-hint").TextContent);
        await Field("explanation").InputAsync(new ChangeEventArgs { Value = "已经在修。" });
        Assert.Equal("", Field("explanation-number-hint").TextContent);
    }

    [Fact]
    public async Task An_opinion_is_forwarded_answered_and_fed_back()
    {
        var page = await OpenedAsync();

        await ActAsync(page, OpinionAct.Forward, async () => await ChangeAsync("lead-organ", "区城市管理委"));
        await ActAsync(page, OpinionAct.Answer, async () =>
        {
            await PickAsync("outcome-Planned");
            await ChangeAsync("text", "列入明年计划。");
        });
        await ActAsync(page, OpinionAct.FeedBack, async () =>
        {
            await PickAsync("means-Telephone");
            await ChangeAsync("by", "顾砚清");
            await ChangeAsync("explanation", "今年的钱排满了，明年办。");
            await PickAsync("rating-Satisfied");
        });

        Assert.Contains("已告知选民", page.Find("[data-testid=feedback-clock]").TextContent);
        Assert.Contains("顾砚清电话告知选民。解释说明：今年的钱排满了，明年办。　选民评价：满意", page.Find("[data-testid=timeline]").TextContent);
    }

    [Fact]
    public async Task A_broken_rule_is_said_in_the_dialog_and_what_was_typed_stays()
    {
        var page = await OpenedAsync();
        page.Find("[data-testid=act-Explain]").Click(); // its handler waits until the dialog is closed
        await ChangeAsync("on", "2026-02-01");
        await ChangeAsync("explanation", "已经在修。");

        await ConfirmAsync();

        Assert.Contains("日期不能早于收集日期2026-03-02。", _dialogs.Find(".told").TextContent);
        Assert.Equal("已经在修。", _dialogs.Find("[data-testid=explanation]").GetAttribute("value"));
    }

    [Fact]
    public async Task Whoever_acts_on_an_older_state_is_told_and_can_go_on_from_the_new_one()
    {
        var page = await OpenedAsync();
        page.Find("[data-testid=act-Explain]").Click(); // its handler waits until the dialog is closed
        await ChangeAsync("explanation", "已经在修。");
        await The<OpinionDesk>().CategoriseAsync(new Seen(1, 1, Guid.NewGuid()), District.Transport.Id);

        await ConfirmAsync();
        Assert.Contains("这件意见有了新的办理", _dialogs.Find(".told").TextContent);
        page.WaitForAssertion(() => Assert.Contains("类别：未归类 → 交通运输", page.Find("[data-testid=timeline]").TextContent));
        Assert.Equal("已经在修。", _dialogs.Find("[data-testid=explanation]").GetAttribute("value"));

        await ConfirmAsync();
        page.WaitForAssertion(() => Assert.Contains("已经在修。", page.Find("[data-testid=timeline]").TextContent));
    }

    [Fact]
    public async Task A_day_taken_away_leaves_the_day_before_it()
    {
        var page = await OpenedAsync();
        page.Find("[data-testid=act-Explain]").Click(); // its handler waits until the dialog is closed
        await ChangeAsync("on", "2026-03-03");

        await ChangeAsync("on", "");

        Assert.Equal("2026-03-03", _dialogs.Find("[data-testid=on]").GetAttribute("value"));
    }

    [Fact]
    public async Task The_day_of_the_meeting_is_the_one_shown()
    {
        var page = await OpenedAsync();
        await ActAsync(page, OpinionAct.Forward, async () =>
        {
            await PickAsync("channel-CommitteeMeeting");
            await ChangeAsync("topic", "听取物业管理情况的报告");
        });

        Assert.Contains("常委会会议，听取物业管理情况的报告", page.Markup);
    }

    [Fact]
    public async Task The_lead_s_words_are_seen_before_merging()
    {
        await CollectAsync("同一盏路灯");
        var page = await OpenedAsync();
        page.Find("[data-testid=act-Merge]").Click(); // its handler waits until the dialog is closed

        await ChangeAsync("lead", " 2026-bj01-0001 ");
        Assert.Contains("同一盏路灯", _dialogs.Find("[data-testid=lead-words]").TextContent);
        await ChangeAsync("reason", "说的是同一处。");
        await ConfirmAsync();

        page.WaitForAssertion(() => Assert.Contains("已并入", page.Markup));
        Assert.NotNull(page.Find("[data-testid=act-Unmerge]"));
    }

    [Fact]
    public async Task The_way_back_leads_to_the_list_as_it_was()
    {
        await CollectAsync("第一件");
        await CollectAsync("第二件");
        The<NavigationManager>().NavigateTo("/opinions/2026-BJ01-0001?list=%3Fyear%3D2026%26sort%3Doldest&place=1");

        var page = Render<OpinionDetailPage>(p => p.Add(x => x.Number, "2026-BJ01-0001"));

        Assert.Equal("/opinions?year=2026&sort=oldest", page.Find("[data-testid=back]").GetAttribute("href"));
        Assert.StartsWith("/opinions/2026-BJ01-0002?", page.Find("[data-testid=after]").GetAttribute("href"));
    }

    [Fact]
    public async Task Who_went_on_to_the_next_page_of_a_list_comes_back_to_that_page()
    {
        for (var place = 1; place <= 26; place++)
        {
            await CollectAsync($"第{place}件");
        }

        The<NavigationManager>().NavigateTo("/opinions/2026-BJ01-0026?list=%3Fsort%3Doldest&place=26");
        var page = Render<OpinionDetailPage>(p => p.Add(x => x.Number, "2026-BJ01-0026"));

        Assert.Equal("/opinions?sort=oldest&page=2", page.Find("[data-testid=back]").GetAttribute("href"));
    }

    [Theory]
    [InlineData("/chasing?by=deputy", "回到催办")]
    [InlineData("//elsewhere.example", null)]
    [InlineData("/accounts/nobody", null)]
    public async Task Opened_from_another_room_a_way_leads_back_to_it_and_to_no_other_place(string from, string? said)
    {
        await CollectAsync();
        The<NavigationManager>().NavigateTo($"/opinions/2026-BJ01-0001?from={Uri.EscapeDataString(from)}");

        var page = Render<OpinionDetailPage>(p => p.Add(x => x.Number, "2026-BJ01-0001"));

        Assert.Equal(said is null ? [] : [(said, from)], page.FindAll("[data-testid=back-to]").Select(link => (link.TextContent, link.GetAttribute("href")!)));
    }

    [Fact]
    public async Task What_can_be_taken_back_is_offered_to_be_for_a_while_by_its_own_dialog()
    {
        var offers = Render<MudSnackbarProvider>();
        var page = await OpenedAsync();
        await ActAsync(page, OpinionAct.Forward, async () => await ChangeAsync("lead-organ", "区城市管理委"));
        offers.WaitForElement("button.mud-snackbar-action-button, .mud-snackbar-content-action button").Click(); // its handler waits until the dialog is closed

        Assert.NotNull(_dialogs.WaitForElement("[data-testid=dialog-Withdraw]"));
    }

    public static TheoryData<OpinionAct> Acts => [.. ActWording.Offered];

    [Theory]
    [MemberData(nameof(Acts))]
    public async Task Every_act_has_a_dialog_that_opens(OpinionAct act)
    {
        await CollectAsync();
        var detail = (await The<OpinionQueries>().DetailAsync("2026-BJ01-0001", TestContext.Current.CancellationToken))!;

        await _dialogs.InvokeAsync(() => Opinions.Acts.ActDialogs.OpenAsync(The<IDialogService>(), act, new Opinions.Acts.AtHand(detail, () => Task.FromResult(detail))));

        _dialogs.WaitForAssertion(() => Assert.NotNull(_dialogs.Find($"[data-testid=dialog-{act}]")));
        Assert.NotNull(_dialogs.Find("[data-testid=confirm]"));
    }

    private Task<CollectedOpinion> SpokenAsync(int? about = null) => The<OpinionDesk>().CollectAsync(
        new CollectForm
        {
            StationId = District.BajiaoHome.Id,
            Words = "我是张小明，代表没来接待。",
            On = Today,
            DeputyIds = [District.Gu.Id],
            ConcernsDeputyId = about,
            Voters = [new VoterForm { Name = "张小明", Phone = "10000000058", Community = "古城社区" }],
        },
        Guid.NewGuid());

    private async Task<IRenderedComponent<OpinionDetailPage>> OpenedAsync()
    {
        await CollectAsync();
        var number = $"2026-BJ01-{(await The<OpinionQueries>().CountAsync(new OpinionFilter(), TestContext.Current.CancellationToken)):0000}";
        return Render<OpinionDetailPage>(p => p.Add(page => page.Number, number));
    }

    private async Task ActAsync(IRenderedComponent<OpinionDetailPage> page, OpinionAct act, Func<Task> fill)
    {
        page.WaitForElement($"[data-testid=act-{act}]");
        page.Find($"[data-testid=act-{act}]").Click(); // its handler waits until the dialog is closed
        _dialogs.WaitForElement($"[data-testid=dialog-{act}] input, [data-testid=dialog-{act}] textarea");
        await fill();
        await ConfirmAsync();
        _dialogs.WaitForAssertion(() => Assert.Empty(_dialogs.FindAll("[data-testid=confirm]")));
        page.WaitForAssertion(() => Assert.Empty(page.FindAll($"[data-testid=act-{act}].go")));
    }

    private Task ChangeAsync(string field, string value) => Field(field).ChangeAsync(new ChangeEventArgs { Value = value });

    private Task PickAsync(string choice) => Field(choice).ChangeAsync(new ChangeEventArgs { Value = choice });

    private Task ConfirmAsync() => _dialogs.Find("[data-testid=confirm]").ClickAsync();

    private IElement Field(string name) => _dialogs.WaitForElement($"[data-testid={name}]");
}
