using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Deputies;
using VoterLiaison.Domain.Stations;

namespace VoterLiaison.Dashboard.Feeds;

/// <summary>Reads for the page of calendar addresses.</summary>
public sealed class FeedQueries(IDbContextFactory<LiaisonDbContext> contexts, Doorkeeper doorkeeper, FeedVisits visits, TimeProvider clock)
{
    /// <summary>The addresses in use within reach, the newest first.</summary>
    public async Task<IReadOnlyList<FeedRow>> ListAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var reach = await doorkeeper.ReachAsync(db, Deed.SubscribeCalendar, cancellationToken);
        var rows = await db.CalendarFeeds.AsNoTracking().Where(feed => feed.RevokedAt == null).Within(db, reach).OrderByDescending(feed => feed.Id)
            .Select(feed => new
            {
                Feed = feed,
                Deputy = db.Deputies.Where(deputy => deputy.Id == feed.DeputyId).Select(deputy => deputy.Name).FirstOrDefault(),
                Station = db.Stations.Where(station => station.Id == feed.StationId).Select(station => station.Name).FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);
        return [.. rows.Select(row => new FeedRow(row.Feed.Id, row.Station ?? $"{row.Deputy}代表", row.Feed.Hint, row.Feed.CreatedAt, row.Feed.CreatedBy, visits.LastRead(row.Feed)))];
    }

    /// <summary>Whose calendars the person may have.</summary>
    public async Task<FeedChoices> ChoicesAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var reach = await doorkeeper.ReachAsync(db, Deed.SubscribeCalendar, cancellationToken);
        var today = clock.Today();
        var deputies = await db.Deputies.AsNoTracking().Within(reach).Where(deputy => deputy.Status == OfficeStatus.InOffice).OrderBy(deputy => deputy.Code).ToListAsync(cancellationToken);
        var stations = await db.Stations.AsNoTracking().Where(station => reach.Everything || reach.Stations.Contains(station.Id)).OrderBy(station => station.Kind).ThenBy(station => station.Code).ToListAsync(cancellationToken);
        return new FeedChoices(
            [.. deputies.Where(deputy => reach.Deputies.Contains(deputy.Id))],
            [.. stations.Where(station => station.IsOpenOn(today))],
            [.. deputies.Where(deputy => !reach.Deputies.Contains(deputy.Id))],
            await db.Units.AsNoTracking().OrderBy(unit => unit.Order).ToListAsync(cancellationToken));
    }
}

/// <summary>An address in use, without its secret part. Moments are UTC.</summary>
public sealed record FeedRow(int Id, string Whose, string Hint, DateTime CreatedAt, string CreatedBy, DateTime? LastReadAt);

/// <param name="Own">The deputies the person is.</param>
/// <param name="Stations">Open ones within reach.</param>
/// <param name="Deputies">Others in office.</param>
/// <param name="Units">In the official order, to gather the rest under.</param>
public sealed record FeedChoices(IReadOnlyList<Deputy> Own, IReadOnlyList<Station> Stations, IReadOnlyList<Deputy> Deputies, IReadOnlyList<LiaisonUnit> Units)
{
    /// <summary>The only calendar there is to choose, if it is one.</summary>
    public FeedOwner? Only => (Own, Stations, Deputies) switch
    {
        ([var own], [], []) => FeedOwner.Deputy(own.Id),
        ([], [var station], []) => FeedOwner.Station(station.Id),
        _ => null,
    };
}
