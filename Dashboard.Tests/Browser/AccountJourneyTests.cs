using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using VoterLiaison.Dashboard;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.TestKit;
using static Microsoft.Playwright.Assertions;

namespace VoterLiaison.Browser;

/// <summary>An administrator, with a phone, lets somebody in and shuts the door again.</summary>
public sealed class AccountJourneyTests
{
    [Fact]
    public async Task An_account_is_made_its_password_seen_once_and_it_is_disabled()
    {
        await using var chromium = await Chromium.StartAsync();
        await using var site = new LiaisonSite();
        var page = await chromium.OpenAsync(
            new Uri(site.Address, Addresses.Accounts), width: 390, height: 844, person: await SitePerson.SignInAsync(site, Grant.Of(Role.Administrator)));
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "账号", Exact = true })).ToBeFocusedAsync(); // the circuit stands

        await page.GetByTestId("add-account").ClickAsync();
        await page.GetByTestId("user-name").FillAsync("wangmin");
        await page.GetByTestId("name").FillAsync("王敏");
        await page.GetByTestId("role-0").SelectOptionAsync(new SelectOptionValue { Label = "代表联络室" });
        await page.GetByTestId("confirm").ClickAsync();
        await Expect(page.GetByTestId("secret")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("^[A-Za-z0-9-]{24}$"));
        var password = await page.GetByTestId("secret").InputValueAsync();
        await page.GetByTestId("close").ClickAsync();
        await Expect(page.GetByTestId("account-wangmin").GetByTestId("state")).ToHaveTextAsync("待改口令");
        Assert.DoesNotContain(password, await page.ContentAsync(), StringComparison.Ordinal);

        var newcomer = await SignedInAsync(site);
        Assert.Equal(HttpStatusCode.OK, await BoardAsync(site, newcomer));

        await page.GetByTestId("account-wangmin").GetByTestId("manage").ClickAsync();
        await page.GetByTestId("disable").ClickAsync();
        await page.GetByTestId("act-yes").ClickAsync();
        await Expect(page.GetByTestId("account-wangmin").GetByTestId("state")).ToHaveTextAsync("已停用");
        Assert.Equal(HttpStatusCode.Redirect, await BoardAsync(site, newcomer));
        Assert.Equal(390, await page.EvaluateAsync<int>("document.documentElement.scrollWidth")); // nothing stands out to the side
    }

    /// <summary>After the first password was changed.</summary>
    private static async Task<SitePerson> SignedInAsync(LiaisonSite site)
    {
        await using var db = await site.The<IDbContextFactory<LiaisonDbContext>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        var account = await db.Accounts.SingleAsync(known => known.UserName == "wangmin", TestContext.Current.CancellationToken);
        account.MustChangePassword = false;
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        return await SitePerson.AgainAsync(site, account);
    }

    private static async Task<HttpStatusCode> BoardAsync(LiaisonSite site, SitePerson person)
    {
        using var client = site.ClientOf(person);
        using var answer = await client.GetAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }
}
