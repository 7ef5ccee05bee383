using System.Diagnostics.CodeAnalysis;

namespace VoterLiaison.Domain.Rules;

internal static class Rule
{
    public static void Require([DoesNotReturnIf(false)] bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new RuleBrokenException(otherwise);
        }
    }

    /// <summary>The text without the space around it; refused when nothing is left.</summary>
    public static string Written(string? text, string otherwise)
    {
        Require(!string.IsNullOrWhiteSpace(text), otherwise);
        return text.Trim();
    }
}
