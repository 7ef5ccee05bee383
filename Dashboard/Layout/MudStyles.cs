using System.Text.RegularExpressions;

namespace VoterLiaison.Dashboard.Layout;

/// <summary>
/// Of MudBlazor's one sheet, the rules for what the house shows of it: dialogs, snackbars, and what they consist of. The sheet is 600 KB and styles
/// every component there is; what is left out here is nine tenths of it. EveryPageTests hold that nothing is missed.
/// </summary>
internal static partial class MudStyles
{
    private static readonly string[] _shown =
    [
        "mud-dialog", "mud-overlay", "mud-snackbar", "mud-focus-trap", "mud-button-root", "mud-button-close", "mud-icon-button", "mud-icon-root", "mud-icon-size", "mud-svg-icon", "mud-ripple",
        "mud-typography", "mud-alert-filled-normal", "mud-popover-provider", "ms-2", "scroll-locked", "outline-none", "pointer-events-none", "fixed",
    ];

    /// <param name="sheet">Without comments that hold braces: as it is published, minified.</param>
    public static string Of(string sheet) => string.Concat(Rules(Comment().Replace(sheet, "")).Select(Kept));

    /// <summary>Whether the rules for a class are kept.</summary>
    internal static bool IsShown(string className) => _shown.Any(shown => className.StartsWith(shown, StringComparison.Ordinal));

    /// <summary>What stands at the top: rules, and at-rules with what they hold.</summary>
    private static IEnumerable<string> Rules(string css)
    {
        var (depth, start) = (0, 0);
        for (var place = 0; place < css.Length; place++)
        {
            if (css[place] is '{')
            {
                depth++;
            }
            else if (css[place] is '}' && --depth == 0)
            {
                yield return css[start..(place + 1)];
                start = place + 1;
            }
            else if (css[place] is ';' && depth == 0)
            {
                start = place + 1; // @charset and the like
            }
        }
    }

    private static string Kept(string rule)
    {
        var (head, body) = (rule[..rule.IndexOf('{', StringComparison.Ordinal)], rule[(rule.IndexOf('{', StringComparison.Ordinal) + 1)..^1]);
        if (head.StartsWith("@media", StringComparison.Ordinal) || head.StartsWith("@supports", StringComparison.Ordinal))
        {
            var inner = string.Concat(Rules(body).Select(Kept));
            return inner.Length is 0 ? "" : $"{head}{{{inner}}}";
        }

        if (head.StartsWith("@keyframes", StringComparison.Ordinal))
        {
            return rule;
        }

        var selectors = head.StartsWith('@') ? [] : Selectors(head).Where(selector => Class().Matches(selector).All(name => IsShown(name.Groups[1].Value))).ToList();
        return selectors.Count is 0 ? "" : $"{string.Join(',', selectors)}{{{body}}}";
    }

    /// <summary>Parted by commas, but not by those within brackets.</summary>
    private static IEnumerable<string> Selectors(string head)
    {
        var (depth, start) = (0, 0);
        for (var place = 0; place <= head.Length; place++)
        {
            if (place == head.Length || (head[place] is ',' && depth == 0))
            {
                yield return head[start..place];
                start = place + 1;
            }
            else
            {
                depth += head[place] is '(' ? 1 : head[place] is ')' ? -1 : 0;
            }
        }
    }

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"\.(-?[A-Za-z_][\w-]*)")]
    private static partial Regex Class();
}
