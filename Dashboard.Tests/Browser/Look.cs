using Deque.AxeCore.Commons;
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

    private static readonly string _axe = new BundledAxeScriptProvider().GetScript();

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
    public async Task<IEnumerable<string>> FlawsAsync(IPage page)
    {
        if (!await page.EvaluateAsync<bool>("'axe' in window"))
        {
            await page.EvaluateAsync(_axe);
        }

        var flaws = await page.EvaluateAsync<string[]>(
            """
            async () => {
                const { violations } = await axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"], resultTypes: ["violations"] });
                const patterned = [...document.querySelectorAll("main *")].filter(it => it.innerText?.trim() && getComputedStyle(it).backgroundImage.includes("repeating"));
                return [
                    ...violations.flatMap(flaw => flaw.nodes.map(node => `${flaw.id}, ${flaw.help}: ${node.html}`)),
                    ...patterned.map(it => `these words lie on a pattern: ${it.innerText}`),
                ];
            }
            """);
        return flaws.Select(flaw => $"{page.Url} ({Name}): {flaw}");
    }
}
