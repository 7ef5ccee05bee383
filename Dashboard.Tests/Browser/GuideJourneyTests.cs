using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using VoterLiaison.Dashboard;
using VoterLiaison.Dashboard.Chasing;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Opinions;
using VoterLiaison.TestKit;
using static Microsoft.Playwright.Assertions;

namespace VoterLiaison.Browser;

/// <summary>What the guides (docs/guide) say, done step by step over the demonstration of one autumn day. On the way it takes their pictures.</summary>
public sealed class GuideJourneyTests(GuideJourneyTests.AutumnSite autumn) : IClassFixture<GuideJourneyTests.AutumnSite>
{
    private const int Phone = 390;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_deputy_sees_who_waits_tells_one_and_looks_at_receptions_and_the_year()
    {
        var page = await OpenAsync(Addresses.Mine, "deputy", Phone);
        await Expect(page.GetByTestId("waiting")).ToContainTextAsync("位选民在等回话");
        await Expect(page.GetByTestId("late")).ToBeVisibleAsync();
        await Pictures.TakeAsync(page, "deputy-waiting-phone");

        var card = page.Locator("[data-testid=tell] article", new() { HasText = "看电话" }).First;
        await Expect(card.Locator(".p-words")).ToBeVisibleAsync();
        await Expect(card.GetByText("看全文和经过")).ToBeVisibleAsync();
        await page.SetViewportSizeAsync(Phone, 1600); // all of the card above what stands at the foot
        await Pictures.TakeAsync(card, "deputy-card-phone");
        await page.SetViewportSizeAsync(Phone, 844);

        await Chromium.StandsAsync(page);
        await card.Locator("[data-testid^=tell-]").ClickAsync();
        await Expect(page.GetByTestId("means-Telephone")).ToBeFocusedAsync();
        await Expect(page.GetByTestId("day-Today")).ToBeCheckedAsync();
        await Expect(page.GetByTestId("said")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("您"));
        await Pictures.TakeAsync(page, "deputy-telling-phone");
        await page.Locator("label", new() { HasText = "基本满意" }).ClickAsync();
        await page.GetByTestId("confirm").ClickAsync();
        await Expect(page.GetByTestId("done")).ToContainTextAsync("记下了");

        await GoAsync(page, Addresses.MyCollecting);
        await Expect(page.GetByTestId("words")).ToBeFocusedAsync();
        await page.GetByTestId("words").FillAsync("小区北门的路灯坏了两盏，晚上接孩子看不清台阶。");
        await Pictures.TakeAsync(page, "deputy-collecting-phone");
        await page.GetByTestId("words").BlurAsync();
        await page.GetByTestId("confirm").ClickAsync();
        await Expect(page.GetByTestId("collected")).ToContainTextAsync("记下了，编号");

        await GoAsync(page, Addresses.MySessions);
        await Expect(page.GetByTestId("check").GetByText("记得没错").First).ToBeVisibleAsync();
        await Expect(page.GetByTestId("check").GetByText("记得不对").First).ToBeVisibleAsync();
        await Expect(page.GetByText("加到手机日历")).ToBeVisibleAsync();
        await Pictures.TakeAsync(page, "deputy-receptions-phone");

        await GoAsync(page, Addresses.MyYear);
        await Expect(page.GetByText("打印履职档案")).ToBeVisibleAsync();
        await Expect(page.GetByText("提出更正")).ToBeVisibleAsync();
        await Expect(page.GetByTestId("to-report")).ToContainTextAsync("写述职报告");
        await Pictures.TakeAsync(page, "deputy-year-phone");
    }

    [Fact]
    public async Task A_voter_speaks_keeps_the_receipt_looks_it_up_and_sees_when_deputies_receive()
    {
        var page = await OpenAsync(Addresses.PublicHome, null, Phone);
        foreach (var door in new[] { "提意见", "查回音", "看接待时间", "找代表" })
        {
            await Expect(page.Locator("main").GetByRole(AriaRole.Link, new() { Name = door }).First).ToBeVisibleAsync();
        }

        await Pictures.TakeAsync(page, "voter-doors-phone");

        await GoAsync(page, Addresses.PublicSpeakPattern);
        await page.GetByTestId("own").FillAsync("八角路口的绿灯太短，老人走到一半就变红了。");
        await Pictures.TakeAsync(page, "voter-speaking-phone");
        await page.GetByTestId("send").ClickAsync();
        await Expect(page.GetByTestId("verdict")).ToHaveTextAsync("您的意见收到了");
        await Expect(page.GetByTestId("save-picture")).ToHaveTextAsync("把回执存成图片");
        var (number, code) = ((await page.GetByTestId("number").InnerTextAsync()).Trim(), (await page.GetByTestId("code").InnerTextAsync()).Trim());
        await Pictures.TakeAsync(page, "voter-receipt-phone");

        await LookUpAsync(page, number, code);
        await Expect(page.GetByTestId("own-words")).ToContainTextAsync("绿灯太短");
        await LookUpAsync(page, "2026-0001", "DEM0 0000 0000 0001");
        await Expect(page.GetByTestId("verdict")).ToBeVisibleAsync();
        await Pictures.TakeAsync(page, "voter-story-phone");

        await GoAsync(page, Addresses.PublicSchedulePattern);
        await Expect(page.GetByTestId("session").First).ToBeVisibleAsync();
        await Pictures.TakeAsync(page, "voter-schedule-phone");
        await HelpSpeaksOfAsync(page, "schedule");
    }

