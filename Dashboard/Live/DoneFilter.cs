using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard.Live;

/// <summary>件次: where and when something was done, whenever the opinion was collected. What books, pages, boards and walls count of it, they count by these.</summary>
internal static class DoneFilter
{
    public static IQueryable<Done> Collections(this IQueryable<Opinion> opinions) => opinions.Select(o => new Done { StationId = o.StationId, On = o.CollectedOn });

    /// <summary>转交: journeys that were neither withdrawn nor returned.</summary>
    public static IQueryable<Done> Forwardings(this IQueryable<Opinion> opinions) =>
        opinions.SelectMany(o => o.Forwardings.Where(forwarding => forwarding.EndedOn == null), (o, forwarding) => new Done { StationId = o.StationId, On = forwarding.ForwardedOn });

    /// <summary>答复: of the lead.</summary>
    public static IQueryable<Done> Answers(this IQueryable<Opinion> opinions) =>
        opinions.SelectMany(o => o.Forwardings.SelectMany(forwarding => forwarding.Answers).Where(answer => answer.Kind == AnswerKind.Lead), (o, answer) => new Done { StationId = o.StationId, On = answer.AnsweredOn });

    /// <summary>反馈: voters told.</summary>
    public static IQueryable<Done> Feedbacks(this IQueryable<Opinion> opinions) => opinions.SelectMany(o => o.Feedbacks, (o, feedback) => new Done { StationId = o.StationId, On = feedback.FedBackOn });
}

/// <summary>Something that was done once.</summary>
internal sealed class Done
{
    public required int StationId { get; init; }

    public required DateOnly On { get; init; }
}
