using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard.Live;

/// <summary>结转: by the day of the event, and not by the stage of now. What books, closings and pages count of it, they count by these.</summary>
internal static class BalanceFilter
{
    /// <summary>未办结 at the beginning of a day: collected before, and not concluded by then.</summary>
    public static IQueryable<Opinion> OutstandingBefore(this IQueryable<Opinion> opinions, DateOnly day) =>
        opinions.Where(o => o.CollectedOn < day && (o.ConcludedOn == null || o.ConcludedOn >= day));

    /// <summary>办结 from a day until before another, whenever it was collected.</summary>
    public static IQueryable<Opinion> ConcludedWithin(this IQueryable<Opinion> opinions, DateOnly first, DateOnly next) =>
        opinions.Where(o => o.CollectedOn < next && o.ConcludedOn >= first && o.ConcludedOn < next);
}
