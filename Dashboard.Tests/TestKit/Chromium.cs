using Microsoft.Playwright;

namespace VoterLiaison.TestKit;

/// <summary>The machine's Chromium, driven by Playwright. Without one a test is skipped; with LIAISON_BROWSER_TESTS=required it fails.</summary>
public sealed class Chromium : IAsyncDisposable
{
    private const string Path = "/usr/bin/chromium";

    /// <summary>Several browsers share two cores; what is waited for ends the waiting.</summary>
    private const float PatienceInMilliseconds = 30_000;

    /// <summary>What Playwright itself would wait on for ever: its driver, and a browser that does not go.</summary>
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);

    private static readonly string[] _flags =
    [
        "--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private Chromium(IPlaywright playwright, IBrowser browser) => (_playwright, _browser) = (playwright, browser);

    public static async Task<Chromium> StartAsync()
    {
        if (!File.Exists(Path))
        {
            const string Reason = $"There is no {Path}.";
            Assert.SkipUnless(Environment.GetEnvironmentVariable("LIAISON_BROWSER_TESTS") == "required", Reason);
            Assert.Fail(Reason);
        }

        Assertions.SetDefaultExpectTimeout(PatienceInMilliseconds);
        var playwright = await Playwright.CreateAsync().WaitAsync(_patience);
        try
        {
            return new Chromium(playwright, await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Path, Args = _flags }));
        }
        catch
        {
            playwright.Dispose();
            throw;
        }
    }

    /// <summary>A page in a browser of its own: no cookie and no storage is shared with another.</summary>
    public async Task<IPage> OpenAsync(Uri address, int width = 1440, int height = 900, SitePerson? person = null, bool scripts = true)
    {
        var context = await _browser.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = height }, Locale = "zh-CN", JavaScriptEnabled = scripts });
        if (person is not null)
        {
            await context.AddCookiesAsync([new() { Name = person.CookieName, Value = person.CookieValue, Url = address.GetLeftPart(UriPartial.Authority) }]);
        }

        var page = await context.NewPageAsync();
        await page.GotoAsync(address.ToString());
        return page;
    }

    /// <summary>Ends when the masthead says that the connection stands. A page is there before its circuit is; from here on clicks are heard.</summary>
    public static Task StandsAsync(IPage page) => Assertions.Expect(page.Locator("[data-testid=connection]:not([aria-busy])")).ToHaveCountAsync(1);

    /// <summary>Ends when all of a page has come. While its circuit takes it over, it has no title for a moment.</summary>
    public static async Task HasComeAsync(IPage page)
    {
        await Assertions.Expect(page.Locator("[aria-busy=true]")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator("head > title")).ToHaveCountAsync(1);
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync().AsTask().WaitAsync(_patience);
        _playwright.Dispose();
    }
}
