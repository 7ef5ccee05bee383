using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using VoterLiaison.Dashboard;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.TestKit;
using static Microsoft.Playwright.Assertions;

namespace VoterLiaison.Browser;

public sealed class SignInJourneyTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_click_enters_the_demonstration()
    {
        await using var chromium = await Chromium.StartAsync();
        await using var site = new LiaisonSite();
        await AddAsync(site, "office", isDemonstration: true);
        var page = await chromium.OpenAsync(site.Address);

        await page.GetByTestId("demonstration-office").ClickAsync();

        await Expect(page.GetByTestId("who")).ToContainTextAsync("顾砚清");
        await Expect(page.GetByTestId("board-collected")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Signing_out_in_one_tab_closes_the_other_and_takes_its_drafts()
    {
        await using var chromium = await Chromium.StartAsync();
        await using var site = new LiaisonSite();
        var page = await WritingAsync(chromium, site, await site.OfficeAsync());
        var other = await page.Context.NewPageAsync();
        await other.GotoAsync(new Uri(site.Address, Addresses.Help).ToString());
        await Chromium.StandsAsync(other); // the menu that was served as HTML is replaced by the same one, closed

        await other.GetByTestId("who").ClickAsync();
        await other.GetByTestId("sign-out").ClickAsync();

        await Expect(other.GetByTestId("sign-in-told")).ToHaveTextAsync("已经退出。");
        await Expect(page.GetByTestId("sign-in-told")).ToHaveTextAsync("已经退出。");
        Assert.Equal(0, await DraftsAsync(page));
    }

    [Fact]
    public async Task Idleness_leads_to_the_sign_in_and_back_to_what_was_being_written()
    {
        await using var chromium = await Chromium.StartAsync();
        await using var site = new LiaisonSite();
        var account = await AddAsync(site, "gu");
        var page = await WritingAsync(chromium, site, await SitePerson.AgainAsync(site, account));

        await FallSilentAsync(site, account);
        await Expect(page.GetByTestId("sign-in-told")).ToContainTextAsync("很久没有动静");
        await page.GetByTestId("sign-in-name").FillAsync("gu");
        await page.GetByTestId("sign-in-password").FillAsync(SomeAccount.Password);
        await page.GetByTestId("sign-in").ClickAsync();

        await Expect(page.GetByTestId("put-back")).ToBeVisibleAsync();
        await Expect(page.GetByTestId("words")).ToHaveValueAsync("路灯不亮");
    }

    [Fact]
    public async Task Whoever_else_signs_in_on_the_same_tab_finds_no_draft()
    {
        await using var chromium = await Chromium.StartAsync();
        await using var site = new LiaisonSite();
        var account = await AddAsync(site, "gu");
        await AddAsync(site, "tao");
        var page = await WritingAsync(chromium, site, await SitePerson.AgainAsync(site, account));

        await FallSilentAsync(site, account);
        await page.GetByTestId("sign-in-name").FillAsync("tao");
        await page.GetByTestId("sign-in-password").FillAsync(SomeAccount.Password);
        await page.GetByTestId("sign-in").ClickAsync();

        await Expect(page.GetByTestId("words")).ToBeFocusedAsync();
        await Expect(page.GetByTestId("words")).ToHaveValueAsync("");
        Assert.Equal(0, await page.EvaluateAsync<int>("account => Object.keys(sessionStorage).filter(key => key.startsWith(`draft:${account}:`)).length", account.Id));
    }

    [Fact]
    public async Task A_passkey_is_made_and_opens_the_door_by_itself()
    {
        await using var chromium = await Chromium.StartAsync();
        await using var site = new LiaisonSite();
        var address = new UriBuilder(site.Address) { Host = "localhost" }.Uri; // a passkey belongs to a name, not to a number
        var account = await AddAsync(site, "gu");
        var page = await chromium.OpenAsync(address, person: await SitePerson.AgainAsync(site, account));
        var authenticator = await page.Context.NewCDPSessionAsync(page);
        await authenticator.SendAsync("WebAuthn.enable");
        await authenticator.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });

        await page.GotoAsync(new Uri(address, Addresses.OwnPasskeys).ToString());
        await page.GetByTestId("passkey-name").FillAsync("办公室电脑");
        await page.GetByTestId("add-passkey").ClickAsync();
        await Expect(page.GetByTestId("passkeys").Locator("[name=name]")).ToHaveValueAsync("办公室电脑");

        await page.GotoAsync(new Uri(address, Addresses.OwnAccount).ToString());
        await page.GetByTestId("sign-out").ClickAsync();
        await page.GetByTestId("sign-in-passkey").ClickAsync();

        await Expect(page.GetByTestId("who")).ToContainTextAsync("顾砚清");
    }

    private static async Task<IPage> WritingAsync(Chromium chromium, LiaisonSite site, SitePerson person)
    {
        var page = await chromium.OpenAsync(new Uri(site.Address, Addresses.Keying), person: person);
        await Expect(page.GetByTestId("words")).ToBeFocusedAsync(); // the circuit stands
        await page.GetByTestId("words").FillAsync("路灯不亮");
        Assert.True(await DraftsAsync(page) > 0);
        return page;
    }

    private static Task<int> DraftsAsync(IPage page) => page.EvaluateAsync<int>("Object.keys(sessionStorage).filter(key => key.startsWith('draft:')).length");

    private static Task<Account> AddAsync(LiaisonSite site, string userName, bool isDemonstration = false) => SomeAccount.AddAsync(
        site.The<IDbContextFactory<LiaisonDbContext>>(), site.The<TimeProvider>().GetUtcNow().UtcDateTime, userName, isDemonstration: isDemonstration);

    /// <summary>As after half an hour without a word: the session is over, and the keeper cuts what is still open.</summary>
    private static async Task FallSilentAsync(LiaisonSite site, Account account)
    {
        await site.The<LiaisonStore>().WriteAsync(
            async db =>
            {
                foreach (var session in await db.Sessions.Where(session => session.AccountId == account.Id).ToListAsync(Cancel))
                {
                    session.EndFor(SessionEnd.Idle, site.The<TimeProvider>().GetUtcNow().UtcDateTime);
                }
            },
            Cancel);
        await site.The<SessionKeeper>().LookAsync(Cancel);
    }
}
