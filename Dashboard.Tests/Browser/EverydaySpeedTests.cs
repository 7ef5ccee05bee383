using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using VoterLiaison.Dashboard;
using VoterLiaison.Dashboard.Opinions;
using VoterLiaison.TestKit;
using static Microsoft.Playwright.Assertions;

namespace VoterLiaison.Browser;

/// <summary>A clerk at work by keys alone: found, opened, come back from, ticked.</summary>
public sealed class EverydaySpeedTests
{
    [Fact]
    public async Task An_opinion_is_found_while_typing_and_a_list_is_gone_through_left_and_come_back_to_by_keys()
    {
        await using var chromium = await Chromium.StartAsync();
        await using var site = new LiaisonSite();
        await FillAsync(site);
        var page = await chromium.OpenAsync(new Uri(site.Address, "/opinions?sort=oldest"), height: 600, person: await site.OfficeAsync());
        await Chromium.StandsAsync(page);

        await page.Keyboard.PressAsync("?");
        await Expect(page.GetByTestId("page-keys")).ToContainTextAsync("记一件意见");
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.GetByTestId("key-map")).ToBeHiddenAsync();

        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("x");
        for (var row = 1; row < 20; row++)
        {
            await page.Keyboard.PressAsync("j");
        }

        await page.Keyboard.PressAsync("Shift+X");
        await Expect(page.GetByTestId("picked")).ToHaveTextAsync("选了 20 件");
        await Expect(page.Locator(":focus")).ToHaveTextAsync("2026-BJ01-0020");

        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/opinions/2026-BJ01-0020?*");
        await page.Keyboard.PressAsync("j");
        await page.WaitForURLAsync("**/opinions/2026-BJ01-0021?*");
        await page.GetByTestId("back").ClickAsync();
        await Expect(page.Locator("tr.returned")).ToContainTextAsync("2026-BJ01-0021");
        await Expect(page.Locator(":focus")).ToHaveTextAsync("2026-BJ01-0021");

        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/opinions/2026-BJ01-0021?*");
        await page.GoBackAsync();
        await Expect(page.Locator("tr.returned")).ToContainTextAsync("2026-BJ01-0021");
        await Expect(page.Locator(":focus")).ToHaveTextAsync("2026-BJ01-0021");

        await page.Keyboard.PressAsync("Control+K");
        await page.Keyboard.TypeAsync("第7件");
        await Expect(page.GetByRole(AriaRole.Option, new() { Name = "2026-BJ01-0007" })).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/opinions/2026-BJ01-0007");

        await page.Keyboard.PressAsync("g");
        await page.Keyboard.PressAsync("c");
        await page.WaitForURLAsync("**/chasing");
    }

    private static async Task FillAsync(LiaisonSite site)
    {
        using var scope = site.Scope();
        var desk = scope.ServiceProvider.GetRequiredService<OpinionDesk>();
        var stations = await scope.ServiceProvider.GetRequiredService<ChoiceQueries>().AllAsync();
        for (var place = 1; place <= 24; place++)
        {
            await desk.CollectAsync(new CollectForm { StationId = stations.Stations.Single(station => station.Code == "BJ01").Id, Words = $"第{place}件", On = site.The<TimeProvider>().Today() }, Guid.NewGuid());
        }
    }
}