    [Fact]
    public async Task The_office_reads_the_board_finds_the_next_act_and_chases()
    {
        var page = await OpenAsync(Addresses.Board(), "office");
        await Chromium.StandsAsync(page);
        await Expect(page.GetByTestId("board-awaiting-feedback")).ToBeVisibleAsync();
        await page.SetViewportSizeAsync(1180, 600);
        await Pictures.TakeAsync(page, "office-board");
        await page.SetViewportSizeAsync(1180, 680);
        await page.Locator(".strip").GetByRole(AriaRole.Button, new() { Name = "待反馈" }).FocusAsync();
        await Expect(page.GetByText(Measure.AwaitingFeedback.Definition())).ToBeVisibleAsync();
        await Pictures.TakeAsync(page.Locator(".strip"), "office-definition");

        await GoAsync(page, Addresses.Opinion(await NumberAsync(OpinionStage.Answered)));
        await Expect(page.Locator("aside h2").First).ToHaveTextAsync("下一步");
        await Expect(page.GetByTestId("refused")).ToBeVisibleAsync();
        await Expect(page.GetByTestId("print")).ToContainTextAsync("打印转（交）办单");
        await Pictures.TakeAsync(page, "office-next");

        await GoAsync(page, Addresses.Chasing(new ChaseAddress { Urgency = Urgency.Overdue }));
        await Chromium.StandsAsync(page);
        await page.Locator("[data-testid^=pick-2026]").First.CheckAsync();
        await Expect(page.GetByTestId("urge")).ToHaveTextAsync("催办选中的 1 件");
        await Expect(page.GetByText("催办单").First).ToBeVisibleAsync();
        await Pictures.TakeAsync(page, "office-chasing");
        await HelpSpeaksOfAsync(page, "chasing");
    }

