using MudBlazor;

namespace VoterLiaison.Dashboard.Layout;

/// <summary>
/// MudBlazor's measures and type. Its colours are those of css/tokens.css (see css/mudblazor.css): light and dark
/// change in the browser before the first paint, which the server could not know.
/// </summary>
public static class LiaisonTheme
{
    private const string Work = "var(--t-13)";

    public static MudTheme Instance { get; } = new()
    {
        LayoutProperties = new() { DefaultBorderRadius = "6px", AppbarHeight = "52px" },
        Shadows = new() { Elevation = [.. Enumerable.Repeat("none", 26)] },
        Typography = new()
        {
            Default = new DefaultTypography { FontFamily = ["var(--font)"], FontSize = Work, LineHeight = "1.5", LetterSpacing = "0" },
            Body1 = new Body1Typography { FontSize = Work, LineHeight = "1.5", LetterSpacing = "0" },
            Body2 = new Body2Typography { FontSize = Work, LineHeight = "1.5", LetterSpacing = "0" },
            Subtitle1 = new Subtitle1Typography { FontSize = Work, LineHeight = "1.5", LetterSpacing = "0" },
            H6 = new H6Typography { FontSize = "var(--t-18)", FontWeight = "700", LineHeight = "1.4", LetterSpacing = "0" },
            Button = new ButtonTypography { FontSize = Work, FontWeight = "400", LineHeight = "1.5", LetterSpacing = "0", TextTransform = "none" },
            Caption = new CaptionTypography { FontSize = "var(--t-12)", LineHeight = "1.5", LetterSpacing = "0" },
        },
    };
}
