using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Activities;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Activities;
using VoterLiaison.Domain.Deputies;
using VoterLiaison.Domain.Plans;

namespace VoterLiaison.Dashboard.Plans;

/// <summary>Plans, shaped for the screen: the year's, and one with its lines.</summary>
public sealed class PlanQueries(IDbContextFactory<LiaisonDbContext> contexts, Doorkeeper doorkeeper, TimeProvider clock, IOptions<LiaisonOptions> options)
{
    /// <summary>The plans of a year within reach, by unit in official order, and the deputies nobody has planned yet.</summary>
    /// <param name="year">The calendar year.</param>
    /// <param name="unit">联系单位代码, or all within reach.</param>
    /// <param name="cancellationToken">Gives up reading.</param>
    public async Task<PlanYear> YearAsync(int year, string? unit = null, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var units = await UnitsAsync(db, cancellationToken);
        List<int> shown = [.. units.Where(one => unit is null || one.Code == unit).Select(one => one.Id)];
        var plans = await db.ContactPlans.AsNoTracking().Include(plan => plan.Sessions).ThenInclude(line => line.Deputies)
            .Where(plan => plan.Year == year && shown.Contains(plan.UnitId)).AsSplitQuery().ToListAsync(cancellationToken);
        var today = clock.Today();
        return new PlanYear(
            [
                .. from one in units
                   join plan in plans on one.Id equals plan.UnitId
                   orderby one.Order, plan.Way, plan.Id
                   select new PlanRow(plan.Id, plan.Title, plan.Way, one.Name, plan.Sessions.Count, plan.Sessions.Count(line => line.SessionId is not null), plan.Sessions.Count(line => PlanDesk.IsReady(line, today)), plan.Sessions.Count(line => line.SessionId is null && line.Lacking.Count > 0)),
            ],
            await UnplannedAsync(db, year, [.. units.Where(one => unit is null || one.Code == unit)], cancellationToken),
            units);
    }

    /// <summary>One plan with its lines by day; null where there is none within reach.</summary>
    public async Task<PlanDetail?> PlanAsync(int id, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var units = await UnitsAsync(db, cancellationToken);
        var plan = await db.ContactPlans.AsNoTracking().Include(p => p.Sessions).ThenInclude(line => line.Deputies).AsSplitQuery().SingleOrDefaultAsync(p => p.Id == id, cancellationToken);
        if (plan is null || units.FirstOrDefault(one => one.Id == plan.UnitId) is not { } unit)
        {
            return null;
        }

        List<int> deputyIds = [.. plan.Sessions.SelectMany(line => line.Deputies).Select(link => link.DeputyId).Distinct()];
        List<int?> sessionIds = [.. plan.Sessions.Select(line => line.SessionId)];
        var names = await db.Deputies.AsNoTracking().Where(deputy => deputyIds.Contains(deputy.Id)).ToDictionaryAsync(deputy => deputy.Id, deputy => deputy.Name, cancellationToken);
        var stations = await db.Stations.AsNoTracking().Where(station => station.UnitId == plan.UnitId).ToDictionaryAsync(station => station.Id, cancellationToken);
        var sessions = await db.ContactSessions.AsNoTracking().Where(session => sessionIds.Contains(session.Id)).ToDictionaryAsync(session => session.Id, cancellationToken);
        var conflicts = await ConflictsAsync(db, plan.Sessions, names, cancellationToken);
        var today = clock.Today();
        return new PlanDetail(
            plan,
            unit,
            [
                .. plan.Sessions.OrderBy(line => line.On ?? DateOnly.MaxValue).ThenBy(line => line.From).ThenBy(line => line.Id).Select(line => new PlanLine(
                    line,
                    line.StationId is { } station ? stations.GetValueOrDefault(station) : null,
                    [.. line.Deputies.OrderBy(link => link.Order).Select(link => names[link.DeputyId])],
                    line.SessionId is { } session ? sessions[session] : null,
                    [.. conflicts[line.Id]],
                    PlanDesk.IsReady(line, today) && line.On < today.AddDays(options.Value.NoticeDays) ? $"离接待不到{options.Value.NoticeDays}天，选民来不及知道" : null)),
            ],
            await db.ContactPlans.AsNoTracking().Where(copy => copy.CopiedFromId == id && copy.Year == plan.Year + 1).Select(copy => (int?)copy.Id).FirstOrDefaultAsync(cancellationToken));
    }

