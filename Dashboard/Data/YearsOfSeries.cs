using Microsoft.EntityFrameworkCore;
using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard.Data;

internal static class YearsOfSeries
{
    /// <summary>The years in which opinions were collected, newest first.</summary>
    public static Task<List<int>> YearsAsync(this IQueryable<OpinionSeries> series, CancellationToken cancellationToken) =>
        series.Select(one => one.Year).Distinct().OrderByDescending(year => year).ToListAsync(cancellationToken);
}
