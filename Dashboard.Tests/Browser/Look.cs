using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace VoterLiaison.Browser;

/// <summary>How the screen looks: what the system asks for, and whether the reader chose 大字.</summary>
internal sealed record Look(string Name, ColorScheme Theme, Contrast Contrast = Contrast.NoPreference, bool IsLarge = false)
{
    public static readonly Look Light = new("light", ColorScheme.Light);
    public static readonly Look Dark = new("dark", ColorScheme.Dark);
    public static readonly Look High = new("high", ColorScheme.Light, Contrast.More);
    public static readonly Look HighDark = new("high-dark", ColorScheme.Dark, Contrast.More);
    public static readonly Look Large = new("large", ColorScheme.Light, IsLarge: true);

    private static readonly AxeRunOptions _wcag = new() { RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"] } };

    /// <summary>Shows an open page so; js/theme.js follows without another request.</summary>
    public async Task PutOnAsync(IPage page)
    {
        await page.EmulateMediaAsync(new() { ColorScheme = Theme, Contrast = Contrast, ReducedMotion = ReducedMotion.Reduce });
        await page.EvaluateAsync(
            """
            large => {
                localStorage.setItem('type', large ? 'large' : 'standard');
                dispatchEvent(new Event('storage'));
                document.documentElement.classList.toggle('large-type', large && location.pathname.startsWith('/public')); // the voters' pages have a 大字版 of their own
            }
            """,
            IsLarge);
    }

    /// <summary>What keeps somebody from reading the page or acting on it (WCAG 2.1 A and AA, and words on a pattern).</summary>
    public async Task<IEnumerable<string>> FlawsAsync(IPage page) =>
    [
        .. from flaw in (await page.RunAxe(_wcag)).Violations
           from node in flaw.Nodes
           select $"{page.Url} ({Name}): {flaw.Id}, {flaw.Help}: {node.Html}",
        .. from words in await page.EvaluateAsync<string[]>("[...document.querySelectorAll('main *')].filter(it => it.innerText?.trim() && getComputedStyle(it).backgroundImage.includes('repeating')).map(it => it.innerText)")
           select $"{page.Url} ({Name}): these words lie on a pattern: {words}",
    ];
}
