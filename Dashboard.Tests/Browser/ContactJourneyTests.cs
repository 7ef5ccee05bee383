using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using VoterLiaison.Dashboard;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Opinions;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Opinions;
using VoterLiaison.TestKit;
using static Microsoft.Playwright.Assertions;

namespace VoterLiaison.Browser;

/// <summary>第五条 to 第八条 in one day: a reception is planned, announced, held and written once; a voter writes, is answered, told, and rates.</summary>
public sealed class ContactJourneyTests
{
    private const string Place = "八角街道特钢社区便民楼一层";
    private const string Spoken = "八角北路绿灯太短，推轮椅走到一半就红了。";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_reception_goes_from_the_plan_to_the_ledgers_and_a_voter_from_the_form_to_the_rating()
    {
        await using var chromium = await Chromium.StartAsync();
        await using var site = new LiaisonSite();
        await using var db = await site.The<IDbContextFactory<LiaisonDbContext>>().CreateDbContextAsync(Cancelled);
        var district = SmallDistrict.AddTo(db);
        var voter = await chromium.OpenAsync(new Uri(site.Address, Addresses.PublicSpeak("BJ01")), 390, 844, scripts: false);
        var unit = await chromium.OpenAsync(new Uri(site.Address, Addresses.PlansPattern), person: await SitePerson.SignInAsync(site, Grant.Of(Role.UnitStaff, district.BajiaoHome.UnitId)));

        await PlanAsync(unit, district, site.The<TimeProvider>().Today());
        var passerBy = await chromium.OpenAsync(new Uri(site.Address, Addresses.PublicSchedulePattern), 390, 844, scripts: false);
        await Expect(passerBy.GetByTestId("session")).ToContainTextAsync(Place);
        await HoldAsync(unit, site, ["路灯不亮。", "楼道里堆满了。", "菜站没有了。"]);

        var (number, code) = await SpeakAsync(voter);
        var taken = await TakeInAsync(await chromium.OpenAsync(new Uri(site.Address, Addresses.SubmissionsPattern), person: await SitePerson.SignInAsync(site, Grant.Of(Role.StationStaff, stationId: district.BajiaoHome.Id))));
        await AnswerAsync(site, district, taken);
        await TellAsync(await chromium.OpenAsync(new Uri(site.Address, Addresses.Mine), 390, 844, await SitePerson.SignInAsync(site, Grant.Of(Role.Deputy, deputyId: district.Gu.Id))), taken);
        await RateAsync(voter, site, number, code);

        Assert.Equal(VoterRating.Satisfied, (await db.Opinions.AsNoTracking().SingleAsync(opinion => opinion.Number == taken, Cancelled)).Rating);
    }

    /// <summary>A line without a place is refused, then settled and published.</summary>
    private static async Task PlanAsync(IPage page, SmallDistrict district, DateOnly today)
    {
        await OpenAsync(page, "make", "plan-form");
        await page.Locator("label", new() { HasText = "年中集中联系" }).ClickAsync();
        await page.GetByTestId("title").FillAsync("年中集中联系选民");
        await page.GetByTestId("confirm").ClickAsync();
        await Expect(page.GetByTestId("plan-form")).ToHaveCountAsync(0); // a refusal would keep it open, and say why
        await page.WaitForURLAsync("**/plans/*");

        await OpenAsync(page, "add-line", "line-dialog");
        await page.GetByTestId("station").SelectOptionAsync($"{district.BajiaoHome.Id}");
        await page.GetByTestId("deputies").FillAsync("顾砚清");
        await page.GetByTestId("deputies").BlurAsync();
        await page.GetByTestId("day").FillAsync($"{today:yyyy-MM-dd}");
        await page.GetByTestId("from").FillAsync("09:00");
        await page.GetByTestId("until").FillAsync("11:00");
        await Expect(page.GetByTestId("place")).Not.ToHaveValueAsync(""); // the station's own is offered
        await page.GetByTestId("place").FillAsync("");
        await page.GetByTestId("confirm").ClickAsync();
        await Expect(page.GetByTestId("line-dialog")).ToHaveCountAsync(0);
        await page.GetByTestId("publish").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToHaveTextAsync("还没有落实地点，不能公布。");

        await OpenAsync(page, "change", "line-dialog");
        await page.GetByTestId("place").FillAsync(Place);
        await page.GetByTestId("confirm").ClickAsync();
        await Expect(page.GetByTestId("lines")).ToContainTextAsync(Place);
        await page.GetByTestId("publish").ClickAsync();
        await Expect(page.GetByTestId("state")).ToContainTextAsync("已公布");
    }

