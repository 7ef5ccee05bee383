using System.Text.RegularExpressions;
using Microsoft.Playwright;
using VoterLiaison.Dashboard;
using VoterLiaison.TestKit;

namespace VoterLiaison.Browser;

/// <summary>
/// Every page, as everybody who may open it, in every width and look: kept as a picture (LIAISON_PICTURES names the folder), held against WCAG 2.1 AA, and never wider
/// than its window. It takes half an hour and is run on purpose: README.md says how.
/// </summary>
public sealed partial class EveryPagePicturesTests
{
    private static readonly (Look Look, int[] Widths)[] _shown =
    [
        (Look.Light, [1920, 1440, 768, 390, 320]),
        (Look.Dark, [1920, 1440, 768, 390, 320]),
        (Look.High, [1440]),
        (Look.HighDark, [1440]),
        (Look.Large, [1920, 1440, 390]),
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory(Explicit = true)]
    [InlineData("anybody")]
    [InlineData("office")]
    [InlineData("unit")]
    [InlineData("station")]
    [InlineData("deputy")]
    [InlineData("admin")]
    [InlineData("auditor")]
    public async Task Every_page_can_be_read_in_every_look_and_is_never_wider_than_its_window(string role)
    {
        await using var chromium = await Chromium.StartAsync();
        await using var site = LiaisonSite.With(("environment", "Development"));
        var page = role is "anybody" ? await chromium.OpenAsync(new Uri(site.Address, Addresses.PublicHome)) : await EveryPage.SignInAsync(chromium, site, role);
        var waiting = new Queue<string>((await EveryPage.AddressesAsync(site)).Where(address => IsFor(role, address)));
        var named = EveryPage.OfOne.ToDictionary(template => template, template => new Regex($"^{Place().Replace(template, "[^/]+")}$"));
        var flaws = new List<string>();

        while (waiting.TryDequeue(out var address))
        {
            try
            {
                var answer = await page.GotoAsync(new Uri(site.Address, address).ToString(), new() { WaitUntil = WaitUntilState.NetworkIdle });
                if (answer is not { Ok: true })
                {
                    continue;
                }

                await Chromium.HasComeAsync(page);
                flaws.AddRange(await LookAtAsync(page, $"{role}/{FileName(address)}"));
                foreach (var (template, link) in await NewAsync(page, named))
                {
                    named.Remove(template);
                    waiting.Enqueue(link);
                }
            }
            catch (PlaywrightException broken)
            {
                flaws.Add($"{role}/{address}: {broken.Message}"); // the others are looked at all the same
            }
        }

        Assert.True(flaws.Count == 0, string.Join('\n', flaws.Distinct())); // all of them, whole: finding them takes long
    }

    /// <summary>Whoever works here is not shown again what anybody may read.</summary>
    private static bool IsFor(string role, string address) =>
        role is "anybody" == (address.StartsWith(Addresses.PublicHome, StringComparison.Ordinal) || address is Addresses.SignInPattern or Addresses.WallDoor or Addresses.NotFound or Addresses.Error);

    private static async Task<IEnumerable<string>> LookAtAsync(IPage page, string name)
    {
        var flaws = new List<string>();
        foreach (var (look, widths) in _shown)
        {
            await look.PutOnAsync(page);
            foreach (var width in widths)
            {
                await page.SetViewportSizeAsync(width, width < 500 ? 844 : width * 9 / 16);
                await Pictures.TakeAsync(page, $"{name}-{width}-{look.Name}", whole: true);
                if (await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth") is var over and > 0)
                {
                    flaws.Add($"{name} ({look.Name}): {over} px wider than {width}");
                }

                if (width is 1440 || (width, look) == (320, Look.Light))
                {
                    flaws.AddRange(await look.FlawsAsync(page));
                }
            }
        }

        return flaws;
    }

    /// <summary>Of each kind of page that has not been seen yet, the first a link leads to.</summary>
    private static async Task<IEnumerable<(string Template, string Link)>> NewAsync(IPage page, Dictionary<string, Regex> named)
    {
        var links = await page.EvaluateAsync<string[]>("[...document.querySelectorAll('a[href]')].filter(a => a.origin === location.origin).map(a => a.pathname)");
        return [.. from kind in named
                   let link = links.FirstOrDefault(kind.Value.IsMatch)
                   where link is not null
                   select (kind.Key, link)];
    }

    private static string FileName(string address) => Uri.UnescapeDataString(address).Trim('/').Split('#')[0].Replace('/', '.').Replace('?', '.') is { Length: > 0 } name ? name : "home";

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Place();
}
