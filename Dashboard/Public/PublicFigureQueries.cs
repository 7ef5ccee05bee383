using VoterLiaison.Dashboard.Live;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Calendar;
using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard.Public;

/// <summary>A year's figures: the district's sum of the very counts the board shows.</summary>
public sealed class PublicFigureQueries(CountQueries counts, TimeProvider clock)
{
    public async Task<YearInFigures> OfAsync(int? year = null, CancellationToken cancellationToken = default)
    {
        var now = ChinaTime.At(clock.GetUtcNow().UtcDateTime);
        var today = DateOnly.FromDateTime(now);
        var byStation = await counts.ByStationAsync(year ?? today.Year, today, cancellationToken);
        return new YearInFigures(year ?? today.Year, now, OpinionCounts.Sum(byStation.Values));
    }

    /// <summary>The years there is something to tell of, newest first; this one in any case.</summary>
    public async Task<IReadOnlyList<int>> YearsAsync(CancellationToken cancellationToken = default) =>
        [.. (await counts.YearsAsync(Reach.All, cancellationToken)).Append(clock.Today().Year).Distinct().OrderDescending()];
}

/// <param name="Year">年度, by the day of collection.</param>
/// <param name="Now">By the clock in the district.</param>
/// <param name="Counts">Of the whole district.</param>
public sealed record YearInFigures(int Year, DateTime Now, OpinionCounts Counts)
{
    /// <summary>What was collected and is not forwarded; of its four parts each opinion is one.</summary>
    public int NotForwarded => Counts.Explained + Counts.OutOfScope + Counts.Merged + Counts.ToForward;

    public string Period => Year == Now.Year ? $"{Year}年1月1日至{Now:M月d日}，数据截至{Now:H:mm}" : $"{Year}年1月1日至12月31日收集的，办理情况截至{Now:yyyy年M月d日}";
}
