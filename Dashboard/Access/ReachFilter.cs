using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Activities;
using VoterLiaison.Domain.Deputies;
using VoterLiaison.Domain.Opinions;
using VoterLiaison.Domain.Stations;
using VoterLiaison.Domain.Submissions;

namespace VoterLiaison.Dashboard.Access;

/// <summary>The rows within a scope: the very same that <see cref="Reach.Covers(Opinion)"/> says in memory.</summary>
public static class ReachFilter
{
    public static IQueryable<Opinion> Within(this IQueryable<Opinion> opinions, Reach reach)
    {
        if (reach.Everything)
        {
            return opinions;
        }

        // Lists of the context's own, so that the same scope makes the same statement.
        List<int> stations = [.. reach.Stations];
        List<int> deputies = [.. reach.Deputies];
        return deputies.Count == 0
            ? opinions.Where(o => stations.Contains(o.StationId))
            : opinions.Where(o => stations.Contains(o.StationId) || o.Deputies.Any(link => deputies.Contains(link.DeputyId)));
    }

    public static IQueryable<Station> Within(this IQueryable<Station> stations, Reach reach)
    {
        List<int> ids = [.. reach.Stations];
        return reach.Everything ? stations : stations.Where(station => ids.Contains(station.Id));
    }

    /// <summary>The very same that <see cref="Reach.Covers(Deputy)"/> says in memory.</summary>
    public static IQueryable<Deputy> Within(this IQueryable<Deputy> deputies, Reach reach)
    {
        List<int> stations = [.. reach.Stations];
        List<int> own = [.. reach.Deputies];
        return reach.Everything ? deputies : deputies.Where(deputy => own.Contains(deputy.Id) || deputy.Stations.Any(link => stations.Contains(link.StationId)));
    }

    public static IQueryable<Submission> Within(this IQueryable<Submission> submissions, Reach reach)
    {
        List<int> stations = [.. reach.Stations];
        return reach.Everything ? submissions : submissions.Where(submission => stations.Contains(submission.StationId));
    }

    public static IQueryable<ContactSession> Within(this IQueryable<ContactSession> sessions, Reach reach)
    {
        List<int> stations = [.. reach.Stations];
        return reach.Everything ? sessions : sessions.Where(session => stations.Contains(session.StationId));
    }
}
