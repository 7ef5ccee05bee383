using System.Diagnostics.CodeAnalysis;

namespace VoterLiaison.Domain.Rules;

/// <summary>How an aggregate refuses: with a sentence for the person who tried.</summary>
public static class Rule
{
    /// <exception cref="RuleBrokenException">It does not hold.</exception>
    public static void Require([DoesNotReturnIf(false)] bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new RuleBrokenException(otherwise);
        }
    }

    /// <summary>The text without the space around it; refused when nothing is left.</summary>
    /// <exception cref="RuleBrokenException">Nothing is left.</exception>
    public static string Written(string? text, string otherwise)
    {
        Require(!string.IsNullOrWhiteSpace(text), otherwise);
        return text.Trim();
    }
}
