using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Activities;
using VoterLiaison.Dashboard.Data.Seeding;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Plans;
using VoterLiaison.Domain.Rules;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Plans;

public sealed class PlanDeskTests : IAsyncLifetime
{
    private LiaisonHouse _house = null!; // opened before each test

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private static DateOnly Today => LiaisonHouse.Today;

    private SmallDistrict District => _house.District;

    private PlanDesk Desk => _house.The<PlanDesk>();

    private PlanQueries Queries => _house.The<PlanQueries>();

    public async ValueTask InitializeAsync() => _house = await LiaisonHouse.OpenAsync();

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Fact]
    public async Task A_line_without_a_place_is_refused_then_published_and_stands_among_the_receptions()
    {
        var id = await MakeAsync();
        await Desk.AddAsync(id, Line() with { Place = "" });
        var line = await OnlyLineAsync(id);
        Assert.Equal("还没有落实地点，不能公布。", (await Assert.ThrowsAsync<RuleBrokenException>(() => Desk.PublishAsync(line.Seen))).Message);

        await Desk.ChangeAsync(line.Seen, Line());
        await Desk.PublishAsync((await OnlyLineAsync(id)).Seen);

        var published = await OnlyLineAsync(id);
        Assert.Equal((ContactWay.MidYear, "八角北里", Today), (published.Session!.Way, published.Session.Place, published.Session.PublishedOn));
        Assert.Single((await _house.The<SessionQueries>().MonthAsync(new SessionFilter(new DateOnly(2026, 3, 1)), Cancelled)).Rows);
    }

    [Fact]
    public async Task A_plan_is_of_one_of_the_five_ways_and_for_the_stations_of_its_unit()
    {
        var id = await MakeAsync();
        var form = new PlanForm { UnitId = District.BajiaoHome.UnitId, Year = 2026, Title = "年中" };

        Assert.Equal("请选联系方式（第五条）。", (await Assert.ThrowsAsync<RuleBrokenException>(() => Desk.MakeAsync(form))).Message);
        Assert.Equal("请选联系方式（第五条）。", (await Assert.ThrowsAsync<RuleBrokenException>(() => Desk.DescribeAsync(id, form))).Message);
        Assert.Equal("请选择本单位的家站。", (await Assert.ThrowsAsync<RuleBrokenException>(() => Desk.AddAsync(id, Line() with { StationId = District.ShougangHome.Id }))).Message);
        Assert.Equal(
            "这一场还没有定日期，先定了日期再重复。",
            (await Assert.ThrowsAsync<RuleBrokenException>(() => Desk.DaysAsync((Line() with { On = null }).Facts, Recurrence.Weekly, Today.AddDays(30), workdaysOnly: false))).Message);
    }

    [Fact]
    public async Task Published_twice_it_is_one_session()
    {
        var id = await MakeAsync();
        await Desk.AddAsync(id, Line());
        var seen = (await OnlyLineAsync(id)).Seen;

        await Desk.PublishAsync(seen);
        await Desk.PublishAsync(seen);

        await using var db = _house.Rows();
        Assert.Equal(1, await db.ContactSessions.CountAsync(Cancelled));
    }

    [Fact]
    public async Task All_that_is_settled_is_published_at_once_and_the_rest_stays()
    {
        var id = await MakeAsync();
        await Desk.AddAsync(id, Line());
        await Desk.AddAsync(id, Line() with { On = Today.AddDays(9) });
        await Desk.AddAsync(id, Line() with { DeputyIds = [] });
        await Desk.AddAsync(id, Line() with { On = Today.AddDays(-1) });

        Assert.Equal(2, await Desk.PublishAllAsync(id));
        Assert.Equal(0, await Desk.PublishAllAsync(id));

        var plan = await Queries.PlanAsync(id, Cancelled);
        Assert.Equal((2, 4), (plan!.Published, plan.Lines.Count));
    }

    [Fact]
    public async Task Repeated_it_is_added_on_each_day_once_and_on_working_days_only_if_asked()
    {
        var id = await MakeAsync();
        await Desk.AddAsync(id, Line() with { On = new DateOnly(2026, 4, 20) });
        var seen = (await OnlyLineAsync(id)).Seen;
        Assert.StartsWith("2026年的年历还没有装入", (await Assert.ThrowsAsync<RuleBrokenException>(() => Desk.RepeatAsync(seen, Recurrence.Weekly, new DateOnly(2026, 5, 4), workdaysOnly: true))).Message, StringComparison.Ordinal);
        await using (var db = _house.Rows())
        {
            db.Add(SeededCalendar.All.Single(calendar => calendar.Year == 2026).ToYear(LiaisonHouse.Entered.At));
            await db.SaveChangesAsync(Cancelled);
        }

        Assert.Equal(1, await Desk.RepeatAsync(seen, Recurrence.Weekly, new DateOnly(2026, 5, 4), workdaysOnly: true)); // 4 May is a holiday
        Assert.Equal(1, await Desk.RepeatAsync(seen, Recurrence.Weekly, new DateOnly(2026, 5, 4), workdaysOnly: false));
        Assert.Equal([new(2026, 4, 20), new(2026, 4, 27), new DateOnly(2026, 5, 4)], (await Queries.PlanAsync(id, Cancelled))!.Lines.Select(line => line.Line.On!.Value));
    }

    [Fact]
    public async Task Whoever_changes_what_another_changed_meanwhile_is_told_and_may_then_go_on()
    {
        var id = await MakeAsync();
        await Desk.AddAsync(id, Line());
        var seen = (await OnlyLineAsync(id)).Seen;
        await Desk.ChangeAsync(seen, Line() with { Place = "八角南里" });

        var changed = await Assert.ThrowsAsync<LineChangedException>(() => Desk.ChangeAsync(seen, Line() with { Place = "八角中里" }));
        Assert.Contains("八角南里", changed.Message);
        await Desk.ChangeAsync(changed.Seen, Line() with { Place = "八角中里" });

        Assert.Equal("八角中里", (await OnlyLineAsync(id)).Line.Place);
    }

    [Fact]
    public async Task Copied_twice_it_is_one_plan_of_the_next_year()
    {
        var id = await MakeAsync();
        await Desk.AddAsync(id, Line());

        Assert.Equal(await Desk.CopyAsync(id, 2027), await Desk.CopyAsync(id, 2027));

        var copy = Assert.Single((await Queries.YearAsync(2027, cancellationToken: Cancelled)).Rows);
        Assert.Equal(("2027年年中集中联系", 1, 0), (copy.Title, copy.Sessions, copy.Published));
    }

    [Fact]
    public async Task The_same_deputy_in_the_same_hours_is_pointed_out_wherever_the_other_is()
    {
        var id = await MakeAsync();
        await Desk.AddAsync(id, Line());
        Assert.Empty((await OnlyLineAsync(id)).Conflicts);
        var other = await Desk.MakeAsync(new PlanForm { UnitId = District.ShougangHome.UnitId, Year = 2026, Way = ContactWay.Invitation, Title = "应约" });
        await Desk.AddAsync(other, Line() with { StationId = District.ShougangHome.Id, From = new TimeOnly(10, 30), Until = new TimeOnly(12, 0) });

        Assert.Equal("顾砚清代表这天10:30–12:00有另一场计划里的接待，时间重叠", Assert.Single((await OnlyLineAsync(id)).Conflicts));
        await Desk.PublishAllAsync(other);
        Assert.Equal("顾砚清代表这天10:30–12:00有已经公布的接待，时间重叠", Assert.Single((await OnlyLineAsync(id)).Conflicts));
    }

    [Fact]
    public async Task Whom_nobody_has_planned_is_named_until_a_line_or_a_reception_has_them()
    {
        Assert.Equal(["顾砚清", "陶知言"], (await Queries.YearAsync(2026, cancellationToken: Cancelled)).Unplanned.Select(deputy => deputy.Name));

        await Desk.AddAsync(await MakeAsync(), Line());

        Assert.Equal("陶知言", Assert.Single((await Queries.YearAsync(2026, cancellationToken: Cancelled)).Unplanned).Name);
    }

    [Fact]
    public async Task Less_than_two_days_of_notice_is_said()
    {
        var id = await MakeAsync();
        await Desk.AddAsync(id, Line() with { On = Today.AddDays(1) });
        Assert.Equal("离接待不到2天，选民来不及知道", (await OnlyLineAsync(id)).ShortNotice);
    }

    [Fact]
    public async Task A_plan_of_another_unit_is_as_if_unknown()
    {
        var id = await MakeAsync();
        await Desk.AddAsync(id, Line());
        var seen = (await OnlyLineAsync(id)).Seen;
        var stranger = _house.As("首钢代表联组", new Rights([new Holding(Role.UnitStaff, Reach.OfStations(District.ShougangHome.Id))]));
        var (desk, queries) = (stranger.GetRequiredService<PlanDesk>(), stranger.GetRequiredService<PlanQueries>());

        Assert.Null(await queries.PlanAsync(id, Cancelled));
        Assert.Empty((await queries.YearAsync(2026, cancellationToken: Cancelled)).Rows);
        Assert.Equal("没有找到这份计划。", (await Assert.ThrowsAsync<OutOfReachException>(() => desk.PublishAsync(seen))).Message);
        await Assert.ThrowsAsync<OutOfReachException>(() => desk.MakeAsync(new PlanForm { UnitId = District.BajiaoHome.UnitId, Year = 2026, Way = ContactWay.MidYear, Title = "别人的" }));
        await Assert.ThrowsAsync<OutOfReachException>(() => desk.CopyAsync(id, 2027));
    }

    private Task<int> MakeAsync() => Desk.MakeAsync(new PlanForm { UnitId = District.BajiaoHome.UnitId, Year = 2026, Way = ContactWay.MidYear, Title = "2026年年中集中联系" });

    private LineForm Line() => new()
    {
        StationId = District.BajiaoHome.Id,
        On = Today.AddDays(7),
        From = new TimeOnly(9, 0),
        Until = new TimeOnly(11, 0),
        Place = "八角北里",
        DeputyIds = [District.Gu.Id],
    };

    private async Task<PlanLine> OnlyLineAsync(int plan) => Assert.Single((await Queries.PlanAsync(plan, Cancelled))!.Lines);
}
