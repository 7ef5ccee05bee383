using Microsoft.Playwright;
using VoterLiaison.Dashboard;
using VoterLiaison.TestKit;
using static Microsoft.Playwright.Assertions;

namespace VoterLiaison.Browser;

/// <summary>The pictures of docs/visual-language.md, over the demonstration; taken on purpose, as that page says.</summary>
public sealed class VisualLanguagePicturesTests
{
    private static readonly Look[] _looks = [Look.Dark, Look.High, Look.HighDark, Look.Large, Look.Light];

    [Fact(Explicit = true)]
    public async Task The_looks_and_the_states_are_shown()
    {
        await using var chromium = await Chromium.StartAsync();
        IPage board;
        await using (var site = LiaisonSite.With(("environment", "Development")))
        {
            board = await EveryPage.SignInAsync(chromium, site, "office");
            await board.SetViewportSizeAsync(1240, 600);
            await Chromium.StandsAsync(board);
            foreach (var look in _looks)
            {
                await look.PutOnAsync(board);
                await Pictures.TakeAsync(board, $"board-{look.Name}");
            }

            await board.EmulateMediaAsync(new() { ForcedColors = ForcedColors.Active });
            await Pictures.TakeAsync(board, "board-forced-colors");
            await board.EmulateMediaAsync(new() { ForcedColors = ForcedColors.None });
            await board.SetViewportSizeAsync(960, 480);
            await board.GetByTestId("who").ClickAsync();
            await Pictures.TakeAsync(board, "looks-menu");
            await board.SetViewportSizeAsync(1240, 600);

            var number = (await EveryPage.AddressesAsync(site)).First(address => address.StartsWith("/opinions/", StringComparison.Ordinal));
            await ShowAsync(board, site, number, "opinion-stages");
            await ShowAsync(board, site, Addresses.Opinions("没有人说过的话"), "state-empty");
            var phone = await EveryPage.SignInAsync(chromium, site, "deputy");
            await phone.SetViewportSizeAsync(390, 780);
            await Pictures.TakeAsync(phone, "deputy-phone");
            await ShowAsync(board, site, Addresses.Board());
        }

        await Expect(board.Locator("html.lost")).ToHaveCountAsync(1, new() { Timeout = 60_000 });
        await Pictures.TakeAsync(board, "state-lost");
    }

    private static async Task ShowAsync(IPage page, LiaisonSite site, string address, string? name = null)
    {
        await page.GotoAsync(new Uri(site.Address, address).ToString(), new() { WaitUntil = WaitUntilState.NetworkIdle });
        await Chromium.StandsAsync(page);
        if (name is not null)
        {
            await Pictures.TakeAsync(page, name);
        }
    }
}
