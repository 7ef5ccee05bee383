using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Domain.Books;
using VoterLiaison.Domain.Calendar;

namespace VoterLiaison.Dashboard.Late;

/// <summary>A year's closing that stands, for whoever shows the year as it is now.</summary>
/// <param name="Year">Which.</param>
/// <param name="Edition">第几次封账.</param>
/// <param name="ClosedAt">UTC.</param>
public sealed record StandingClosing(int Year, int Edition, DateTime ClosedAt)
{
    /// <summary>2025年度已于2026年1月5日封账，第1次.</summary>
    public string InWords => $"{Year}年度已于{ChinaTime.DayOf(ClosedAt):yyyy年M月d日}封账，第{Edition}次";
}

internal static class StandingClosingQueries
{
    public static Task<StandingClosing?> StandingClosingAsync(this LiaisonDbContext db, int year, CancellationToken cancellationToken) =>
        Of(db.ClosedYears.Where(closed => closed.Year == year)).SingleOrDefaultAsync(cancellationToken);

    public static Task<List<StandingClosing>> StandingClosingsAsync(this LiaisonDbContext db, CancellationToken cancellationToken) =>
        Of(db.ClosedYears).ToListAsync(cancellationToken);

    private static IQueryable<StandingClosing> Of(IQueryable<ClosedYear> closings) =>
        closings.Where(closed => closed.ReopenedAt == null).Select(closed => new StandingClosing(closed.Year, closed.Edition, closed.ClosedAt));
}
