using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Opinions;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Activities;
using VoterLiaison.Domain.Deputies;
using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard.Chasing;

/// <content>静默提醒: where nothing happens, and nobody would notice because nothing is late.</content>
public sealed partial class ChaseQueries
{
    private const int OldestShown = 20;

    public async Task<Silence> SilenceAsync(string? unit = null, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var (today, rules) = (clock.Today(), options.Value);
        var reach = await doorkeeper.ReachAsync(db, Deed.Chase, cancellationToken);
        var units = await db.Units.AsNoTracking().ToDictionaryAsync(one => one.Id, cancellationToken);
        var stations = (await db.Stations.AsNoTracking().Within(reach).Where(station => station.ClosedOn == null || station.ClosedOn > today).ToListAsync(cancellationToken))
            .Where(station => unit is null || units[station.UnitId].Code == unit)
            .OrderBy(station => units[station.UnitId].Order).ThenBy(station => station.Kind).ThenBy(station => station.Code, StringComparer.Ordinal).ToList();

        var held = await db.LastReceptionsAsync(cancellationToken);
        var planned = await db.ContactSessions.Where(session => session.Status == SessionStatus.Planned && session.On >= today).GroupBy(session => session.StationId)
            .Select(group => new { Station = group.Key, Next = group.Min(session => session.On) }).ToDictionaryAsync(one => one.Station, one => (DateOnly?)one.Next, cancellationToken);

        List<int> places = [.. stations.Select(station => station.Id)];
        List<int> theirUnits = [.. stations.Select(station => station.UnitId).Distinct()];
        var deputies = await db.Deputies.AsNoTracking().Where(deputy => deputy.Level == DeputyLevel.District && deputy.Status == OfficeStatus.InOffice)
            .Where(deputy => (reach.Everything && unit == null) || theirUnits.Contains(deputy.UnitId!.Value) || deputy.Stations.Any(link => places.Contains(link.StationId))).ToListAsync(cancellationToken);
        var newYear = new DateOnly(today.Year, 1, 1);
        var attended = await db.ContactSessions.Where(session => session.Status == SessionStatus.Held && session.On >= newYear && session.On <= today)
            .SelectMany(session => session.Deputies).Where(link => link.Attended == true).GroupBy(link => link.DeputyId)
            .Select(group => new { Deputy = group.Key, Times = group.Count() }).ToDictionaryAsync(one => one.Deputy, one => one.Times, cancellationToken);
        var next = await db.ContactSessions.Where(session => session.Status == SessionStatus.Planned && session.On >= today)
            .SelectMany(session => session.Deputies, (session, link) => new { link.DeputyId, session.On }).GroupBy(one => one.DeputyId)
            .Select(group => new { Deputy = group.Key, On = group.Min(one => one.On) }).ToDictionaryAsync(one => one.Deputy, one => (DateOnly?)one.On, cancellationToken);

        var collectedUntil = today.AddDays(-rules.UnforwardedDays);
        var lying = (await OpinionsAsync(db, unit, cancellationToken)).Counted(Measure.ToForward, today).Where(o => o.CollectedOn <= collectedUntil);
        var oldest = await lying.OrderBy(o => o.CollectedOn).ThenBy(o => o.Id).Take(OldestShown).Select(o => new { o.Id, o.CollectedOn }).ToListAsync(cancellationToken);
        var rows = await RowsAsync(db, [.. oldest.Select(one => one.Id)], cancellationToken);
        return new Silence(
            [
                .. from station in stations
                   let last = held.GetValueOrDefault(station.Id)
                   where LastReceptions.IsSilent(last, today, rules.SilentStationWeeks)
                   select new SilentStation(station.Code, station.Name, units[station.UnitId].ShortName, last, planned.GetValueOrDefault(station.Id)),
            ],
            [
                .. from deputy in deputies
                   let times = attended.GetValueOrDefault(deputy.Id)
                   where times < rules.ReceptionsExpected
                   let home = units.GetValueOrDefault(deputy.UnitId ?? 0)
                   orderby home == null ? int.MaxValue : home.Order, deputy.Code
                   select new AbsentDeputy(deputy.Id, deputy.Code, deputy.Name, home == null ? "不属街道" : home.ShortName, times, next.GetValueOrDefault(deputy.Id)),
            ],
            [.. oldest.Where(one => rows.ContainsKey(one.Id)).Select(one => new LyingOpinion(rows[one.Id], today.DayNumber - one.CollectedOn.DayNumber))],
            await lying.CountAsync(cancellationToken),
            collectedUntil);
    }
}

/// <param name="Stations">Without a session held for so many weeks, in official order.</param>
/// <param name="Deputies">Who received voters less often this year than is expected, in official order.</param>
/// <param name="Opinions">The oldest of those nobody forwarded.</param>
/// <param name="Unforwarded">How many of them there are.</param>
/// <param name="CollectedUntil">The last day of collection that counts.</param>
public sealed record Silence(IReadOnlyList<SilentStation> Stations, IReadOnlyList<AbsentDeputy> Deputies, IReadOnlyList<LyingOpinion> Opinions, int Unforwarded, DateOnly CollectedUntil);

/// <param name="Code">家站代码.</param>
/// <param name="Name">家站.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="LastOn">The last session held; null where none was since the register began.</param>
/// <param name="NextOn">The next one planned.</param>
public sealed record SilentStation(string Code, string Name, string Unit, DateOnly? LastOn, DateOnly? NextOn);

public sealed record AbsentDeputy(int Id, string Code, string Name, string Unit, int Attended, DateOnly? NextOn);

public sealed record LyingOpinion(ChaseRow Row, int Days);
