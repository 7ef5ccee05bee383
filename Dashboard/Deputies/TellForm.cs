using VoterLiaison.Domain.Opinions;
using VoterLiaison.Domain.Rules;

namespace VoterLiaison.Dashboard.Deputies;

/// <summary>What is entered when a deputy told a voter.</summary>
public sealed class TellForm
{
    public FeedbackMeans? Means { get; set; } = FeedbackMeans.Telephone;

    public TellDay Day { get; set; }

    /// <summary>Where it was neither today nor yesterday.</summary>
    public DateOnly? Earlier { get; set; }

    public string Said { get; set; } = "";

    public VoterRating? Rating { get; set; }

    public DateOnly On(DateOnly today) => Day switch
    {
        TellDay.Today => today,
        TellDay.Yesterday => today.AddDays(-1),
        TellDay.Earlier => Earlier ?? throw new RuleBrokenException("请选是哪一天告知的。"),
    };

    /// <exception cref="RuleBrokenException">The means or the day is missing.</exception>
    public FeedbackFacts Facts(string deputy, DateOnly today) =>
        new(Means ?? throw new RuleBrokenException("请选怎么告诉的。"), deputy, Said, On(today), Rating);
}

public enum TellDay
{
    Today,
    Yesterday,
    Earlier,
}