    /// <summary>Three opinions keyed at it, then it is ended; it stands in ledger A, in ledger B and in the register.</summary>
    private static async Task HoldAsync(IPage page, LiaisonSite site, string[] said)
    {
        await page.GotoAsync(new Uri(site.Address, Addresses.SessionsPattern).ToString());
        await FollowAsync(page, "begin");
        await Expect(page.GetByTestId("words")).ToBeFocusedAsync();
        foreach (var (place, words) in said.Index())
        {
            await page.Keyboard.TypeAsync(words);
            await page.Keyboard.PressAsync("Control+Enter");
            await Expect(page.GetByTestId("session")).ToContainTextAsync($"本次已存 {place + 1} 件");
            await Expect(page.GetByTestId("words")).ToBeFocusedAsync();
        }

        await OpenAsync(page, "end", "hold-dialog");
        await page.GetByTestId("notes").FillAsync("多是身边的小事。");
        await page.Locator(".mud-dialog").GetByTestId("confirm").ClickAsync();
        await Expect(page.GetByTestId("hold-dialog")).ToHaveCountAsync(0);

        await page.GotoAsync(new Uri(site.Address, "/sessions/ledgers").ToString());
        await Expect(page.GetByTestId("ledger-row")).ToHaveCountAsync(said.Length);
        await FollowAsync(page, "tab-Performance");
        await Expect(page.GetByTestId("ledger-row")).ToContainTextAsync("多是身边的小事。");
        await FollowAsync(page, "tab-Register");
        await Expect(page.GetByTestId("ledger-row")).ToContainTextAsync("顾砚清");
    }

    private static async Task<(string Number, string Code)> SpeakAsync(IPage page)
    {
        await page.GetByTestId("own").FillAsync(Spoken);
        await page.GetByTestId("send").ClickAsync();
        await Expect(page.GetByTestId("verdict")).ToHaveTextAsync("您的意见收到了");
        return ((await page.GetByTestId("number").InnerTextAsync()).Trim(), (await page.GetByTestId("code").InnerTextAsync()).Trim());
    }

    private static async Task<string> TakeInAsync(IPage page)
    {
        await FollowAsync(page, "open");
        await Expect(page.GetByTestId("words")).ToContainTextAsync(Spoken);
        await OpenAsync(page, "accept", "accept-dialog");
        await page.GetByTestId("deputies").FillAsync("顾砚清");
        await page.GetByTestId("deputies").BlurAsync();
        await page.GetByTestId("confirm").ClickAsync();
        return await page.GetByTestId("opinion").InnerTextAsync();
    }

    /// <summary>The middle of the way has its own journey.</summary>
    private static async Task AnswerAsync(LiaisonSite site, SmallDistrict district, string number)
    {
        using var scope = site.Scope();
        var (desk, today) = (scope.ServiceProvider.GetRequiredService<OpinionDesk>(), site.The<TimeProvider>().Today());
        var opinion = (await scope.ServiceProvider.GetRequiredService<OpinionQueries>().DetailAsync(number))!.Opinion;
        await desk.ForwardAsync(new Seen(opinion.Id, opinion.Version, Guid.NewGuid()), new ForwardForm { On = today, Handlers = new HandlersForm { LeadOrganId = district.UrbanManagement.Id } });
        await desk.RecordAnswerAsync(new Seen(opinion.Id, opinion.Version + 1, Guid.NewGuid()), AnswerOutcome.Solved, "绿灯延长到35秒。", today);
    }

    private static async Task TellAsync(IPage page, string number)
    {
        await FollowAsync(page, $"tell-{number}");
        await Expect(page.Locator("[data-testid^=means-]:focus")).ToHaveCountAsync(1); // the circuit stands
        await page.Locator("label", new() { HasText = "写在回执上" }).ClickAsync();
        await page.GetByTestId("confirm").ClickAsync();
        await Expect(page.GetByTestId($"case-{number}")).ToHaveCountAsync(0);
    }

    private static async Task RateAsync(IPage page, LiaisonSite site, string number, string code)
    {
        await page.GotoAsync(new Uri(site.Address, Addresses.PublicReceipt).ToString());
        await page.GetByTestId("number").FillAsync(number);
        await page.GetByTestId("code").FillAsync(code);
        await page.GetByTestId("look-up").ClickAsync();
        await Expect(page.GetByTestId("answer").First).ToContainTextAsync("绿灯延长到35秒。");
        await Expect(page.GetByTestId("own-words")).ToContainTextAsync(Spoken);
        await page.Locator("label", new() { Has = page.GetByTestId("rate-Satisfied") }).ClickAsync();
        await page.GetByTestId("rate").ClickAsync();
        await Expect(page.GetByTestId("thanks")).ToBeVisibleAsync();
    }

    private static async Task OpenAsync(IPage page, string button, string dialog)
    {
        await Chromium.StandsAsync(page);
        await page.GetByTestId(button).ClickAsync();
        await Expect(page.GetByTestId(dialog)).ToBeVisibleAsync();
    }

    private static async Task FollowAsync(IPage page, string link)
    {
        await Expect(page.GetByTestId(link)).ToBeVisibleAsync();
        await page.GotoAsync(new Uri(new Uri(page.Url), await page.GetByTestId(link).GetAttributeAsync("href")).ToString());
    }
}
