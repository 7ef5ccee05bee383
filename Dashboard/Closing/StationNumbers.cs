using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Live;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Books;
using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard.Closing;

/// <summary>The numbers of each station in a year, as they stand now: those that are frozen, and those the frozen ones are compared with.</summary>
internal static class StationNumbers
{
    /// <summary>By station and key; a number that is not there is zero.</summary>
    public static async Task<Dictionary<(int StationId, string Key), int>> ReadAsync(LiaisonDbContext db, int year, Reach reach, DateOnly today, CancellationToken cancellationToken)
    {
        var opinions = db.Opinions.AsNoTracking().Within(reach);
        var ofYear = opinions.Where(o => o.Year == year);
        var (first, next) = (new DateOnly(year, 1, 1), new DateOnly(year + 1, 1, 1));
        var numbers = new Dictionary<(int, string), int>();
        foreach (var (station, counts) in await CountQueries.CountAsync(ofYear, today, cancellationToken))
        {
            foreach (var measure in Measure.All.Where(measure => counts[measure] > 0))
            {
                numbers[(station, measure.Key)] = counts[measure];
            }
        }

        await AddAsync(FrozenCount.Opening, opinions.OutstandingBefore(first));
        await AddAsync(FrozenCount.Received, ofYear);
        await AddAsync(FrozenCount.Concluded, opinions.ConcludedWithin(first, next));
        await AddAsync(FrozenCount.Closing, OutstandingAt(opinions, year));
        return numbers;

        async Task AddAsync(string key, IQueryable<Opinion> counted)
        {
            foreach (var station in await counted.GroupBy(o => o.StationId).Select(group => new { Id = group.Key, Times = group.Count() }).ToListAsync(cancellationToken))
            {
                numbers[(station.Id, key)] = station.Times;
            }
        }
    }

    /// <summary>年末未办结: what is carried over from a year.</summary>
    public static IQueryable<Opinion> OutstandingAt(IQueryable<Opinion> opinions, int year) => opinions.OutstandingBefore(new DateOnly(year + 1, 1, 1));
}
