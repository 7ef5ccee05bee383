using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.TestKit;
using static Microsoft.Playwright.Assertions;

namespace VoterLiaison.Browser;

/// <summary>What was taken away from somebody is gone from their open page too.</summary>
public sealed class OutAtOnceTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task When_an_account_is_disabled_its_open_page_leads_to_the_sign_in_at_the_next_look()
    {
        await using var chromium = await Chromium.StartAsync();
        await using var site = new LiaisonSite();
        var office = await site.OfficeAsync();
        var page = await chromium.OpenAsync(site.Address, person: office);
        await site.WatchedByAsync(browsers: 1);
        await using (var db = await RowsAsync(site))
        {
            await db.Accounts.Where(account => account.Id == office.AccountId).ExecuteUpdateAsync(account => account.SetProperty(one => one.DisabledAt, DateTime.UnixEpoch), Cancel);
        }

        await site.The<SessionKeeper>().LookAsync(Cancel); // it looks by itself every 15 seconds

        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/sign-in"));
        Assert.Equal(0, site.The<OpenConnections>().CountOf(AccessClaims.OwnerOf(office.Session)));
    }

    [Fact]
    public async Task When_a_role_is_taken_away_the_next_click_writes_nothing_and_is_remembered()
    {
        await using var chromium = await Chromium.StartAsync();
        await using var site = new LiaisonSite();
        var person = await SitePerson.SignInAsync(site, Grant.Of(Role.LiaisonOffice));
        var page = await chromium.OpenAsync(new Uri(site.Address, "/reception"), person: person);
        await Expect(page.GetByTestId("words")).ToBeFocusedAsync(); // the circuit stands
        await page.GetByTestId("station").SelectOptionAsync(new SelectOptionValue { Label = "八角代表之家" });
        await page.GetByTestId("words").FillAsync("路灯不亮");
        await using var db = await RowsAsync(site);
        await db.Set<Grant>().ExecuteDeleteAsync(Cancel);

        await page.GetByTestId("confirm").ClickAsync();

        await Expect(page.GetByRole(AriaRole.Alert).First).ToHaveTextAsync("您的账号没有办这件事的权限。");
        await Expect(page.GetByTestId("words")).ToHaveValueAsync("路灯不亮");
        Assert.Equal(0, await db.Opinions.CountAsync(Cancel));
        var refused = await db.AuditEntries.SingleAsync(entry => entry.Act == AuditAct.OutOfReach, Cancel);
        Assert.Equal((person.AccountId, AuditResult.Refused, "登记意见"), (refused.AccountId!.Value, refused.Result, refused.Detail));
    }

    private static Task<LiaisonDbContext> RowsAsync(LiaisonSite site) => site.The<IDbContextFactory<LiaisonDbContext>>().CreateDbContextAsync(Cancel);
}
