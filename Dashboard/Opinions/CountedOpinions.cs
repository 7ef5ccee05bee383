using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard.Opinions;

internal static class CountedOpinions
{
    /// <summary>The rows a measure counts on a day: the very same that <see cref="Measure.Counts"/> counts in memory.</summary>
    public static IQueryable<Opinion> Counted(this IQueryable<Opinion> opinions, Measure measure, DateOnly today)
    {
        var stages = measure.Stages.ToList();
        opinions = stages.Count == Enum.GetValues<OpinionStage>().Length ? opinions : opinions.Where(o => stages.Contains(o.Stage));
        opinions = measure.Owed ? opinions.Where(o => o.AwaitingFeedbackSince != null) : opinions;
        opinions = measure.Open ? opinions.Where(o => o.ConcludedOn == null) : opinions;
        opinions = measure.Age is { } age ? opinions.Aged(age, today) : opinions;
        return measure.Late switch
        {
            Lateness.None => opinions,
            Lateness.Overdue => opinions.Where(o => o.DueOn < today),
            Lateness.GravelyOverdue => opinions.Where(o => o.GravelyDueOn < today),
        };
    }

    private static IQueryable<Opinion> Aged(this IQueryable<Opinion> opinions, OpinionAge age, DateOnly today)
    {
        var (week, month) = Standing.AgesFrom(today);
        return age switch
        {
            OpinionAge.UnderAWeek => opinions.Where(o => o.CollectedOn >= week),
            OpinionAge.UpToAMonth => opinions.Where(o => o.CollectedOn >= month && o.CollectedOn < week),
            OpinionAge.Longer => opinions.Where(o => o.CollectedOn < month),
        };
    }
}
