using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Opinions;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Deputies;
using VoterLiaison.TestKit;
using static Microsoft.Playwright.Assertions;

namespace VoterLiaison.Browser;

/// <summary>Who spoke, as the people before a real page are told it.</summary>
public sealed class RevealJourneyTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_office_is_told_for_a_reason_until_it_leaves_the_page_and_the_deputy_it_is_about_never()
    {
        await using var chromium = await Chromium.StartAsync();
        await using var site = new LiaisonSite();
        var deputy = await SpokenAsync(site);

        var office = await OpinionAsync(chromium, site, await site.OfficeAsync());
        await Expect(office.GetByTestId("speakers")).ToHaveTextAsync("选民 张** 100****0058");
        await office.GetByTestId("reveal").ClickAsync();
        await office.Locator("label", new() { HasText = "核实情况" }).ClickAsync();
        await office.GetByTestId("confirm").ClickAsync();
        await Expect(office.GetByTestId("revealed")).ToContainTextAsync("张小明　10000000058　古城社区");
        await office.ReloadAsync();
        await Expect(office.GetByTestId("reveal")).ToBeVisibleAsync();
        await Expect(office.GetByTestId("revealed")).ToHaveCountAsync(0);

        var own = await OpinionAsync(chromium, site, await SitePerson.SignInAsync(site, Grant.Of(Role.Deputy, deputyId: deputy)));
        await Expect(own.GetByTestId("speakers")).ToHaveTextAsync("按第七条，不显示是谁反映的");
        await Expect(own.GetByTestId("reveal")).ToHaveCountAsync(0);
        Assert.DoesNotContain("0058", await own.ContentAsync(), StringComparison.Ordinal);
    }

    /// <summary>By the way people come, so that the circuit stands before anything is clicked.</summary>
    private static async Task<IPage> OpinionAsync(Chromium chromium, LiaisonSite site, SitePerson person)
    {
        var page = await chromium.OpenAsync(new Uri(site.Address, "/reception"), person: person);
        await Expect(page.GetByTestId("words")).ToBeFocusedAsync(); // the circuit stands
        await page.Locator("nav a[href='/opinions']").First.ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new("-BJ01-0001$") }).ClickAsync();
        await Expect(page.GetByTestId("timeline")).ToBeVisibleAsync();
        return page;
    }

    private static async Task<int> SpokenAsync(LiaisonSite site)
    {
        await using var db = await site.The<IDbContextFactory<LiaisonDbContext>>().CreateDbContextAsync(Cancelled);
        var home = await db.Stations.SingleAsync(station => station.Code == "BJ01", Cancelled);
        var district = new ElectoralDistrict(31, "第31选区", null);
        db.Add(district);
        await db.SaveChangesAsync(Cancelled);
        var deputy = Deputy.OfDistrict("17-0001", "顾砚清", 17, district.Id, home.UnitId, "");
        db.Add(deputy);
        await db.SaveChangesAsync(Cancelled);

        using var scope = site.Scope();
        await scope.ServiceProvider.GetRequiredService<OpinionDesk>().CollectAsync(
            new CollectForm
            {
                StationId = home.Id,
                Words = "代表没来接待。",
                On = new DateOnly(2026, 3, 2),
                DeputyIds = [deputy.Id],
                ConcernsDeputyId = deputy.Id,
                Voters = [new VoterForm { Name = "张小明", Phone = "10000000058", Community = "古城社区" }],
            },
            Guid.NewGuid());
        return deputy.Id;
    }
}
