using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Calendar;
using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Deputies;
using VoterLiaison.Domain.Plans;
using VoterLiaison.Domain.Rules;

namespace VoterLiaison.Dashboard.Plans;

/// <summary>Where making a plan, settling its lines and publishing them become a change. The rules are the plan's own.</summary>
public sealed class PlanDesk(WriteDoor door, CalendarQueries calendars)
{
    private const string NotFound = "没有找到这份计划。";
    private const string NoLine = "没有找到计划里的这一场。";

    /// <summary>The same plan sent twice is made once.</summary>
    public Task<int> MakeAsync(PlanForm form) => door.WriteAsync(Deed.PlanContacts, async writing =>
    {
        await RequireUnitAsync(writing, form.UnitId, "请选择单位。");
        var plan = new ContactPlan(form.UnitId, form.Year, form.Way ?? throw new RuleBrokenException("请选联系方式（第五条）。"), form.Title, form.Note);
        if (await writing.Db.ContactPlans.FirstOrDefaultAsync(p => p.UnitId == plan.UnitId && p.Year == plan.Year && p.Way == plan.Way && p.Title == plan.Title) is { } already)
        {
            return already.Id;
        }

        writing.Db.Add(plan);
        await writing.Db.SaveChangesAsync();
        await writing.RecordAsync(AuditAct.PlanChanged, About(plan), "新建");
        return plan.Id;
    });

    public Task DescribeAsync(int planId, PlanForm form) => ActAsync(planId, (_, plan) =>
    {
        plan.Describe(form.Way ?? throw new RuleBrokenException("请选联系方式（第五条）。"), form.Title, form.Note);
        return Task.FromResult<string?>("改名称、方式或说明");
    });

    /// <summary>Adds a line, settled or not.</summary>
    public Task AddAsync(int planId, LineForm form) => ActAsync(planId, async (writing, plan) =>
    {
        await RequireStationAsync(writing, plan, form.StationId);
        plan.Add(form.Facts);
        return $"加一场：{InWords(form.Facts)}";
    });

    public Task ChangeAsync(SeenLine seen, LineForm form) => ActAsync(seen.PlanId, async (writing, plan) =>
    {
        var line = LineOf(plan, seen);
        await RequireStationAsync(writing, plan, form.StationId);
        plan.Change(line, form.Facts);
        return $"改一场：{InWords(form.Facts)}";
    });

    public Task RemoveAsync(SeenLine seen) => ActAsync(seen.PlanId, (_, plan) =>
    {
        var line = LineOf(plan, seen);
        plan.Remove(line);
        return Task.FromResult<string?>($"去掉一场：{InWords(line.Facts)}");
    });

    /// <summary>公布 one line; published twice it is one session.</summary>
    /// <exception cref="RuleBrokenException">People, time or place is lacking, and which is said.</exception>
    public Task PublishAsync(SeenLine seen) => ActAsync(seen.PlanId, async (writing, plan) =>
    {
        var line = plan.Sessions.FirstOrDefault(one => one.Id == seen.LineId) ?? throw new RuleBrokenException(NoLine);
        if (line.SessionId is not null)
        {
            return null;
        }

        await PublishAsync(writing, plan, LineOf(plan, seen));
        return $"公布：{InWords(line.Facts)}";
    });

    /// <summary>公布 all that are settled and still to come. What is not stays as it is.</summary>
    /// <returns>How many were published.</returns>
    public Task<int> PublishAllAsync(int planId) => door.WriteAsync(Deed.PlanContacts, async writing =>
    {
        var plan = await PlanAsync(writing, planId);
        List<PlannedSession> ready = [.. plan.Sessions.Where(line => IsReady(line, writing.Signature.Today)).OrderBy(line => line.On).ThenBy(line => line.From)];
        foreach (var line in ready)
        {
            await PublishAsync(writing, plan, line);
        }

        if (ready.Count > 0)
        {
            await writing.RecordAsync(AuditAct.PlanChanged, About(plan), $"公布 {ready.Count} 场");
        }

        return ready.Count;
    });

    /// <summary>重复: the same line again on the days on which it recurs. Days that have such a line already are passed over.</summary>
    /// <param name="seen">The line.</param>
    /// <param name="every">How it recurs.</param>
    /// <param name="last">The last day, within the plan's year.</param>
    /// <param name="workdaysOnly">Leaves out days that are not worked.</param>
    /// <returns>How many lines were added.</returns>
    public Task<int> RepeatAsync(SeenLine seen, Recurrence every, DateOnly last, bool workdaysOnly) => door.WriteAsync(Deed.PlanContacts, async writing =>
    {
        var plan = await PlanAsync(writing, seen.PlanId);
        var facts = (plan.Sessions.FirstOrDefault(one => one.Id == seen.LineId) ?? throw new RuleBrokenException(NoLine)).Facts;
        var days = await DaysAsync(facts, every, last, workdaysOnly);
        List<DateOnly> added = [.. days.Where(day => !plan.Sessions.Any(line => line.On == day && line.From == facts.From && line.StationId == facts.StationId))];
        added.ForEach(day => plan.Add(facts with { On = day }));
        if (added.Count > 0)
        {
            await writing.RecordAsync(AuditAct.PlanChanged, About(plan), $"{every.InWords()}重复，加 {added.Count} 场");
        }

        return added.Count;
    });

