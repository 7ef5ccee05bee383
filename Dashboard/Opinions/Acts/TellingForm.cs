using VoterLiaison.Domain.Opinions;
using VoterLiaison.Domain.Rules;

namespace VoterLiaison.Dashboard.Opinions.Acts;

/// <summary>What is asked when the voter was told.</summary>
public sealed class TellingForm
{
    public FeedbackMeans? Means { get; set; }
    public string By { get; set; } = "";
    public string Explanation { get; set; } = "";
    public VoterRating? Rating { get; set; }

    /// <summary>A form that begins with the deputy the voter knows.</summary>
    public static TellingForm For(OpinionDetail detail) => new() { By = detail.OwnDeputies.FirstOrDefault()?.Name ?? "" };

    public FeedbackFacts Facts(DateOnly on) => new(Means ?? throw new RuleBrokenException("请选择是怎么告诉选民的。"), By, Explanation, on, Rating);
}
