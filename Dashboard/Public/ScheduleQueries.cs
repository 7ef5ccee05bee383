using System.Globalization;
using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Feeds;
using VoterLiaison.Domain.Activities;
using VoterLiaison.Domain.Calendar;
using VoterLiaison.Domain.Deputies;

namespace VoterLiaison.Dashboard.Public;

/// <summary>接待时间: the receptions as they were announced. What is only planned in a plan is no reception yet, and is not here.</summary>
public sealed class ScheduleQueries(IDbContextFactory<LiaisonDbContext> contexts, TimeProvider clock)
{
    private const int DaysInWeek = 7;
    private const int DaysKept = 60;

    /// <summary>The receptions of a week, and the next one after it.</summary>
    public async Task<ScheduleWeek> WeekAsync(ScheduleAddress asked, CancellationToken cancellationToken = default)
    {
        var now = ChinaTime.At(clock.GetUtcNow().UtcDateTime);
        var monday = asked.Week ?? ScheduleAddress.MondayOf(DateOnly.FromDateTime(now));
        var next = monday.AddDays(DaysInWeek);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var (sessions, deputy) = await AskedForAsync(db, asked, cancellationToken);
        var week = await RowsAsync(db, InOrder(sessions.Where(s => (s.On >= monday && s.On < next) || (s.FirstOn >= monday && s.FirstOn < next))), cancellationToken);
        var after = await RowsAsync(db, InOrder(sessions.Where(s => s.On >= next && s.Status == SessionStatus.Planned)).Take(1), cancellationToken);
        return new ScheduleWeek(monday, now, deputy, week, after.Count > 0 ? after[0] : null);
    }

    /// <summary>The next ones, from this moment on.</summary>
    public async Task<IReadOnlyList<ScheduleRow>> NextAsync(int count, CancellationToken cancellationToken = default)
    {
        var now = ChinaTime.At(clock.GetUtcNow().UtcDateTime);
        var (today, time) = (DateOnly.FromDateTime(now), TimeOnly.FromDateTime(now));
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var sessions = db.ContactSessions.AsNoTracking().Where(s => s.Status == SessionStatus.Planned && (s.On > today || (s.On == today && s.Until > time)));
        return await RowsAsync(db, InOrder(sessions).Take(count), cancellationToken);
    }

    /// <summary>How many there are this week that were not cancelled.</summary>
    public async Task<int> ThisWeekAsync(CancellationToken cancellationToken = default)
    {
        var monday = ScheduleAddress.MondayOf(clock.Today());
        var next = monday.AddDays(DaysInWeek);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.ContactSessions.CountAsync(s => s.On >= monday && s.On < next && s.Status != SessionStatus.Cancelled, cancellationToken);
    }

    /// <summary>What can be chosen from.</summary>
    public async Task<ScheduleChoices> ChoicesAsync(CancellationToken cancellationToken = default)
    {
        var today = clock.Today();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var stations = await db.Stations.AsNoTracking().OrderBy(station => station.Kind).ThenBy(station => station.Code).ToListAsync(cancellationToken);
        return new ScheduleChoices(
        [
            .. from unit in await db.Units.AsNoTracking().OrderBy(unit => unit.Order).ToListAsync(cancellationToken)
               let open = stations.Where(station => station.UnitId == unit.Id && station.IsOpenOn(today)).Select(station => (station.Code, station.Name)).ToList()
               where open.Count > 0
               select new UnitChoice(unit.Code, unit.ShortName, open),
        ]);
    }

    /// <summary>The same receptions for a calendar app, whatever the week.</summary>
    public async Task<FeedContent> FeedAsync(ScheduleAddress asked, CancellationToken cancellationToken = default)
    {
        var since = clock.Today().AddDays(-DaysKept);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var (sessions, deputy) = await AskedForAsync(db, asked, cancellationToken);
        var rows = await RowsAsync(db, InOrder(sessions.Where(s => s.On >= since)), cancellationToken);
        var choices = await ChoicesAsync(cancellationToken);
        return new FeedContent("public", $"{choices.InWords(asked, deputy)}接待时间", null, [.. rows.Select(FeedOf)], []);
    }

    private static FeedSession FeedOf(ScheduleRow row)
    {
        var session = row.Session;
        return new FeedSession(
            session.Id, session.Version, session.On, session.From, session.Until, row.Station, session.Place, session.Form, session.Status, session.CancelReason, [.. row.People.Select(person => person.InWords)])
        {
            Moved = row.Moved,
        };
    }

    private static IQueryable<ContactSession> InOrder(IQueryable<ContactSession> sessions) => sessions.OrderBy(s => s.On).ThenBy(s => s.From).ThenBy(s => s.Id);

    private static async Task<(IQueryable<ContactSession> Sessions, string? Deputy)> AskedForAsync(LiaisonDbContext db, ScheduleAddress asked, CancellationToken cancellationToken)
    {
        var sessions = db.ContactSessions.AsNoTracking();
        sessions = asked.Unit is { } unit ? sessions.Where(s => db.Stations.Any(at => at.Id == s.StationId && db.Units.Any(u => u.Id == at.UnitId && u.Code == unit))) : sessions;
        sessions = asked.Station is { } station ? sessions.Where(s => db.Stations.Any(at => at.Id == s.StationId && at.Code == station)) : sessions;
        sessions = asked.Form is { } form ? sessions.Where(s => s.Form == form) : sessions;
        if (asked.Deputy is not { } deputy)
        {
            return (sessions, null);
        }

        if (int.TryParse(deputy, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            var name = await db.Deputies.Where(one => one.Id == id).Select(one => one.Name).FirstOrDefaultAsync(cancellationToken);
            return (sessions.Where(s => s.Deputies.Any(link => link.DeputyId == id)), name ?? deputy);
        }

        return (sessions.Where(s => s.Deputies.Any(link => db.Deputies.Any(one => one.Id == link.DeputyId && one.Name.Contains(deputy)))), deputy);
    }

    private static async Task<IReadOnlyList<ScheduleRow>> RowsAsync(LiaisonDbContext db, IQueryable<ContactSession> sessions, CancellationToken cancellationToken)
    {
        var found = await sessions.Include(s => s.Deputies).ToListAsync(cancellationToken);
        List<int> deputyIds = [.. found.SelectMany(s => s.Deputies).Select(link => link.DeputyId).Distinct()];
        List<int> topicIds = [.. found.Select(s => s.TopicId).OfType<int>().Distinct()];
        var stations = await db.Stations.AsNoTracking().ToDictionaryAsync(station => station.Id, station => station.Name, cancellationToken);
        var topics = await db.Topics.AsNoTracking().Where(topic => topicIds.Contains(topic.Id)).ToDictionaryAsync(topic => topic.Id, topic => topic.Title, cancellationToken);
        var people = await db.Deputies.AsNoTracking().Where(deputy => deputyIds.Contains(deputy.Id))
            .ToDictionaryAsync(deputy => deputy.Id, deputy => new SchedulePerson(deputy.Name, deputy.Level is DeputyLevel.City), cancellationToken);
        return
        [
            .. found.Select(session => new ScheduleRow(
                session,
                stations[session.StationId],
                [.. session.Deputies.Where(link => link.Attended is not false).OrderBy(link => link.Order).Select(link => people[link.DeputyId])],
                session.Title.Length > 0 ? session.Title : topics.GetValueOrDefault(session.TopicId ?? 0))),
        ];
    }
}