    /// <summary>The days <see cref="RepeatAsync"/> would add, to be looked at before.</summary>
    public async Task<IReadOnlyList<DateOnly>> DaysAsync(PlanLineFacts facts, Recurrence every, DateOnly last, bool workdaysOnly)
    {
        var days = Recurring.After(facts.On ?? throw new RuleBrokenException("这一场还没有定日期，先定了日期再重复。"), every, last);
        if (!workdaysOnly)
        {
            return days;
        }

        var calendar = await calendars.WorkCalendarAsync();
        Rule.Require(calendar.Knows(facts.On.Value.Year), $"{facts.On.Value.Year}年的年历还没有装入，分不出工作日。不勾“只排工作日”就能继续，或者请联络室先装入年历。");
        return [.. days.Where(day => calendar.IsWorkday(day) is true)];
    }

    /// <summary>复制到另一年: the same weeks and weekdays, nothing published. Copied twice it is one plan.</summary>
    public Task<int> CopyAsync(int planId, int year) => door.WriteAsync(Deed.PlanContacts, async writing =>
    {
        var plan = await PlanAsync(writing, planId);
        if (await writing.Db.ContactPlans.FirstOrDefaultAsync(p => p.CopiedFromId == planId && p.Year == year) is { } already)
        {
            return already.Id;
        }

        var first = new DateOnly(year, 1, 1);
        var inOffice = await writing.Db.Deputies.Where(deputy => deputy.Status == OfficeStatus.InOffice).Select(deputy => deputy.Id).ToHashSetAsync();
        var open = await writing.Db.Stations.Where(station => station.ClosedOn == null || station.ClosedOn > first).Select(station => station.Id).ToHashSetAsync();
        var copy = plan.CopyTo(year, inOffice.Contains, open.Contains);
        writing.Db.Add(copy);
        await writing.Db.SaveChangesAsync();
        await writing.RecordAsync(AuditAct.PlanChanged, About(copy), $"由{plan.Year}年的“{plan.Title}”复制，{copy.Sessions.Count} 场");
        return copy.Id;
    });

    internal static bool IsReady(PlannedSession line, DateOnly today) => line.SessionId is null && line.Lacking.Count == 0 && line.On >= today;

    private static async Task PublishAsync(Writing writing, ContactPlan plan, PlannedSession line)
    {
        var station = await writing.Db.Stations.SingleOrDefaultAsync(s => s.Id == line.StationId);
        List<int> ids = [.. line.Deputies.OrderBy(link => link.Order).Select(link => link.DeputyId)];
        var deputies = await writing.Db.Deputies.Where(deputy => ids.Contains(deputy.Id)).ToDictionaryAsync(deputy => deputy.Id);
        var session = plan.Publish(line, station, [.. ids.Select(id => deputies[id])], writing.Signature);
        writing.Db.Add(session);
        await writing.Db.SaveChangesAsync();
        line.BecameSession(session);
    }

    private Task ActAsync(int planId, Func<Writing, ContactPlan, Task<string?>> act) => door.WriteAsync(Deed.PlanContacts, async writing =>
    {
        var plan = await PlanAsync(writing, planId);
        if (await act(writing, plan) is { } what)
        {
            await writing.RecordAsync(AuditAct.PlanChanged, About(plan), what);
        }
    });

    private static async Task<ContactPlan> PlanAsync(Writing writing, int id)
    {
        var plan = await writing.Db.ContactPlans.Include(p => p.Sessions).ThenInclude(line => line.Deputies).SingleOrDefaultAsync(p => p.Id == id) ?? throw new RuleBrokenException(NotFound);
        await RequireUnitAsync(writing, plan.UnitId, NotFound, About(plan));
        return plan;
    }

    /// <summary>The line as it was seen; whoever saw an older one is told.</summary>
    private static PlannedSession LineOf(ContactPlan plan, SeenLine seen)
    {
        var line = plan.Sessions.FirstOrDefault(one => one.Id == seen.LineId) ?? throw new RuleBrokenException(NoLine);
        return SeenLine.MarkOf(line.Facts) == seen.Mark ? line : throw new LineChangedException(line);
    }

    private static async Task RequireUnitAsync(Writing writing, int unitId, string unknown, string? about = null)
    {
        var stations = await writing.Db.Stations.Where(station => station.UnitId == unitId).Select(station => station.Id).ToListAsync();
        Rule.Require(stations.Count > 0, unknown);
        if (!stations.Exists(writing.Reach.CoversStation))
        {
            throw new OutOfReachException(unknown, about ?? $"单位 {unitId}");
        }
    }

    /// <summary>A plan is for the stations of its unit.</summary>
    private static async Task RequireStationAsync(Writing writing, ContactPlan plan, int stationId) =>
        Rule.Require(stationId == 0 || await writing.Db.Stations.AnyAsync(station => station.Id == stationId && station.UnitId == plan.UnitId), "请选择本单位的家站。");

    private static string InWords(PlanLineFacts facts) => facts.On is { } on ? $"{on:yyyy-MM-dd} {facts.From:HH':'mm} {facts.Place}".TrimEnd() : $"日期未定 {facts.Place}".TrimEnd();

    private static string About(ContactPlan plan) => $"计划 {plan.Year} {plan.Title}";
}

/// <summary>The line was changed since it was opened.</summary>
public sealed class LineChangedException(PlannedSession now) : RuleBrokenException(
    $"您打开以后，别人改过这一场：现在{(now.On is { } on ? $"{on:M月d日}" : "日期未定")}，{(now.Place.Length > 0 ? now.Place : "地点未定")}{(now.SessionId is null ? "" : "，已经公布")}。您写的都还在，请看过再决定。")
{
    /// <summary>As it stands now.</summary>
    public SeenLine Seen { get; } = SeenLine.Of(now);
}
