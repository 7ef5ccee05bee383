using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard.Live;

/// <summary>件次: the days on which something was done, whenever the opinion was collected. What books, pages and walls count of it, they count by these.</summary>
internal static class DoneFilter
{
    /// <summary>转交: journeys that were neither withdrawn nor returned.</summary>
    public static IQueryable<DateOnly> ForwardedDays(this IQueryable<Opinion> opinions) =>
        opinions.SelectMany(o => o.Forwardings).Where(forwarding => forwarding.EndedOn == null).Select(forwarding => forwarding.ForwardedOn);

    /// <summary>答复: of the lead.</summary>
    public static IQueryable<DateOnly> AnsweredDays(this IQueryable<Opinion> opinions) =>
        opinions.SelectMany(o => o.Forwardings).SelectMany(forwarding => forwarding.Answers).Where(answer => answer.Kind == AnswerKind.Lead).Select(answer => answer.AnsweredOn);

    /// <summary>反馈: voters told.</summary>
    public static IQueryable<DateOnly> FedBackDays(this IQueryable<Opinion> opinions) => opinions.SelectMany(o => o.Feedbacks).Select(feedback => feedback.FedBackOn);
}
