using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Deputies;

namespace VoterLiaison.Dashboard.Feeds;

/// <summary>Whose calendars somebody may have: one's own, a station's within the scope, and that of a deputy who receives voters nowhere else.</summary>
/// <remarks>A deputy who also receives elsewhere has dates there; whoever does not see that station makes no address that tells them.</remarks>
internal static class FeedReach
{
    public static IQueryable<Deputy> Within(this IQueryable<Deputy> deputies, Reach reach)
    {
        List<int> own = [.. reach.Deputies];
        List<int> stations = [.. reach.Stations];
        return reach.Everything
            ? deputies
            : deputies.Where(deputy => own.Contains(deputy.Id) || (deputy.Stations.Any() && deputy.Stations.All(link => stations.Contains(link.StationId))));
    }

    public static IQueryable<CalendarFeed> Within(this IQueryable<CalendarFeed> feeds, LiaisonDbContext db, Reach reach)
    {
        List<int> stations = [.. reach.Stations];
        var deputies = db.Deputies.Within(reach).Select(deputy => (int?)deputy.Id);
        return reach.Everything ? feeds : feeds.Where(feed => stations.Contains(feed.StationId ?? 0) || deputies.Contains(feed.DeputyId));
    }
}
