using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Activities;
using VoterLiaison.Domain.Rules;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Activities;

public sealed class SessionDeskTests : IAsyncLifetime
{
    private LiaisonHouse _house = null!; // opened before each test

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private static DateOnly Today => LiaisonHouse.Today;

    private SessionDesk Desk => _house.The<SessionDesk>();

    public async ValueTask InitializeAsync() => _house = await LiaisonHouse.OpenAsync();

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Fact]
    public async Task A_plan_stands_with_its_people_time_and_place_and_in_the_audit_log()
    {
        var id = await Desk.PlanAsync(Form());

        var session = await SessionAsync(id);
        Assert.Equal((SessionStatus.Planned, "八角北里", 2), (session.Status, session.Place, session.Deputies.Count));
        Assert.Equal((AuditAct.SessionPlanned, "接待 八角代表之家 2026-03-02"), await LastAsync());
    }

    [Fact]
    public async Task The_same_plan_sent_twice_is_entered_once()
    {
        Assert.Equal(await Desk.PlanAsync(Form()), await Desk.PlanAsync(Form()));

        await using var db = _house.Rows();
        Assert.Equal(1, await db.ContactSessions.CountAsync(Cancelled));
        Assert.Equal(1, await db.AuditEntries.CountAsync(entry => entry.Act == AuditAct.SessionPlanned, Cancelled));
    }

    [Fact]
    public async Task What_is_not_settled_is_said_by_the_domain_and_nothing_is_planned()
    {
        Assert.Equal("还没有落实人员：请选接待的代表。", await RefusalAsync(Form() with { DeputyIds = [] }));
        Assert.Equal("还没有落实时间：请填写几点到几点。", await RefusalAsync(Form() with { Until = null }));
        Assert.Equal("还没有落实地点：请填写接待地点。", await RefusalAsync(Form() with { Place = " " }));

        await using var db = _house.Rows();
        Assert.Empty(await db.ContactSessions.ToListAsync(Cancelled));
    }

    [Fact]
    public async Task Whoever_saw_it_before_another_changed_it_is_told_how_it_stands_and_may_then_go_on()
    {
        var id = await Desk.PlanAsync(Form());
        await Desk.ChangeAsync(new SeenSession(id, 0), Form() with { Place = "八角南里", On = Today.AddDays(3), Reason = "代表开会" });

        var changed = await Assert.ThrowsAsync<SessionChangedException>(() => Desk.CancelAsync(new SeenSession(id, 0), "停电"));

        Assert.Equal("您打开以后，别人改过这一场：现在待接待，3月5日9:00–11:00，八角南里。您写的都还在，请看过再决定。", changed.Message);
        Assert.Equal(SessionStatus.Planned, (await SessionAsync(id)).Status);
        await Desk.CancelAsync(new SeenSession(id, changed.Version), "停电");
        Assert.Equal("停电", (await SessionAsync(id)).CancelReason);
    }

    [Fact]
    public async Task Who_came_is_entered_and_can_be_put_right_and_the_audit_log_keeps_both()
    {
        var id = await Desk.PlanAsync(Form());
        await Desk.HoldAsync(new SeenSession(id, 0), [_house.District.Gu.Id], 3);
        await Desk.HoldAsync(new SeenSession(id, 1), [_house.District.Gu.Id, _house.District.CityDeputy.Id], 5, correction: "少记了两位");

        var session = await SessionAsync(id);
        Assert.Equal((SessionStatus.Held, 5), (session.Status, session.VoterTimes));
        Assert.Equal([SessionAct.Plan, SessionAct.Hold, SessionAct.Correct], session.Entries.Select(entry => entry.Act));
        Assert.Equal([true, false, true], session.Deputies.OrderBy(link => link.Order).Select(link => link.Attended!.Value));
        await using var db = _house.Rows();
        Assert.Equal(
            ["到场顾砚清，3 人次", "到场顾砚清、裴见微，5 人次（原登记 3 人次）"],
            await db.AuditEntries.Where(entry => entry.Act == AuditAct.SessionHeld).OrderBy(entry => entry.Id).Select(entry => entry.Detail).ToListAsync(Cancelled));
    }

    [Fact]
    public async Task A_reception_of_another_scope_is_as_if_unknown_and_the_try_is_noted()
    {
        var foreign = await Desk.PlanAsync(Form() with { StationId = _house.District.ShougangHome.Id });
        var outside = Outside().GetRequiredService<SessionDesk>();

        foreach (var act in new Func<SeenSession, Task>[] { seen => outside.ChangeAsync(seen, Form()), seen => outside.HoldAsync(seen, [_house.District.Gu.Id], 1), seen => outside.CancelAsync(seen, "停电") })
        {
            var refused = await Assert.ThrowsAsync<OutOfReachException>(() => act(new SeenSession(foreign, 0)));
            var unknown = await Assert.ThrowsAsync<RuleBrokenException>(() => act(new SeenSession(4711, 0)));
            Assert.Equal(unknown.Message, refused.Message);
            Assert.Equal((AuditAct.OutOfReach, "接待 首钢代表之家 2026-03-02"), await LastAsync());
        }

        Assert.Equal(0, (await SessionAsync(foreign)).Version);
    }

    [Fact]
    public async Task Neither_a_plan_nor_a_change_reaches_a_station_of_another_scope()
    {
        var own = await Desk.PlanAsync(Form());
        var outside = Outside().GetRequiredService<SessionDesk>();
        var there = Form() with { StationId = _house.District.ShougangHome.Id };

        Assert.Equal("请选择家站。", (await Assert.ThrowsAsync<OutOfReachException>(() => outside.PlanAsync(there))).Message);
        Assert.Equal("请选择家站。", (await Assert.ThrowsAsync<OutOfReachException>(() => outside.ChangeAsync(new SeenSession(own, 0), there))).Message);
        Assert.Equal("请选择家站。", (await Assert.ThrowsAsync<RuleBrokenException>(() => outside.PlanAsync(Form() with { StationId = 4711 }))).Message);
        Assert.Equal(_house.District.BajiaoHome.Id, (await SessionAsync(own)).StationId);
    }

    [Fact]
    public async Task A_deputy_plans_nothing() =>
        await Assert.ThrowsAsync<OutOfReachException>(() => _house.As("顾砚清", new Rights([new Holding(Role.Deputy, Reach.OfDeputy(_house.District.Gu.Id))])).GetRequiredService<SessionDesk>().PlanAsync(Form()));

    [Fact]
    public async Task A_month_shows_what_lies_within_reach_and_first_what_waits_to_be_entered()
    {
        await Desk.PlanAsync(Form() with { On = Today.AddDays(-5) });
        await Desk.PlanAsync(Form() with { On = Today.AddDays(4) });
        await Desk.PlanAsync(Form() with { On = Today.AddDays(5), StationId = _house.District.ShougangHome.Id });
        var march = new SessionFilter(new DateOnly(2026, 3, 1));

        var month = await Outside().GetRequiredService<SessionQueries>().MonthAsync(march, Cancelled);
        Assert.Equal((Today.AddDays(-5), 1), (Assert.Single(month.Unregistered).Session.On, month.UnregisteredTotal));
        Assert.Equal(["八角代表之家"], month.Rows.Select(row => row.Station.Name));

        var office = _house.The<SessionQueries>();
        Assert.Equal(2, (await office.MonthAsync(march, Cancelled)).Rows.Count);
        Assert.Equal(["首钢代表之家"], (await office.MonthAsync(march with { Unit = "SG" }, Cancelled)).Rows.Select(row => row.Station.Name));
        Assert.Equal(["八角代表之家"], (await office.MonthAsync(march with { Station = "BJ01" }, Cancelled)).Rows.Select(row => row.Station.Name));
        Assert.Empty((await office.MonthAsync(march with { Status = SessionStatus.Held }, Cancelled)).Rows);
        Assert.Empty((await _house.As("谁", Rights.None).GetRequiredService<SessionQueries>().MonthAsync(march, Cancelled)).Rows);
    }

    [Fact]
    public async Task A_deputy_expected_elsewhere_in_the_same_hours_is_said_and_where_only_within_reach()
    {
        await Desk.PlanAsync(Form() with { StationId = _house.District.ShougangHome.Id });
        var other = Form() with { From = new TimeOnly(10, 30), Until = new TimeOnly(12, 0), DeputyIds = [_house.District.Gu.Id] };

        Assert.Equal(["顾砚清代表这天9:00–11:00在首钢代表之家另有接待，时间重叠。"], await _house.The<SessionQueries>().ConflictsAsync(other, cancellationToken: Cancelled));
        Assert.Equal(["顾砚清代表这天9:00–11:00在别处另有接待，时间重叠。"], await Outside().GetRequiredService<SessionQueries>().ConflictsAsync(other, cancellationToken: Cancelled));
        Assert.Empty(await _house.The<SessionQueries>().ConflictsAsync(other with { From = new TimeOnly(11, 0) }, cancellationToken: Cancelled));
        Assert.Empty(await _house.The<SessionQueries>().ConflictsAsync(other with { On = Today.AddDays(1) }, cancellationToken: Cancelled));
    }

    private SessionForm Form() => new()
    {
        StationId = _house.District.BajiaoHome.Id,
        On = Today,
        From = new TimeOnly(9, 0),
        Until = new TimeOnly(11, 0),
        Place = "八角北里",
        DeputyIds = [_house.District.Gu.Id, _house.District.Tao.Id],
    };

    private IServiceProvider Outside() =>
        _house.As("八角街道", new Rights([new Holding(Role.UnitStaff, Reach.OfStations(_house.District.BajiaoHome.Id, _house.District.BajiaoStation.Id))]));

    private async Task<string> RefusalAsync(SessionForm form) => (await Assert.ThrowsAsync<RuleBrokenException>(() => Desk.PlanAsync(form))).Message;

    private async Task<ContactSession> SessionAsync(int id)
    {
        await using var db = _house.Rows();
        return await db.ContactSessions.AsNoTracking().Include(session => session.Deputies).Include(session => session.Entries).SingleAsync(session => session.Id == id, Cancelled);
    }

    private async Task<(AuditAct Act, string About)> LastAsync()
    {
        await using var db = _house.Rows();
        var entry = await db.AuditEntries.OrderByDescending(one => one.Id).FirstAsync(Cancelled);
        return (entry.Act, entry.About);
    }
}
