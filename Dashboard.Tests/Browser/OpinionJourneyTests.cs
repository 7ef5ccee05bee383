using Microsoft.Playwright;
using VoterLiaison.TestKit;
using static Microsoft.Playwright.Assertions;

namespace VoterLiaison.Browser;

/// <summary>One opinion from the voter's words to the word she gets back, as a clerk keys it.</summary>
public sealed class OpinionJourneyTests
{
    private const string Words = "幼儿园门口车停两排，救护车进不来。";

    [Fact]
    public async Task An_opinion_goes_from_the_reception_to_the_voter_who_is_told()
    {
        await using var chromium = await Chromium.StartAsync();
        await using var site = new LiaisonSite();
        var page = await ReceptionAsync(chromium, site);

        await page.Keyboard.TypeAsync(Words);
        await page.Keyboard.PressAsync("Alt+2");
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.GetByTestId("session")).ToHaveTextAsync("本次已存 1 件");
        await Expect(page.GetByTestId("words")).ToHaveValueAsync("");

        await page.GotoAsync(new Uri(site.Address, "/opinions?measure=outstanding&q=救护").ToString());
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new("-BJ01-0001$") }).ClickAsync();

        await OpenAsync(page, "Forward");
        await page.GetByTestId("lead-organ").FillAsync("区城市管理委");
        await ConfirmAsync(page);

        await OpenAsync(page, "Answer");
        await page.Locator("label", new() { HasText = "正在解决" }).ClickAsync();
        await page.GetByTestId("text").FillAsync("已施划即停即走车位6个。");
        await ConfirmAsync(page);

        await OpenAsync(page, "FeedBack");
        await page.Locator("label", new() { HasText = "电话" }).ClickAsync();
        await page.GetByTestId("by").FillAsync("顾砚清");
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.GetByTestId("feedback-clock")).ToContainTextAsync("已告知选民");

        await page.GetByTestId("back").ClickAsync();
        await Expect(page.GetByTestId("total")).ToHaveTextAsync("0");
        await Expect(page.GetByTestId("tab-all")).ToHaveTextAsync("全部1");
    }

    [Fact]
    public async Task What_was_typed_outlives_a_reload_and_what_was_put_aside_comes_back()
    {
        await using var chromium = await Chromium.StartAsync();
        await using var site = new LiaisonSite();
        var page = await ReceptionAsync(chromium, site);

        await page.Keyboard.TypeAsync("先放着的一条。");
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.GetByTestId("row-1")).ToContainTextAsync("先放着的一条。");
        await Expect(page.GetByTestId("words")).ToHaveValueAsync("");
        await Expect(page.GetByTestId("words")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync(Words);
        await page.ReloadAsync();
        await Expect(page.GetByTestId("put-back")).ToBeVisibleAsync();
        await Expect(page.GetByTestId("words")).ToHaveValueAsync(Words);

        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.GetByTestId("session")).ToContainTextAsync("本次已存 1 件，先放着 1 件");
        await Expect(page.GetByTestId("words")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Alt+ArrowUp");
        await Expect(page.GetByTestId("words")).ToHaveValueAsync("先放着的一条。");
    }

    private static async Task<IPage> ReceptionAsync(Chromium chromium, LiaisonSite site)
    {
        var page = await chromium.OpenAsync(new Uri(site.Address, "/reception"), person: await site.OfficeAsync());
        await Expect(page.GetByTestId("words")).ToBeFocusedAsync(); // the circuit stands
        await page.GetByTestId("station").SelectOptionAsync(new SelectOptionValue { Label = "八角代表之家" });
        await page.GetByTestId("words").FocusAsync();
        return page;
    }

    private static async Task OpenAsync(IPage page, string act)
    {
        await page.GetByTestId($"act-{act}").ClickAsync();
        await Expect(page.GetByTestId($"dialog-{act}")).ToBeVisibleAsync();
    }

    private static async Task ConfirmAsync(IPage page)
    {
        await page.GetByTestId("confirm").ClickAsync();
        await Expect(page.GetByTestId("confirm")).ToBeHiddenAsync();
    }
}
