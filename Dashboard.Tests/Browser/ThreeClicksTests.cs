using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.TestKit;
using static Microsoft.Playwright.Assertions;

namespace VoterLiaison.Browser;

/// <summary>An impatient finger on a slow afternoon.</summary>
public sealed class ThreeClicksTests
{
    [Fact]
    public async Task Three_clicks_in_one_moment_write_one_opinion()
    {
        await using var chromium = await Chromium.StartAsync();
        await using var site = new LiaisonSite();
        var page = await chromium.OpenAsync(new Uri(site.Address, "/reception"), person: await site.OfficeAsync());
        await Expect(page.GetByTestId("words")).ToBeFocusedAsync(); // the circuit stands
        await page.GetByTestId("station").SelectOptionAsync(new SelectOptionValue { Label = "八角代表之家" });
        await page.GetByTestId("words").FillAsync("路灯不亮");
        await page.GetByTestId("words").DispatchEventAsync("change");

        await page.GetByTestId("confirm").EvaluateAsync("button => { button.click(); button.click(); button.click(); }");

        await Expect(page.GetByTestId("session")).ToHaveTextAsync("本次已存 1 件");
        await Expect(page.GetByTestId("words")).ToHaveValueAsync("");
        await using var db = await site.The<IDbContextFactory<LiaisonDbContext>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        Assert.Equal("路灯不亮", Assert.Single(await db.Opinions.Select(o => o.Words).ToListAsync(TestContext.Current.CancellationToken)));
    }
}
