using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Chasing;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Live;
using VoterLiaison.Domain.Activities;
using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard.Overview;

/// <summary>Reads what goes on in the district for the board. Nobody's words or name are read.</summary>
public sealed class DoingQueries(IDbContextFactory<LiaisonDbContext> contexts)
{
    private const int NewestEntries = 2_000;
    private const int DaysInWeek = 7;

    /// <summary>What staff did with an opinion, as a board tells it; what the calendar did, and what concerns a person, is not told.</summary>
    private static readonly OpinionAct[] _told =
    [
        OpinionAct.Collect, OpinionAct.Forward, OpinionAct.Assign, OpinionAct.Extend, OpinionAct.Explain, OpinionAct.PointElsewhere, OpinionAct.Merge, OpinionAct.Unmerge, OpinionAct.Withdraw,
        OpinionAct.Return, OpinionAct.Answer, OpinionAct.AnswerBeside, OpinionAct.Supplement, OpinionAct.FeedBack, OpinionAct.ForwardAgain, OpinionAct.Urge, OpinionAct.Supervise,
    ];

    /// <summary>All but 上年同期.</summary>
    /// <param name="today">The day in the district.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<Doings> ReadAsync(DateOnly today, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.HoldThisMomentAsync(cancellationToken);
        var acts = await ActsAsync(db, cancellationToken);
        var last = await LastAsync(db, acts, cancellationToken);
        var receptions = await db.LastReceptionsAsync(cancellationToken);
        var (day, month) = await DoneAsync(db, today, cancellationToken);
        var due = await ChaseQueries.DueByStationAsync(db, today, cancellationToken);
        return new Doings
        {
            Today = today,
            Acts = acts,
            Stations = last.Keys.Union(receptions.Keys).Union(month.Keys).Union(due.Keys).ToDictionary(
                station => station,
                station => new StationDoings(day.GetValueOrDefault(station), month.GetValueOrDefault(station), last.GetValueOrDefault(station), receptions.GetValueOrDefault(station), due.GetValueOrDefault(station))),
            Receptions = await ReceptionsAsync(db, today, cancellationToken),
            KeepsReceptions = receptions.Count > 0,
        };
    }

    /// <summary>上年同期: last year's opinions of each station until the same day, as far as they had come by then.</summary>
    public async Task<IReadOnlyDictionary<int, Progress>> YearAgoAsync(DateOnly today, CancellationToken cancellationToken = default)
    {
        var day = today.AddYears(-1);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await ProgressOnAsync(db, db.Opinions.AsNoTracking().Where(o => o.Year == day.Year && o.CollectedOn <= day), day, cancellationToken);
    }

    /// <summary>The next reception planned at a station, today's included; null where none is.</summary>
    public async Task<Reception?> NextReceptionAsync(int stationId, DateOnly today, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await Shaped(db.ContactSessions.Where(session => session.StationId == stationId && session.On >= today && session.Status == SessionStatus.Planned)).FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>How far opinions had come on a day, by the days of what was done: as the board would have shown it then, had everything been entered at once.</summary>
    internal static async Task<Dictionary<int, Progress>> ProgressOnAsync(LiaisonDbContext db, IQueryable<Opinion> opinions, DateOnly day, CancellationToken cancellationToken)
    {
        // The journey an opinion was on that day is joined, not asked for once per answer: that takes half the time.
        var journeys = db.Set<Forwarding>().Where(forwarding => forwarding.ForwardedOn <= day
            && !db.Set<Forwarding>().Any(later => later.OpinionId == forwarding.OpinionId && later.ForwardedOn <= day && later.Id > forwarding.Id));
        var groups = await opinions
            .LeftJoin(
                journeys,
                o => o.Id,
                journey => journey.OpinionId,
                (o, journey) => new
                {
                    o.StationId,
                    Forwarded = journey != null && !(journey.EndedOn != null && journey.EndedOn <= day),
                    Answered = journey != null && journey.Answers.Any(answer => answer.Kind == AnswerKind.Lead && answer.AnsweredOn <= day),
                    Told = journey != null && o.Feedbacks.Any(feedback => feedback.Round == journey.Round && feedback.FedBackOn <= day),
                })
            .GroupBy(o => new { o.StationId, o.Forwarded, Answered = o.Forwarded && o.Answered, Told = o.Answered && o.Told })
            .Select(group => new { group.Key, Times = group.Count() })
            .ToListAsync(cancellationToken);
        return groups.GroupBy(group => group.Key.StationId).ToDictionary(
            station => station.Key,
            station => Progress.Sum(station.Select(group => new Progress(group.Times, group.Key.Forwarded ? group.Times : 0, group.Key.Answered ? group.Times : 0, group.Key.Told ? group.Times : 0))));
    }

    private static async Task<(Dictionary<int, Progress> Day, Dictionary<int, Progress> Month)> DoneAsync(LiaisonDbContext db, DateOnly today, CancellationToken cancellationToken)
    {
        var first = new DateOnly(today.Year, today.Month, 1);
        Dictionary<int, Progress> day = [], month = [];
        await AddAsync(db.Opinions.Collections(), times => new Progress(times, 0, 0, 0));
        await AddAsync(db.Opinions.Forwardings(), times => new Progress(0, times, 0, 0));
        await AddAsync(db.Opinions.Answers(), times => new Progress(0, 0, times, 0));
        await AddAsync(db.Opinions.Feedbacks(), times => new Progress(0, 0, 0, times));
        return (day, month);

        async Task AddAsync(IQueryable<Done> done, Func<int, Progress> of)
        {
            var stations = await done.Where(one => one.On >= first && one.On <= today).GroupBy(one => one.StationId)
                .Select(group => new { Station = group.Key, Month = group.Count(), Day = group.Count(one => one.On == today) }).ToListAsync(cancellationToken);
            foreach (var station in stations)
            {
                month[station.Station] = month.GetValueOrDefault(station.Station) + of(station.Month);
                day[station.Station] = day.GetValueOrDefault(station.Station) + of(station.Day);
            }
        }
    }

    private static async Task<IReadOnlyList<StationAct>> ActsAsync(LiaisonDbContext db, CancellationToken cancellationToken)
    {
        var entries = await Told(db).OrderByDescending(one => one.At).ThenByDescending(one => one.Id).Take(NewestEntries).ToListAsync(cancellationToken);
        return
        [
            .. entries.GroupBy(one => (one.StationId, one.Act, one.At.Ticks / TimeSpan.TicksPerMinute))
                .OrderByDescending(minute => minute.Max(one => (one.At, one.Id)))
                .Select(minute => new StationAct(
                    minute.Key.StationId, minute.Key.Act, minute.Max(one => one.At), minute.Select(one => one.Category).Distinct().Count() is 1 ? minute.First().Category : null, minute.Count())),
        ];
    }

    /// <summary>The last act of each station: of most it is among the newest; the others are looked up one by one.</summary>
    private static async Task<Dictionary<int, StationAct>> LastAsync(LiaisonDbContext db, IReadOnlyList<StationAct> newest, CancellationToken cancellationToken)
    {
        var last = newest.GroupBy(act => act.StationId).ToDictionary(station => station.Key, station => station.First());
        List<int> known = [.. last.Keys];
        var older = await db.Stations.Where(station => !known.Contains(station.Id))
            .Select(station => Told(db).Where(one => one.StationId == station.Id).OrderByDescending(one => one.At).ThenByDescending(one => one.Id).Select(one => (int?)one.Id).FirstOrDefault())
            .Where(id => id != null).ToListAsync(cancellationToken);
        foreach (var one in await Told(db).Where(one => older.Contains(one.Id)).ToListAsync(cancellationToken))
        {
            last[one.StationId] = new StationAct(one.StationId, one.Act, one.At, one.Category);
        }

        return last;
    }

    private static IQueryable<Entered> Told(LiaisonDbContext db) =>
        db.Opinions.SelectMany(o => o.History.Where(entry => _told.Contains(entry.Act)), (o, entry) => new Entered
        {
            Id = entry.Id,
            StationId = o.StationId,
            Act = entry.Act,
            At = entry.At,
            Category = db.Categories.Where(category => category.Id == o.CategoryId).Select(category => category.Name).FirstOrDefault(),
        });

    private static async Task<IReadOnlyList<Reception>> ReceptionsAsync(LiaisonDbContext db, DateOnly today, CancellationToken cancellationToken)
    {
        var monday = today.AddDays(-(((int)today.DayOfWeek + DaysInWeek - 1) % DaysInWeek));
        var next = monday.AddDays(DaysInWeek);
        return await Shaped(db.ContactSessions.Where(session => session.On >= monday && session.On < next && session.Status != SessionStatus.Cancelled)).ToListAsync(cancellationToken);
    }

    private static IQueryable<Reception> Shaped(IQueryable<ContactSession> sessions) =>
        sessions.OrderBy(session => session.On).ThenBy(session => session.From).ThenBy(session => session.StationId)
            .Select(session => new Reception(session.Id, session.StationId, session.On, session.From, session.Until, session.Deputies.Count));

    private sealed class Entered
    {
        public required int Id { get; init; }

        public required int StationId { get; init; }

        public required OpinionAct Act { get; init; }

        public required DateTime At { get; init; }

        public required string? Category { get; init; }
    }
}
