using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Activities;

namespace VoterLiaison.Dashboard.Activities;

/// <summary>Receptions, shaped for the screen.</summary>
public sealed partial class SessionQueries(IDbContextFactory<LiaisonDbContext> contexts, Doorkeeper doorkeeper, TimeProvider clock)
{
    public const int UnregisteredShown = 20;

    /// <summary>A month at the stations within reach.</summary>
    public async Task<SessionMonth> MonthAsync(SessionFilter filter, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var sessions = db.ContactSessions.AsNoTracking().Within(await doorkeeper.ReachAsync(db, Deed.PlanSessions, cancellationToken));
        sessions = filter.Unit is { } unit ? sessions.Where(s => db.Stations.Any(at => at.Id == s.StationId && db.Units.Any(u => u.Id == at.UnitId && u.Code == unit))) : sessions;
        sessions = filter.Station is { } station ? sessions.Where(s => db.Stations.Any(at => at.Id == s.StationId && at.Code == station)) : sessions;

        var (today, next) = (clock.Today(), filter.Month.AddMonths(1));
        var unregistered = sessions.Where(s => s.Status == SessionStatus.Planned && s.On < today);
        var month = sessions.Where(s => s.On >= filter.Month && s.On < next && !(s.Status == SessionStatus.Planned && s.On < today));
        month = filter.Status is { } status ? month.Where(s => s.Status == status) : month;
        return new SessionMonth(
            await RowsAsync(db, unregistered.OrderBy(s => s.On).ThenBy(s => s.From).ThenBy(s => s.Id).Take(UnregisteredShown), cancellationToken),
            await unregistered.CountAsync(cancellationToken),
            await RowsAsync(db, month.OrderBy(s => s.On).ThenBy(s => s.From).ThenBy(s => s.Id), cancellationToken));
    }

    /// <summary>The receptions of the person's own as a deputy: the days from today on, and what a year had before.</summary>
    public async Task<OwnSessions?> OwnAsync(int year, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        List<int> own = [.. (await doorkeeper.RightsAsync(db, cancellationToken)).OwnDeputies];
        if (own.Count == 0)
        {
            return null;
        }

        var (today, first, last) = (clock.Today(), new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var sessions = db.ContactSessions.AsNoTracking().Where(s => s.Deputies.Any(link => own.Contains(link.DeputyId)));
        var past = sessions.Where(s => s.On >= first && s.On <= last && (s.On < today || s.Status == SessionStatus.Held));
        return new OwnSessions(
            await RowsAsync(db, sessions.Where(s => s.On >= today && s.Status != SessionStatus.Held).OrderBy(s => s.On).ThenBy(s => s.From), cancellationToken),
            await RowsAsync(db, past.Include(s => s.Entries.OrderByDescending(entry => entry.Sequence)).OrderByDescending(s => s.On).ThenByDescending(s => s.From), cancellationToken),
            await db.RecordObjections.AsNoTracking().Where(o => own.Contains(o.DeputyId) && o.SessionId != null).OrderByDescending(o => o.Id).ToListAsync(cancellationToken));
    }

    /// <summary>Who of those named is expected elsewhere in these hours. A warning: two short receptions may follow one another closely.</summary>
    /// <param name="form">As it is typed.</param>
    /// <param name="changed">The reception that is being changed, which does not stand in its own way.</param>
    /// <param name="cancellationToken">Gives up reading.</param>
    /// <returns>A sentence for each. Where the other reception lies is said only within the person's reach.</returns>
    public async Task<IReadOnlyList<string>> ConflictsAsync(SessionForm form, int? changed = null, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var reach = await doorkeeper.ReachAsync(db, Deed.PlanSessions, cancellationToken);
        if (form.From is not { } from || form.Until is not { } until || reach.IsNothing)
        {
            return [];
        }

        List<int> ids = [.. form.DeputyIds];
        var others = await RowsAsync(
            db,
            db.ContactSessions.AsNoTracking().Where(s => s.On == form.On && s.Status != SessionStatus.Cancelled && s.Id != changed && s.From < until && s.Until > from && s.Deputies.Any(link => ids.Contains(link.DeputyId))).OrderBy(s => s.From),
            cancellationToken);
        return
        [
            .. from row in others
               from person in row.People
               where ids.Contains(person.DeputyId)
               select $"{person.Name}代表这天{row.Hours}在{(reach.CoversStation(row.Station.Id) ? row.Station.Name : "别处")}另有接待，时间重叠。",
        ];
    }

    /// <summary>The receptions a deputy attended in a year, in the order of days.</summary>
    internal static async Task<IReadOnlyList<SessionRow>> AttendedAsync(LiaisonDbContext db, int deputyId, int year, CancellationToken cancellationToken) =>
        await RowsAsync(db, Attended(db.ContactSessions.AsNoTracking(), year).Where(s => s.Deputies.Any(link => link.DeputyId == deputyId && link.Attended == true)).OrderBy(s => s.On).ThenBy(s => s.From), cancellationToken);

    /// <summary>Held in a year: what counts as attended is counted of these and of no others.</summary>
    internal static IQueryable<ContactSession> Attended(IQueryable<ContactSession> sessions, int year) => Attended(sessions, new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));

    /// <summary>Held from one day to another, both included.</summary>
    internal static IQueryable<ContactSession> Attended(IQueryable<ContactSession> sessions, DateOnly first, DateOnly last) =>
        sessions.Where(s => s.Status == SessionStatus.Held && s.On >= first && s.On <= last);

    private static async Task<IReadOnlyList<SessionRow>> RowsAsync(LiaisonDbContext db, IQueryable<ContactSession> sessions, CancellationToken cancellationToken)
    {
        var found = await sessions.Include(s => s.Deputies).AsSplitQuery().ToListAsync(cancellationToken);
        List<int> stationIds = [.. found.Select(s => s.StationId).Distinct()];
        List<int> deputyIds = [.. found.SelectMany(s => s.Deputies).Select(link => link.DeputyId).Distinct()];
        var stations = await db.Stations.AsNoTracking().Where(station => stationIds.Contains(station.Id)).ToDictionaryAsync(station => station.Id, cancellationToken);
        var units = await db.Units.AsNoTracking().ToDictionaryAsync(unit => unit.Id, unit => unit.ShortName, cancellationToken);
        var names = await db.Deputies.AsNoTracking().Where(deputy => deputyIds.Contains(deputy.Id)).ToDictionaryAsync(deputy => deputy.Id, deputy => deputy.Name, cancellationToken);
        return
        [
            .. found.Select(session => new SessionRow(
                session,
                stations[session.StationId],
                units[stations[session.StationId].UnitId],
                [.. session.Deputies.OrderBy(link => link.Order).Select(link => new SessionPerson(link.DeputyId, names[link.DeputyId], link.Attended, link.ConfirmedOn))])),
        ];
    }
}
