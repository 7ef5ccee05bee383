using Microsoft.EntityFrameworkCore;
using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard.Data;

internal static class YearsWithOpinions
{
    /// <summary>The years that have any of these opinions, newest first. A series alone is no year: an import that was undone leaves one.</summary>
    public static Task<List<int>> YearsAsync(this LiaisonDbContext db, IQueryable<Opinion> opinions, CancellationToken cancellationToken) => db.OpinionSeries
        .Where(series => opinions.Any(o => o.Year == series.Year && o.StationId == series.StationId))
        .Select(series => series.Year).Distinct().OrderByDescending(year => year).ToListAsync(cancellationToken);
}
