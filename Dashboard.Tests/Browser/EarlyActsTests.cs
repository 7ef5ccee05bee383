using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using VoterLiaison.Dashboard;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.TestKit;
using static Microsoft.Playwright.Assertions;

namespace VoterLiaison.Browser;

/// <summary>A page can be read before its circuit stands, and whoever knows it acts before.</summary>
public sealed partial class EarlyActsTests
{
    [Fact]
    public async Task A_link_followed_before_the_circuit_stands_leads_where_it_says_and_stays_there()
    {
        await using var chromium = await Chromium.StartAsync();
        await using var site = await LiaisonSite.InAutumnAsync();
        var page = await EveryPage.SignInAsync(chromium, site, "office");
        var number = await FirstNumberAsync(site);

        var letStart = await OpenHeldAsync(page, site, $"{Addresses.Opinions()}?q={number}");
        await page.GetByRole(AriaRole.Link, new() { Name = number }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = number, Level = 1 })).ToBeVisibleAsync();
        letStart();

        await Chromium.StandsAsync(page);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = number, Level = 1 })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_button_pressed_before_the_circuit_stands_is_heard_when_it_does()
    {
        await using var chromium = await Chromium.StartAsync();
        await using var site = await LiaisonSite.InAutumnAsync();
        var page = await EveryPage.SignInAsync(chromium, site, "office");
        var number = await FirstNumberAsync(site);

        var letStart = await OpenHeldAsync(page, site, Addresses.Opinion(number));
        await page.GetByTestId("act-Categorise").ClickAsync();
        await Expect(page.GetByTestId("act-Categorise")).ToHaveAttributeAsync("aria-busy", "true");
        letStart();

        await Expect(page.GetByTestId("dialog-Categorise")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Words_typed_before_the_circuit_stands_are_not_lost()
    {
        await using var chromium = await Chromium.StartAsync();
        await using var site = await LiaisonSite.InAutumnAsync();
        var page = await EveryPage.SignInAsync(chromium, site, "office");

        var letStart = await OpenHeldAsync(page, site, Addresses.Keying);
        await page.GetByTestId("words").FillAsync("楼下的路灯");
        letStart();

        await Chromium.StandsAsync(page);
        await Expect(page.GetByTestId("words")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("坏了。");
        await Expect(page.GetByTestId("words")).ToHaveValueAsync("楼下的路灯坏了。");
    }

    private static async Task<string> FirstNumberAsync(LiaisonSite site)
    {
        await using var db = await site.The<IDbContextFactory<LiaisonDbContext>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        return await db.Opinions.OrderBy(opinion => opinion.Id).Select(opinion => opinion.Number).FirstAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Opens a page and keeps back what it asks of its circuit once they have shaken hands. The answer lets it go on.</summary>
    private static async Task<Action> OpenHeldAsync(IPage page, LiaisonSite site, string address)
    {
        await Chromium.StandsAsync(page);
        var starting = new TaskCompletionSource<Action>(TaskCreationOptions.RunContinuationsAsynchronously);
        await page.RouteWebSocketAsync(Circuit(), socket =>
        {
            var server = socket.ConnectToServer();
            var held = starting.Task.IsCompleted ? null : new List<IWebSocketFrame>();
            var heard = 0;
            socket.OnMessage(frame =>
            {
                if (held is null || heard++ is 0)
                {
                    Pass(frame);
                    return;
                }

                held.Add(frame);
                starting.TrySetResult(() =>
                {
                    held.ForEach(Pass);
                    held = null;
                });
            });

            void Pass(IWebSocketFrame frame)
            {
                if (frame.Binary is { } bytes)
                {
                    server.Send(bytes);
                }
                else
                {
                    server.Send(frame.Text!);
                }
            }
        });
        await page.GotoAsync(new Uri(site.Address, address).ToString(), new() { WaitUntil = WaitUntilState.Commit });
        return await starting.Task;
    }

    [GeneratedRegex("/_blazor")]
    private static partial Regex Circuit();
}
