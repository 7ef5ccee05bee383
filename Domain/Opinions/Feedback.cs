using VoterLiaison.Domain.Rules;

namespace VoterLiaison.Domain.Opinions;

/// <summary>What a person says when recording that the voter was told.</summary>
/// <param name="Means">How.</param>
/// <param name="GivenBy">By whom: the deputy, or the person who did it for her.</param>
/// <param name="Explanation">解释说明, owed where the matter cannot be solved for now.</param>
/// <param name="On">The day, in the district.</param>
/// <param name="Rating">选民评价, if it was given then.</param>
public sealed record FeedbackFacts(FeedbackMeans Means, string GivenBy, string Explanation, DateOnly On, VoterRating? Rating = null)
{
    internal void Require(DateOnly owedSince, DateOnly today)
    {
        Rule.Require(On <= today, $"日期{On:yyyy-MM-dd}还没有到。");
        Rule.Require(On >= owedSince, $"{owedSince:yyyy-MM-dd}才有答复或解释，反馈日期不能更早。");
        Rule.Written(GivenBy, "请写明由谁告知选民。");
    }
}

/// <summary>反馈: the voter was told — how, by whom, and what the voter thought of it. One for each round.</summary>
public sealed class Feedback
{
    private Feedback(FeedbackMeans means, int round, string givenBy, string explanation, DateOnly fedBackOn)
    {
        Means = means;
        Round = round;
        GivenBy = givenBy;
        Explanation = explanation;
        FedBackOn = fedBackOn;
    }

    internal Feedback(FeedbackFacts facts, int round)
        : this(facts.Means, round, facts.GivenBy.Trim(), facts.Explanation.Trim(), facts.On)
    {
        Rating = facts.Rating;
        RatedOn = facts.Rating is null ? null : facts.On;
    }

    public int Id { get; private set; }

    public int OpinionId { get; private set; }

    public FeedbackMeans Means { get; private set; }

    /// <summary>办理轮次; 0 where nothing was ever forwarded.</summary>
    public int Round { get; private set; }

    public string GivenBy { get; private set; }

    public string Explanation { get; private set; }

    public DateOnly FedBackOn { get; private set; }

    public VoterRating? Rating { get; private set; }

    public DateOnly? RatedOn { get; private set; }

    internal void TakeOut(PersonalTraces traces)
    {
        GivenBy = traces.TakeOutOf(GivenBy);
        Explanation = traces.TakeOutOf(Explanation);
    }

    internal void Rate(VoterRating rating, DateOnly on)
    {
        Rule.Require(on >= FedBackOn, "评价日期不能早于反馈日期。");
        Rating = rating;
        RatedOn = on;
    }
}

public enum FeedbackMeans
{
    InPerson = 1,
    Telephone,
    TextMessage,
    Writing,
    Online,

    /// <summary>公开: by notice, where the voters left no name.</summary>
    PublicNotice,

    /// <summary>写在回执上: whoever asks with the receipt reads it there.</summary>
    Receipt,
}

/// <summary>选民评价.</summary>
public enum VoterRating
{
    Satisfied = 1,
    MostlySatisfied,
    Dissatisfied,

    /// <summary>未能联系上: counts as unrated in every rate, and may give way to a rating later.</summary>
    NotReached,
}