    /// <summary>The units within reach, in official order.</summary>
    public async Task<IReadOnlyList<PlanUnit>> UnitsAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await UnitsAsync(db, cancellationToken);
    }

    private async Task<IReadOnlyList<PlanUnit>> UnitsAsync(LiaisonDbContext db, CancellationToken cancellationToken)
    {
        var stations = db.Stations.Within(await doorkeeper.ReachAsync(db, Deed.PlanContacts, cancellationToken));
        return await db.Units.AsNoTracking().Where(unit => stations.Any(station => station.UnitId == unit.Id)).OrderBy(unit => unit.Order)
            .Select(unit => new PlanUnit(unit.Id, unit.Code, unit.ShortName, unit.Order)).ToListAsync(cancellationToken);
    }

    /// <summary>District deputies in office who stand in no line and no session of the year that was not cancelled.</summary>
    private static async Task<IReadOnlyList<UnplannedDeputy>> UnplannedAsync(LiaisonDbContext db, int year, IReadOnlyList<PlanUnit> units, CancellationToken cancellationToken)
    {
        List<int?> ids = [.. units.Select(unit => (int?)unit.Id)];
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var planned = db.ContactPlans.Where(plan => plan.Year == year).SelectMany(plan => plan.Sessions).SelectMany(line => line.Deputies).Select(link => link.DeputyId);
        var arranged = db.ContactSessions.Where(session => session.On >= first && session.On <= last && session.Status != SessionStatus.Cancelled).SelectMany(session => session.Deputies).Select(link => link.DeputyId);
        var deputies = await db.Deputies.AsNoTracking()
            .Where(deputy => deputy.Level == DeputyLevel.District && deputy.Status == OfficeStatus.InOffice && ids.Contains(deputy.UnitId) && !planned.Contains(deputy.Id) && !arranged.Contains(deputy.Id))
            .OrderBy(deputy => deputy.Code).Select(deputy => new { deputy.Name, deputy.Code, deputy.UnitId }).ToListAsync(cancellationToken);
        return [.. units.SelectMany(unit => deputies.Where(deputy => deputy.UnitId == unit.Id).Select(deputy => new UnplannedDeputy(deputy.Name, deputy.Code, unit.Name)))];
    }

    /// <summary>Who of a line is expected elsewhere in the same hours: at a session that stands, or in another line.</summary>
    private static async Task<ILookup<int, string>> ConflictsAsync(LiaisonDbContext db, IReadOnlyList<PlannedSession> lines, Dictionary<int, string> names, CancellationToken cancellationToken)
    {
        List<PlannedSession> open = [.. lines.Where(line => line is { SessionId: null, On: not null, From: not null, Until: not null })];
        List<DateOnly> days = [.. open.Select(line => line.On!.Value).Distinct()];
        List<DateOnly?> daysOfLines = [.. days];
        var sessions = await db.ContactSessions.AsNoTracking().Include(session => session.Deputies).Where(session => days.Contains(session.On) && session.Status != SessionStatus.Cancelled).ToListAsync(cancellationToken);
        var others = await db.ContactPlans.AsNoTracking().SelectMany(plan => plan.Sessions).Include(line => line.Deputies)
            .Where(line => daysOfLines.Contains(line.On) && line.SessionId == null && line.From != null && line.Until != null).ToListAsync(cancellationToken);
        return (
            from line in open
            from busy in sessions.Select(session => (session.On, session.From, session.Until, Who: session.Deputies.Select(link => link.DeputyId), Where: "已经公布的接待"))
                .Concat(others.Where(other => other.Id != line.Id).Select(other => (On: other.On!.Value, From: other.From!.Value, Until: other.Until!.Value, Who: other.Deputies.Select(link => link.DeputyId), Where: "另一场计划里的接待")))
            where busy.On == line.On && busy.From < line.Until && busy.Until > line.From
            from deputy in line.Deputies.Select(link => link.DeputyId).Intersect(busy.Who)
            select (line.Id, Sentence: $"{names[deputy]}代表这天{SessionWording.Hours(busy.From, busy.Until)}有{busy.Where}，时间重叠")).Distinct().ToLookup(pair => pair.Id, pair => pair.Sentence);
    }
}

/// <summary>A unit that may be planned for.</summary>
public sealed record PlanUnit(int Id, string Code, string Name, int Order);

/// <summary>A plan in the year's list, with how many of its lines are sessions now, could be published today, and lack people, time or place.</summary>
public sealed record PlanRow(int Id, string Title, ContactWay Way, string Unit, int Sessions, int Published, int Ready, int Lacking);

/// <summary>A deputy nobody has planned in a year.</summary>
public sealed record UnplannedDeputy(string Name, string Code, string Unit);

public sealed record PlanYear(IReadOnlyList<PlanRow> Rows, IReadOnlyList<UnplannedDeputy> Unplanned, IReadOnlyList<PlanUnit> Units);

/// <summary>One plan with its lines, and the copy of it for the year after, if there is one.</summary>
public sealed record PlanDetail(ContactPlan Plan, PlanUnit Unit, IReadOnlyList<PlanLine> Lines, int? NextYear)
{
    public int Published => Lines.Count(line => line.Session is not null);

    public int Ready(DateOnly today) => Lines.Count(line => PlanDesk.IsReady(line.Line, today));
}

/// <summary>A line as the plan's page shows it: what it became once published, a sentence for each deputy expected elsewhere, and that it would be announced late.</summary>
public sealed record PlanLine(PlannedSession Line, Domain.Stations.Station? Station, IReadOnlyList<string> Deputies, ContactSession? Session, IReadOnlyList<string> Conflicts, string? ShortNotice)
{
    public SeenLine Seen => SeenLine.Of(Line);

    public string Hours => Line is { From: { } from, Until: { } until } ? SessionWording.Hours(from, until) : "时间未定";
}