    [Fact]
    public async Task The_office_makes_the_years_book_looks_at_the_closing_and_opens_the_wall()
    {
        var page = await OpenAsync(Addresses.Books, "office");
        await Chromium.StandsAsync(page);
        await page.GetByTestId("order").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "下载" }).First).ToBeVisibleAsync();
        await Pictures.TakeAsync(page, "office-books");

        await GoAsync(page, Addresses.Closing());
        await Expect(page.GetByTestId("close")).ToContainTextAsync("的账");
        await Expect(page.GetByTestId("carried-over")).ToBeVisibleAsync();
        await Pictures.TakeAsync(page, "office-closing");

        await page.SetViewportSizeAsync(880, 495);
        await GoAsync(page, Addresses.Wall);
        await Expect(page.GetByTestId("wall-age")).ToContainTextAsync("实时连接正常");
        await Pictures.TakeAsync(page, "office-wall");
    }

    [Fact]
    public async Task A_unit_forwards_and_records_an_answer()
    {
        var page = await OpenAsync(Addresses.Opinion(await NumberAsync(OpinionStage.Collected)), "unit");
        await ActAsync(page, OpinionAct.Forward);
        await Expect(page.GetByText("反映渠道（第六条）")).ToBeVisibleAsync();
        await Pictures.TakeAsync(page.Locator(".mud-dialog"), "unit-forward");

        await GoAsync(page, Addresses.Opinion(await NumberAsync(OpinionStage.Forwarded)));
        await ActAsync(page, OpinionAct.Answer);
        await Expect(page.GetByText("办理结果")).ToBeVisibleAsync();
        await Pictures.TakeAsync(page.Locator(".mud-dialog"), "unit-answer");
    }

    [Fact]
    public async Task A_station_keys_a_reception_takes_in_what_was_written_and_tries_an_import()
    {
        var page = await OpenAsync(Addresses.SessionsPattern, "station");
        await Expect(page.GetByTestId("begin").First).ToContainTextAsync("开始登记");
        await Pictures.TakeAsync(page, "station-sessions");

        await GoAsync(page, await page.GetByTestId("begin").First.GetAttributeAsync("href"));
        await Expect(page.GetByTestId("words")).ToBeFocusedAsync();
        await page.GetByTestId("words").FillAsync("楼道的灯坏了一个多月，老人摸黑上楼。");
        await page.GetByTestId("words").PressAsync("Control+Enter");
        await Expect(page.GetByTestId("row-1")).ToContainTextAsync("楼道的灯坏了一个多月");
        await Expect(page.GetByTestId("words")).ToHaveValueAsync("");
        await page.GetByTestId("words").FillAsync("菜市场门口停车难，早上堵一条街。");
        await Expect(page.GetByTestId("end")).ToContainTextAsync("结束本场");
        await Pictures.TakeAsync(page, "station-keying");

        page = await OpenAsync(Addresses.Submissions(), "unit");
        await GoAsync(page, await page.GetByTestId("open").First.GetAttributeAsync("href"));
        await Expect(page.GetByTestId("accept")).ToContainTextAsync("登记为意见");
        await Expect(page.GetByTestId("merge")).ToContainTextAsync("登记并案");
        await Expect(page.GetByTestId("point")).ToContainTextAsync("不属受理范围，指路");
        await Expect(page.GetByTestId("pass")).ToContainTextAsync("转给别的家站");
        await Pictures.TakeAsync(page, "station-submission");

        await GoAsync(page, Addresses.Imports);
        await Chromium.StandsAsync(page);
        await page.GetByTestId("station").SelectOptionAsync(new SelectOptionValue { Index = 2 });
        await page.GetByTestId("file").SetInputFilesAsync(Ledger);
        await Expect(page.GetByText("旧台账.csv")).ToBeVisibleAsync();
        await page.GetByTestId("try").ClickAsync();
        await Expect(page.GetByTestId("opinions")).ToHaveTextAsync("2");
        await Expect(page.GetByTestId("refused-count")).ToHaveTextAsync("1");
        await Expect(page.GetByTestId("outcome")).ToContainTextAsync("什么也没有写入");
        await Expect(page.GetByTestId("marked")).ToHaveTextAsync("下载标注好的台账");
        await Pictures.TakeAsync(page, "station-import");
    }

    [Fact]
    public async Task An_administrator_makes_accounts_and_display_keys_and_sets_up_the_second_factor()
    {
        var page = await OpenAsync(Addresses.Accounts, "admin");
        await Chromium.StandsAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "管理账号 deputy" }).ClickAsync();
        foreach (var act in new[] { "调整权限", "重置口令", "停用" })
        {
            await Expect(page.GetByTestId("acts-deputy").GetByText(act)).ToBeVisibleAsync();
        }

        await Pictures.TakeAsync(page, "admin-accounts");
        await page.GetByTestId("add-account").ClickAsync();
        await page.GetByTestId("user-name").FillAsync("xiaozhou");
        await page.GetByTestId("name").FillAsync("周晓");
        await Pictures.TakeAsync(page.Locator(".mud-dialog"), "admin-new-account");
        await page.GetByTestId("cancel").ClickAsync();
        await page.GetByTestId("leave").ClickAsync(); // asked, because something was typed
        await Expect(page.Locator(".mud-dialog")).ToHaveCountAsync(0);

        await GoAsync(page, Addresses.DisplayKeys);
        await Chromium.StandsAsync(page);
        await page.GetByTestId("add-key").ClickAsync();
        await page.GetByTestId("name").FillAsync("联络室大厅");
        await page.GetByTestId("name").BlurAsync();
        await page.GetByTestId("confirm").ClickAsync();
        await Expect(page.GetByTestId("wall-with-key")).ToBeVisibleAsync();
        await page.GetByTestId("close").ClickAsync();
        await Expect(page.GetByTestId("keys")).ToContainTextAsync("联络室大厅");
        await Pictures.TakeAsync(page, "admin-display-keys");

        await GoAsync(page, Addresses.OwnSecondFactor);
        await page.GetByTestId("begin-second-factor").ClickAsync();
        await Expect(page.GetByTestId("code")).ToBeVisibleAsync();
        await Pictures.TakeAsync(page.Locator(".door-steps"), "account-second-factor");
    }

    [Fact]
    public async Task An_auditor_reads_the_log_and_checks_that_it_is_whole()
    {
        var page = await OpenAsync(Addresses.Audit, "auditor");
        await Expect(page.GetByTestId("audit-export")).ToContainTextAsync("导出");
        await Pictures.TakeAsync(page, "auditor-log");
        await Chromium.StandsAsync(page);
        await page.GetByTestId("audit-check").ClickAsync();
        await Expect(page.GetByTestId("audit-whole")).ToContainTextAsync("前后相接");
        await Pictures.TakeAsync(page.GetByTestId("audit-soundness"), "auditor-check");
    }

    /// <summary>The page's own link leads to the section that speaks of it, and every picture of the guide is there.</summary>
    private static async Task HelpSpeaksOfAsync(IPage page, string section)
    {
        await page.GetByTestId("help").ClickAsync();
        await Expect(page.Locator($"#{section}")).ToBeInViewportAsync();
        await page.EvaluateAsync("Promise.all([...document.querySelectorAll('.guide img')].map(picture => (picture.loading = 'eager', picture.decode())))"); // one that does not come is an error
        Assert.Equal(0, await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth"));
    }

    private static async Task LookUpAsync(IPage page, string number, string code)
    {
        await GoAsync(page, Addresses.PublicReceipt);
        await page.GetByTestId("number").FillAsync(number);
        await page.GetByTestId("code").FillAsync(code);
        await page.GetByTestId("look-up").ClickAsync();
        await Expect(page.GetByTestId("story")).ToBeVisibleAsync();
    }

    private static async Task ActAsync(IPage page, OpinionAct act)
    {
        await Chromium.StandsAsync(page);
        await page.GetByTestId($"act-{act}").ClickAsync();
        await Expect(page.GetByTestId($"dialog-{act}")).ToBeVisibleAsync();
    }

    private static Task<IResponse?> GoAsync(IPage page, string? address) => page.GotoAsync(new Uri(new Uri(page.Url), address).ToString());

    private async Task<IPage> OpenAsync(string address, string? userName, int width = 1180)
    {
        var chromium = await autumn.BrowserAsync();
        var site = await autumn.SiteAsync();
        var person = userName is null ? null : userName is "station" ? await autumn.ClerkOfTodayAsync() : await SitePerson.OfDemonstrationAsync(site, userName);
        return await chromium.OpenAsync(new Uri(site.Address, address), width, width == Phone ? 844 : 680, person);
    }

    /// <summary>Of an opinion of the demonstration's unit, as far as it has come.</summary>
    private async Task<string> NumberAsync(OpinionStage stage)
    {
        await using var db = await (await autumn.SiteAsync()).The<IDbContextFactory<LiaisonDbContext>>().CreateDbContextAsync(Cancel);
        return await db.Opinions.Where(o => o.Stage == stage && o.Number.Contains("2026-BJ") && o.Deputies.Any() && o.CategoryId != null)
            .OrderByDescending(o => o.CollectedOn).ThenBy(o => o.Id).Select(o => o.Number).FirstAsync(Cancel);
    }

    /// <summary>Three rows, of which one has no words.</summary>
    private static FilePayload Ledger { get; } = new()
    {
        Name = "旧台账.csv",
        MimeType = "text/csv",
        Buffer = Encoding.UTF8.GetBytes("编号,收集日期,意见内容\nL1,2026-03-02,公园的健身器材松了\nL2,2026-03-05,公交站没有座位\nL3,2026-03-09,\n"),
    };

    /// <summary>The demonstration as it stands one morning, served once, and one browser before it.</summary>
    public sealed class AutumnSite : IAsyncDisposable
    {
        private readonly Lazy<Task<Chromium>> _browser = new(Chromium.StartAsync);
        private readonly Lazy<Task<LiaisonSite>> _site = new(LiaisonSite.InAutumnAsync);

        public Task<LiaisonSite> SiteAsync() => _site.Value;

        /// <summary>Asked for by each test, which is skipped where there is no browser.</summary>
        public Task<Chromium> BrowserAsync() => _browser.Value;

        /// <summary>Of the station where deputies receive voters this afternoon.</summary>
        public async Task<SitePerson> ClerkOfTodayAsync()
        {
            var site = await SiteAsync();
            await using var db = await site.The<IDbContextFactory<LiaisonDbContext>>().CreateDbContextAsync(Cancel);
            return await SitePerson.SignInAsync(site, Grant.Of(Role.StationStaff, stationId: await db.ContactSessions.Where(session => session.On == AutumnDatabase.Day).Select(session => session.StationId).FirstAsync(Cancel)));
        }

        public async ValueTask DisposeAsync()
        {
            if (_browser is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
            {
                await (await _browser.Value).DisposeAsync();
            }

            if (_site is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
            {
                await (await _site.Value).DisposeAsync();
            }
        }
    }
}
