using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Chasing;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Live;
using VoterLiaison.Dashboard.Opinions;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Opinions;
using VoterLiaison.Domain.Organs;
using VoterLiaison.Domain.Stations;

namespace VoterLiaison.Dashboard.Wall;

/// <summary>Reads what the wall draws. Opinions are counted by <see cref="CountQueries"/> and <see cref="Measure"/> alone; nobody's words or name are read.</summary>
public sealed class WallQueries(IDbContextFactory<LiaisonDbContext> contexts, IOptions<LiaisonOptions> options)
{
    internal const int MostLate = 60;

    private const int DaysInWeek = 7;
    private const int MonthsInYear = 12;

    public async Task<WallPictures> ReadAsync(Reach reach, DateOnly today, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.HoldThisMomentAsync(cancellationToken);
        var every = db.Opinions.AsNoTracking().Within(reach.Everything ? reach : Reach.OfStations(reach.Stations)); // as the board: what is within it by a deputy alone is not counted
        var (year, before) = (today.Year, today.Year - 1);
        var opinions = every.Where(o => o.Year == year);
        var lastYear = await CountQueries.CountAsync(every.Where(o => o.Year == before).Select(o => new Placed<DateOnly> { Place = o.CollectedOn, Opinion = o }), today, cancellationToken);
        var days = await CountQueries.CountAsync(opinions.Select(o => new Placed<DateOnly> { Place = o.CollectedOn, Opinion = o }), today, cancellationToken);
        return new WallPictures
        {
            Year = year,
            Today = today,
            Units = await UnitsAsync(db, reach, opinions, today, cancellationToken),
            Weeks = Weeks(year, days, lastYear),
            Journeys = await JourneysAsync(db, opinions, today, cancellationToken),
            Late = await LateAsync(db, opinions, today, cancellationToken),
            Done = await DoneAsync(every, today, cancellationToken),
        };
    }

    private async Task<IReadOnlyList<WallUnit>> UnitsAsync(LiaisonDbContext db, Reach reach, IQueryable<Opinion> opinions, DateOnly today, CancellationToken cancellationToken)
    {
        var months = await CountQueries.CountAsync(
            opinions.Select(o => new Placed<int> { Place = (o.StationId * MonthsInYear) + o.CollectedOn.Month - 1, Opinion = o }), today, cancellationToken);
        var counts = months.GroupBy(month => month.Key / MonthsInYear).ToDictionary(station => station.Key, station => OpinionCounts.Sum(station.Select(month => month.Value)));
        var last = await db.LastReceptionsAsync(cancellationToken);
        return
        [
            .. from unit in await StationDirectory.ByUnitAsync(db, reach, cancellationToken)
               let stations = unit.ListedIn(today.Year, Of).Select(station => new WallStation(
                   station.Code,
                   station.Name,
                   station.Kind is StationKind.Home,
                   Of(station.Id),
                   [.. Enumerable.Range(station.Id * MonthsInYear, MonthsInYear).Select(month => months.GetValueOrDefault(month, OpinionCounts.None).Collected)],
                   last.Count > 0 && station.IsOpenOn(today) && LastReceptions.IsSilent(last.GetValueOrDefault(station.Id), today, options.Value.SilentStationWeeks))).ToList()
               where stations.Count > 0
               select new WallUnit(unit.Unit.ShortName, stations),
        ];

        OpinionCounts Of(int station) => counts.GetValueOrDefault(station, OpinionCounts.None);
    }

    private static List<WallWeek> Weeks(int year, Dictionary<DateOnly, OpinionCounts> days, Dictionary<DateOnly, OpinionCounts> lastYear)
    {
        var (newYear, end) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var byWeek = days.ToLookup(day => WeekOf(day.Key), day => day.Value);
        var count = WeekOf(end) + 1;
        var beforeByWeek = lastYear.ToLookup(day => Math.Min(WeekOf(day.Key), count - 1), day => day.Value.Collected);
        return
        [
            .. from week in Enumerable.Range(0, count)
               let monday = newYear.AddDays((week * DaysInWeek) - DayInWeek(newYear))
               select new WallWeek(
                   week is 0 ? newYear : monday,
                   week == count - 1 ? end : monday.AddDays(DaysInWeek - 1),
                   OpinionCounts.Sum(byWeek[week]),
                   beforeByWeek[week].Sum()),
        ];
    }

    private static async Task<IReadOnlyList<Journeys>> JourneysAsync(LiaisonDbContext db, IQueryable<Opinion> opinions, DateOnly today, CancellationToken cancellationToken)
    {
        var organs = await db.Organs.AsNoTracking().ToDictionaryAsync(organ => organ.Id, cancellationToken);
        var groups = await opinions.Counted(Measure.Forwarded, today).GroupBy(o => new { o.Channel, o.LeadOrganId, o.Outcome })
            .Select(group => new { group.Key, Times = group.Count() }).ToListAsync(cancellationToken);
        return
        [
            .. groups.Select(group => new Journeys(group.Key.Channel!.Value, OrganOf(group.Key.LeadOrganId), group.Key.Outcome, group.Times))
                .OrderBy(journeys => journeys.Channel).ThenBy(journeys => journeys.Lead?.Id ?? int.MaxValue).ThenBy(journeys => journeys.Outcome ?? (AnswerOutcome)int.MaxValue),
        ];

        Organ? OrganOf(int? id) => id is { } known ? organs[known] : null;
    }

    private static async Task<IReadOnlyList<LateOpinion>> LateAsync(LiaisonDbContext db, IQueryable<Opinion> opinions, DateOnly today, CancellationToken cancellationToken)
    {
        var late = await opinions.Counted(Measure.Overdue, today).OrderBy(o => o.DueOn).ThenBy(o => o.Id).Take(MostLate)
            .Join(db.Stations, o => o.StationId, station => station.Id, (o, station) => new { o.Id, o.DueOn, o.Channel, IsOwed = o.AwaitingFeedbackSince != null, Station = station.Name, Organ = db.Organs.Where(organ => organ.Id == o.LeadOrganId).Select(organ => organ.ShortName).FirstOrDefault() })
            .ToListAsync(cancellationToken);
        return
        [
            .. from row in late
               orderby row.DueOn, row.Id
               select new LateOpinion(row.Station, row.IsOwed ? null : row.Organ ?? WallWords.WithoutOrgan(row.Channel), today.DayNumber - row.DueOn!.Value.DayNumber),
        ];
    }

    private static async Task<Progress> DoneAsync(IQueryable<Opinion> every, DateOnly today, CancellationToken cancellationToken) => new(
        await every.CountAsync(o => o.CollectedOn == today, cancellationToken),
        await every.Forwardings().CountAsync(done => done.On == today, cancellationToken),
        await every.Answers().CountAsync(done => done.On == today, cancellationToken),
        await every.Feedbacks().CountAsync(done => done.On == today, cancellationToken));

    /// <summary>Which week of its year a day lies in, from 0; weeks begin on Monday.</summary>
    private static int WeekOf(DateOnly day) => (day.DayOfYear - 1 + DayInWeek(new DateOnly(day.Year, 1, 1))) / DaysInWeek;

    private static int DayInWeek(DateOnly day) => ((int)day.DayOfWeek + DaysInWeek - 1) % DaysInWeek;
}
