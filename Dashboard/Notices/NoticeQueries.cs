using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Notices;

namespace VoterLiaison.Dashboard.Notices;

/// <summary>Notices within the scope of whoever may publish them.</summary>
public sealed class NoticeQueries(IDbContextFactory<LiaisonDbContext> contexts, Doorkeeper doorkeeper)
{
    public const int PageSize = 20;

    public async Task<NoticeRows> ListAsync(bool withdrawn, int page, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var opinions = db.Opinions.AsNoTracking().Within(await doorkeeper.ReachAsync(db, Deed.PublishNotices, cancellationToken));
        var all = from notice in db.ProgressNotices.AsNoTracking()
                  join opinion in opinions on notice.OpinionId equals opinion.Id
                  join station in db.Stations on opinion.StationId equals station.Id
                  join unit in db.Units on station.UnitId equals unit.Id
                  select new { Notice = notice, opinion.Number, Unit = unit.ShortName };
        var (open, over) = (await all.CountAsync(one => one.Notice.WithdrawnOn == null, cancellationToken), await all.CountAsync(one => one.Notice.WithdrawnOn != null, cancellationToken));
        var shown = Math.Clamp(page, 1, Math.Max(1, ((withdrawn ? over : open) + PageSize - 1) / PageSize));
        var rows = await all.Where(one => (one.Notice.WithdrawnOn != null) == withdrawn)
            .OrderByDescending(one => one.Notice.WithdrawnOn ?? one.Notice.PublishedOn).ThenByDescending(one => one.Notice.Id)
            .Skip((shown - 1) * PageSize).Take(PageSize).ToListAsync(cancellationToken);
        return new NoticeRows([.. rows.Select(row => new NoticeRow(row.Notice, row.Number, row.Unit))], open, over, shown);
    }

    /// <summary>The notice of an opinion that is public now, if it has one.</summary>
    public async Task<ProgressNotice?> OfOpinionAsync(int opinionId, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.ProgressNotices.AsNoTracking().SingleOrDefaultAsync(notice => notice.OpinionId == opinionId && notice.WithdrawnOn == null, cancellationToken);
    }
}

/// <param name="Notice">办理公示.</param>
/// <param name="Number">Of the opinion it tells of.</param>
/// <param name="Unit">Whose it is.</param>
public sealed record NoticeRow(ProgressNotice Notice, string Number, string Unit);

/// <param name="Rows">Of the page.</param>
/// <param name="Open">公示中.</param>
/// <param name="Withdrawn">已撤下.</param>
/// <param name="Page">Which page it is, from 1.</param>
public sealed record NoticeRows(IReadOnlyList<NoticeRow> Rows, int Open, int Withdrawn, int Page);
