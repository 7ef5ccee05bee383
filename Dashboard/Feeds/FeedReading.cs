using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Calendar;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Activities;
using VoterLiaison.Domain.Deputies;
using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard.Feeds;

/// <summary>What an address shows to whoever has it. Nobody is signed in there: the key is all that is asked for, and it leads to one deputy or one station.</summary>
public sealed class FeedReading(IDbContextFactory<LiaisonDbContext> contexts, CalendarQueries calendars, FeedVisits visits, TimeProvider clock)
{
    private const int DaysOfSessions = 60;
    private const int DaysOfDueDates = 30;
    private const string Over = "这份日历已经停用。";

    /// <summary>What stands in the calendar behind a key; null where the key opens nothing, unknown or revoked.</summary>
    public async Task<FeedContent?> FindAsync(string key, CancellationToken cancellationToken = default)
    {
        var hash = FeedKey.HashOf(key);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var feed = await db.CalendarFeeds.AsNoTracking().SingleOrDefaultAsync(known => known.Hash == hash && known.RevokedAt == null, cancellationToken);
        if (feed is null)
        {
            return null;
        }

        visits.Read(feed.Id);
        return feed.DeputyId is { } deputy ? await OfDeputyAsync(db, deputy, cancellationToken) : await OfStationAsync(db, feed.StationId!.Value, cancellationToken);
    }

    private async Task<FeedContent> OfDeputyAsync(LiaisonDbContext db, int id, CancellationToken cancellationToken)
    {
        var deputy = await db.Deputies.AsNoTracking().Include(known => known.Stations).SingleAsync(known => known.Id == id, cancellationToken);
        var content = new FeedContent($"deputy-{id}", $"{deputy.Name}代表的接待和期限", null, [], []);
        if (deputy.Status is not OfficeStatus.InOffice || await AllAccountsDisabledAsync(db, id, cancellationToken))
        {
            return content with { Note = Over };
        }

        List<int> stations = [.. deputy.Stations.Select(link => link.StationId)];
        var opinions = db.OpinionsOf(id);
        return content with
        {
            Sessions = await SessionsAsync(db, db.ContactSessions.Where(session => session.Deputies.Any(link => link.DeputyId == id)), cancellationToken),
            DueDates = [.. await DueDatesAsync(opinions, stations, cancellationToken), .. await RatingsAsync(opinions, stations, cancellationToken)],
        };
    }

    private async Task<FeedContent> OfStationAsync(LiaisonDbContext db, int id, CancellationToken cancellationToken) => new(
        $"station-{id}",
        $"{await db.Stations.Where(station => station.Id == id).Select(station => station.Name).SingleAsync(cancellationToken)}的接待和期限",
        null,
        await SessionsAsync(db, db.ContactSessions.Where(session => session.StationId == id), cancellationToken),
        await DueDatesAsync(db.Opinions.AsNoTracking().Where(o => o.StationId == id), [id], cancellationToken));

    /// <summary>A deputy without an account may have a calendar all the same; one whose account was taken away may not.</summary>
    private static async Task<bool> AllAccountsDisabledAsync(LiaisonDbContext db, int deputy, CancellationToken cancellationToken)
    {
        var disabled = await db.Accounts.Where(account => account.Grants.Any(grant => grant.Role == Role.Deputy && grant.DeputyId == deputy))
            .Select(account => account.DisabledAt != null).ToListAsync(cancellationToken);
        return disabled.Count > 0 && disabled.TrueForAll(over => over);
    }

    private async Task<IReadOnlyList<FeedSession>> SessionsAsync(LiaisonDbContext db, IQueryable<ContactSession> sessions, CancellationToken cancellationToken)
    {
        var since = clock.Today().AddDays(-DaysOfSessions);
        var rows = await sessions.AsNoTracking().Where(session => session.On >= since).OrderBy(session => session.On).ThenBy(session => session.From).ThenBy(session => session.Id)
            .Select(session => new
            {
                Session = session,
                Station = db.Stations.First(station => station.Id == session.StationId).Name,
                With = session.Deputies.OrderBy(link => link.Order).Select(link => db.Deputies.First(deputy => deputy.Id == link.DeputyId).Name).ToList(),
            })
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(row => new FeedSession(
                row.Session.Id, row.Session.Version, row.Session.On, row.Session.From, row.Session.Until, row.Station, row.Session.Place,
                row.Session.Form, row.Session.Status, row.Session.CancelReason, row.With)),
        ];
    }

    private async Task<List<FeedDue>> DueDatesAsync(IQueryable<Opinion> opinions, List<int> stations, CancellationToken cancellationToken)
    {
        var since = clock.Today().AddDays(-DaysOfDueDates);
        return await opinions.Where(o => o.DueOn >= since).OrderBy(o => o.DueOn).ThenBy(o => o.Number)
            .Select(o => new FeedDue(o.AwaitingFeedbackSince != null ? DueKind.Tell : DueKind.Answer, o.DueOn!.Value, stations.Contains(o.StationId) ? o.Number : null))
            .ToListAsync(cancellationToken);
    }

    private async Task<IEnumerable<FeedDue>> RatingsAsync(IQueryable<Opinion> opinions, List<int> stations, CancellationToken cancellationToken)
    {
        var since = clock.Today().AddDays(-DaysOfDueDates);
        var calendar = await calendars.WorkCalendarAsync(cancellationToken);
        var answered = await opinions.Where(o => o.Stage == OpinionStage.Answered || o.Stage == OpinionStage.FedBack)
            .Where(o => o.Channel == ForwardingChannel.CongressSession || o.Channel == ForwardingChannel.BetweenSessions)
            .Include(o => o.Forwardings.OrderBy(f => f.Id)).ThenInclude(f => f.Answers.OrderBy(a => a.Id)).AsSplitQuery().OrderBy(o => o.Number).ToListAsync(cancellationToken);
        return
            from opinion in answered
            let due = RatingClock.Of(opinion, calendar)?.Limit.DueOn
            where due >= since
            select new FeedDue(DueKind.Rate, due.Value, stations.Contains(opinion.StationId) ? opinion.Number : null);
    }
}
