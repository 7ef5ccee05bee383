using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard.Opinions;

/// <summary>现场答复: what the voter was told there and then, so that nothing need be carried anywhere.</summary>
/// <param name="Explanation">What was said; of what is out of scope, why.</param>
/// <param name="GivenBy">By whom, as a rule the deputy.</param>
/// <param name="PointedTo">Where the voter was sent with what is out of scope; null where it was explained.</param>
/// <param name="Means">How they met.</param>
public sealed record OnTheSpot(string Explanation, string GivenBy, string? PointedTo = null, FeedbackMeans Means = FeedbackMeans.InPerson)
{
    internal OpinionAct Act => PointedTo is null ? OpinionAct.Explain : OpinionAct.PointElsewhere;

    internal void Tell(Opinion opinion, DateOnly on, Stamp stamp)
    {
        var told = new FeedbackFacts(Means, GivenBy, "", on);
        if (PointedTo is null)
        {
            opinion.Explain(Explanation, on, told, stamp);
        }
        else
        {
            opinion.PointElsewhere(PointedTo, Explanation, on, told, stamp);
        }
    }
}
