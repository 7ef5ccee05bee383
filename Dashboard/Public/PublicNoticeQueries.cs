using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Domain.Notices;

namespace VoterLiaison.Dashboard.Public;

/// <summary>办理公示, as it was written for everybody; of the opinion itself no more is told than its category and its unit.</summary>
public sealed class PublicNoticeQueries(IDbContextFactory<LiaisonDbContext> contexts)
{
    public const int PageSize = 10;

    public async Task<NoticeList> ListAsync(NoticeAddress asked, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var all = from notice in db.ProgressNotices.AsNoTracking()
                  where notice.WithdrawnOn == null
                  join opinion in db.Opinions on notice.OpinionId equals opinion.Id
                  join station in db.Stations on opinion.StationId equals station.Id
                  join unit in db.Units on station.UnitId equals unit.Id
                  join category in db.Categories on opinion.CategoryId equals category.Id into known
                  from category in known.DefaultIfEmpty()
                  select new { Notice = notice, Unit = unit, Category = category };
        var years = await all.Select(one => one.Notice.PublishedOn.Year).Distinct().OrderDescending().ToListAsync(cancellationToken);
        var units = await all.Select(one => one.Unit).Distinct().OrderBy(unit => unit.Order).ToListAsync(cancellationToken);
        var categories = await all.Where(one => one.Category != null).Select(one => one.Category!).Distinct().OrderBy(category => category.Order).ToListAsync(cancellationToken);
        var found = all;
        found = asked.Unit is { } unitCode ? found.Where(one => one.Unit.Code == unitCode) : found;
        found = asked.Category is { } categoryCode ? found.Where(one => one.Category!.Code == categoryCode) : found;
        if (asked.Year is { } year)
        {
            var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
            found = found.Where(one => one.Notice.PublishedOn >= first && one.Notice.PublishedOn <= last);
        }

        var total = await found.CountAsync(cancellationToken);
        var page = Math.Clamp(asked.Page, 1, Math.Max(1, (total + PageSize - 1) / PageSize));
        var rows = await found.OrderByDescending(one => one.Notice.PublishedOn).ThenByDescending(one => one.Notice.Id).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(cancellationToken);
        return new NoticeList(
            [.. rows.Select(row => new PublicNotice(row.Notice, row.Unit.ShortName, row.Category?.Name))],
            total,
            page,
            years,
            [.. units.Select(unit => (unit.Code, unit.ShortName))],
            [.. categories.Select(category => (category.Code, category.Name))]);
    }
}

/// <summary>Which notices are asked for; it lives in the address.</summary>
public sealed record NoticeAddress(string? Unit = null, string? Category = null, int? Year = null, int Page = 1)
{
    public static NoticeAddress Of(string? unit, string? category, int? year, int? page) => new(
        string.IsNullOrWhiteSpace(unit) ? null : unit, string.IsNullOrWhiteSpace(category) ? null : category, year is >= 1990 and <= 2999 ? year : null, Math.Max(1, page ?? 1));
}

public sealed record PublicNotice(ProgressNotice Notice, string Unit, string? Category);

/// <param name="Rows">Of the page, the newest first.</param>
/// <param name="Total">All that were asked for.</param>
/// <param name="Page">Which page it is, from 1.</param>
/// <param name="Years">That have any, newest first.</param>
/// <param name="Units">That have any, in official order.</param>
/// <param name="Categories">That have any, in their order.</param>
public sealed record NoticeList(
    IReadOnlyList<PublicNotice> Rows, int Total, int Page, IReadOnlyList<int> Years, IReadOnlyList<(string Code, string Name)> Units, IReadOnlyList<(string Code, string Name)> Categories);
