using System.Text.RegularExpressions;

namespace VoterLiaison.Dashboard.Opinions;

/// <summary>Numbers of other opinions that stand in a history. Those outside the reader's scope are not said.</summary>
internal static partial class OpinionNumbers
{
    public static IEnumerable<string> In(string note) => Number().Matches(note).Select(match => match.Value);

    public static string Hide(string note, IReadOnlySet<string> seen) => Number().Replace(note, match => seen.Contains(match.Value) ? match.Value : "另一件");

    // Not \b: a Chinese character is a letter too, and 并入2026-… has no boundary before the number.
    [GeneratedRegex(@"(?<![0-9A-Za-z])[0-9]{4}-[A-Z0-9]+-[0-9]{4,}(?![0-9A-Za-z])")]
    private static partial Regex Number();
}
