using Microsoft.EntityFrameworkCore;

namespace VoterLiaison.Dashboard.Data;

internal static class YearsOfOpinions
{
    /// <summary>The years in which opinions were collected, newest first. An import that was undone leaves a series, and no opinion.</summary>
    public static Task<List<int>> YearsAsync(this LiaisonDbContext db, CancellationToken cancellationToken) => db.OpinionSeries
        .Where(series => db.Opinions.Any(o => o.Year == series.Year && o.StationId == series.StationId))
        .Select(series => series.Year).Distinct().OrderByDescending(year => year).ToListAsync(cancellationToken);
}
