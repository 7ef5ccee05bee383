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

    /// <summary>The opinions with which it was done in a span of days. One with which it was done twice is one row and two 件次.</summary>
    public static IQueryable<Opinion> DoneWithin(this IQueryable<Opinion> opinions, DoneSpan span)
    {
        var (from, until) = (span.From, span.Until);
        return span.What switch
        {
            DoneKind.Forwarded => opinions.Where(o => o.Forwardings.Any(forwarding => forwarding.EndedOn == null && forwarding.ForwardedOn >= from && forwarding.ForwardedOn <= until)),
            DoneKind.Answered => opinions.Where(o => o.Forwardings.Any(forwarding => forwarding.Answers.Any(answer => answer.Kind == AnswerKind.Lead && answer.AnsweredOn >= from && answer.AnsweredOn <= until))),
            DoneKind.FedBack => opinions.Where(o => o.Feedbacks.Any(feedback => feedback.FedBackOn >= from && feedback.FedBackOn <= until)),
        };
    }
}

/// <summary>转交, 答复 or 反馈 from a day to a day, both included, whenever the opinion was collected.</summary>
public sealed record DoneSpan(DoneKind What, DateOnly From, DateOnly Until);

public enum DoneKind
{
    /// <summary>转交, not withdrawn and not returned.</summary>
    Forwarded = 1,

    /// <summary>答复 of the lead.</summary>
    Answered,

    /// <summary>反馈.</summary>
    FedBack,
}

/// <summary>Something that was done once.</summary>
internal sealed class Done
{
    public required int StationId { get; init; }

    public required DateOnly On { get; init; }
}
