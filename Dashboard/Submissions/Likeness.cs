using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard.Submissions;

/// <summary>How alike two texts are, by the pairs of characters they share: 0 nothing, 1 the same. A hint for a person, who decides.</summary>
internal static class Likeness
{
    /// <summary>Below it, two texts of the same street share no more than its name.</summary>
    public const double WorthShowing = 0.22;

    public static HashSet<int> PairsOf(string text)
    {
        List<char> signs = [.. text.Where(char.IsLetterOrDigit)];
        return [.. signs.Zip(signs.Skip(1), (first, second) => (first << 16) | second)];
    }

    public static double Between(HashSet<int> one, HashSet<int> other) =>
        one.Count + other.Count == 0 ? 0 : 2d * (one.Count < other.Count ? one.Count(other.Contains) : other.Count(one.Contains)) / (one.Count + other.Count);
}

/// <param name="Number">意见编号.</param>
/// <param name="Station">Where it was collected.</param>
/// <param name="CollectedOn">When.</param>
/// <param name="Stage">How far it has come.</param>
/// <param name="Words">What was said.</param>
/// <param name="Followers">How many travel with it.</param>
public sealed record Alike(string Number, string Station, DateOnly CollectedOn, OpinionStage Stage, string Words, int Followers);
