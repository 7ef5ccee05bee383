using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Feeds;
using VoterLiaison.Domain.Activities;
using VoterLiaison.Domain.Deputies;
using VoterLiaison.Domain.Plans;
using VoterLiaison.Domain.Stations;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Public;

/// <summary>接待时间, as it is announced: the week in the address, what moved and what was cancelled, and the same for calendar apps. It is Monday, 2 March 2026.</summary>
public sealed class ScheduleQueriesTests : IAsyncLifetime
{
    private LiaisonHouse _house = null!; // opened before each test

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private static DateOnly Monday => LiaisonHouse.Today;

    private ScheduleQueries Queries => _house.The<ScheduleQueries>();

    public async ValueTask InitializeAsync() => _house = await LiaisonHouse.OpenAsync();

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Fact]
    public async Task A_week_begins_on_Monday_whatever_day_is_asked_for_and_days_without_are_one()
    {
        await PlanAsync(Monday.AddDays(2), _house.District.BajiaoHome, _house.District.Gu);
        await PlanAsync(Monday.AddDays(9), _house.District.BajiaoHome, _house.District.Gu);

        var week = await Queries.WeekAsync(ScheduleAddress.Of("2026-03-06", null, null, null, null), Cancelled);

        Assert.Equal(Monday, week.Monday);
        Assert.Equal([(2, 3, 0), (4, 4, 1), (5, 8, 0)], week.Days.Select(days => (days.First.Day, days.Last.Day, days.Lines.Count)));
        Assert.Equal(Monday.AddDays(9), week.After(week.Sunday)!.Session.On);
        Assert.Equal("顾砚清", week.Days.ElementAt(1).Lines[0].Row.Names);
    }

    [Fact]
    public async Task A_reception_moved_to_another_day_stands_on_both_and_says_why()
    {
        var session = await PlanAsync(Monday.AddDays(2), _house.District.BajiaoHome, _house.District.Gu);
        await ChangeAsync(session, db => session.Change(_house.District.BajiaoHome, Facts(Monday.AddDays(4), _house.District.Gu), "代表参加区里会议。", LiaisonHouse.Entered));

        var week = await Queries.WeekAsync(new ScheduleAddress(), Cancelled);

        Assert.Equal([(4, true), (6, false)], from days in week.Days from line in days.Lines select (days.First.Day, line.MovedAway));
        var row = Assert.Single(week.Announced);
        Assert.True(row.IsMoved);
        Assert.Equal("原定3月4日9:00–11:00，代表参加区里会议。", row.Moved);
        Assert.Equal("改期：原定3月4日9:00–11:00，代表参加区里会议。", CalendarText().Split('\n')[0]);

        string CalendarText() => Read(_house.The<ScheduleQueries>().FeedAsync(new ScheduleAddress(), Cancelled).GetAwaiter().GetResult()).Single().Description!;
    }

    [Fact]
    public async Task Each_filter_of_the_address_narrows_the_week_and_the_calendar_alike()
    {
        var district = _house.District;
        await PlanAsync(Monday.AddDays(1), district.BajiaoHome, district.Gu);
        await PlanAsync(Monday.AddDays(1), district.BajiaoStation, district.Tao, ContactForm.Symposium);
        await PlanAsync(Monday.AddDays(1), district.ShougangHome, district.CityDeputy);

        Assert.Equal(["八角代表之家", "古城南路联络站", "首钢代表之家"], await StationsAsync(new ScheduleAddress()));
        Assert.Equal(["八角代表之家", "古城南路联络站"], await StationsAsync(new ScheduleAddress(Unit: "BJ")));
        Assert.Equal(["首钢代表之家"], await StationsAsync(new ScheduleAddress(Station: "SG01")));
        Assert.Equal(["古城南路联络站"], await StationsAsync(new ScheduleAddress(Deputy: "知言")));
        Assert.Equal(["八角代表之家"], await StationsAsync(new ScheduleAddress(Deputy: $"{district.Gu.Id}")));
        Assert.Equal(["古城南路联络站"], await StationsAsync(new ScheduleAddress(Form: ContactForm.Symposium)));
        Assert.Empty(await StationsAsync(new ScheduleAddress(Unit: "没有这个街道")));

        async Task<IEnumerable<string>> StationsAsync(ScheduleAddress asked)
        {
            var week = (await Queries.WeekAsync(asked, Cancelled)).Rows.Select(row => row.Station).Order(StringComparer.Ordinal).ToList();
            Assert.Equal(week, (await Queries.FeedAsync(asked, Cancelled)).Sessions.Select(session => session.Station).Order(StringComparer.Ordinal));
            return week;
        }
    }

    [Fact]
    public async Task Calendar_apps_read_Chinese_at_Shanghai_time_and_what_was_cancelled_as_cancelled()
    {
        var session = await PlanAsync(Monday.AddDays(1), _house.District.BajiaoHome, _house.District.CityDeputy);
        await ChangeAsync(session, _ => session.Cancel("活动室维修，另行安排。", LiaisonHouse.Entered));

        var read = Assert.Single(Read(await Queries.FeedAsync(new ScheduleAddress(Unit: "BJ"), Cancelled)));

        Assert.Equal(("CANCELLED", "已取消：接待选民：八角代表之家", "八角北里社区一层"), (read.Status, read.Summary, read.Location));
        Assert.Equal(new DateTime(2026, 3, 3, 9, 0, 0), TimeZoneInfo.ConvertTimeFromUtc(read.Start!.AsUtc, TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai")));
        Assert.Contains("接待代表：裴见微（市人大代表）", read.Description, StringComparison.Ordinal);
        Assert.Equal("八角街道接待时间", (await Queries.FeedAsync(new ScheduleAddress(Unit: "BJ"), Cancelled)).Name);
    }

    [Fact]
    public async Task A_line_of_a_plan_is_not_announced_before_it_is_published()
    {
        await using (var db = _house.Rows())
        {
            var plan = new ContactPlan(_house.District.BajiaoHome.UnitId, 2026, ContactWay.MidYear, "年中集中联系", "");
            plan.Add(new PlanLineFacts { On = Monday.AddDays(1), StationId = _house.District.BajiaoHome.Id, Place = "还没定的地方" });
            db.Add(plan);
            await db.SaveChangesAsync(Cancelled);
        }

        Assert.Empty((await Queries.WeekAsync(new ScheduleAddress(), Cancelled)).Rows);
        Assert.Empty((await Queries.FeedAsync(new ScheduleAddress(), Cancelled)).Sessions);
    }

    [Fact]
    public async Task The_next_ones_are_those_still_to_come_and_not_cancelled()
    {
        var over = await PlanAsync(Monday, _house.District.BajiaoHome, _house.District.Gu);
        var cancelled = await PlanAsync(Monday.AddDays(1), _house.District.BajiaoHome, _house.District.Gu);
        await PlanAsync(Monday.AddDays(2), _house.District.BajiaoStation, _house.District.Tao);
        await ChangeAsync(cancelled, _ => cancelled.Cancel("另行安排。", LiaisonHouse.Entered));
        _house.Clock.Advance(TimeSpan.FromHours(3));

        Assert.Equal(["古城南路联络站"], (await Queries.NextAsync(3, Cancelled)).Select(row => row.Station));
        Assert.Equal(2, await Queries.ThisWeekAsync(Cancelled));
        Assert.True((await Queries.WeekAsync(new ScheduleAddress(), Cancelled)).IsOver((await Queries.WeekAsync(new ScheduleAddress(), Cancelled)).Rows.Single(row => row.Session.Id == over.Id)));
    }

    private static SessionFacts Facts(DateOnly on, Deputy deputy, ContactForm form = ContactForm.Talk) => new(on, new TimeOnly(9, 0), new TimeOnly(11, 0), "八角北里社区一层", form, [deputy]);

    private async Task<ContactSession> PlanAsync(DateOnly on, Station station, Deputy deputy, ContactForm form = ContactForm.Talk)
    {
        var session = ContactSession.Plan(station, Facts(on, deputy, form), LiaisonHouse.Entered);
        await using var db = _house.Rows();
        db.Add(session);
        await db.SaveChangesAsync(Cancelled);
        return session;
    }

    private async Task ChangeAsync(ContactSession session, Action<DbContext> act)
    {
        await using var db = _house.Rows();
        db.Attach(session);
        act(db);
        await db.SaveChangesAsync(Cancelled);
    }

    private static List<Ical.Net.CalendarComponents.CalendarEvent> Read(FeedContent content) =>
        [.. Ical.Net.Calendar.Load(CalendarDocument.Write(content, new Uri("https://liaison.example"), Monday))!.Events];
}
