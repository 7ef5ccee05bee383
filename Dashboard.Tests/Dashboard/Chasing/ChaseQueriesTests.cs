using Microsoft.Extensions.DependencyInjection;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Opinions;
using VoterLiaison.Dashboard.Overview;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Activities;
using VoterLiaison.Domain.Calendar;
using VoterLiaison.Domain.Deputies;
using VoterLiaison.Domain.Opinions;
using VoterLiaison.Domain.Stations;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Chasing;

public sealed class ChaseQueriesTests : IAsyncLifetime
{
    private static readonly DateOnly _begin = LiaisonHouse.Today;

    /// <summary>Of a forwarding to an organ on the first day: thirty days.</summary>
    private static readonly DateOnly _due = _begin.AddDays(30);

    private LiaisonHouse _house = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private SmallDistrict District => _house.District;

    public async ValueTask InitializeAsync() => _house = await LiaisonHouse.OpenAsync();

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Theory]
    [InlineData(-7, 0, 0, 0)]
    [InlineData(-6, 1, 0, 0)]
    [InlineData(0, 1, 0, 0)]
    [InlineData(1, 0, 1, 0)]
    [InlineData(30, 0, 1, 0)]
    [InlineData(31, 0, 1, 1)]
    public async Task A_day_decides_of_which_class_an_opinion_is(int daysAfterDue, int thisWeek, int overdue, int gravelyOverdue)
    {
        await ForwardedAsync();
        To(_due.AddDays(daysAfterDue));

        Assert.Equal(new ChaseCounts(thisWeek, overdue, gravelyOverdue), (await Queries.TotalsAsync(cancellationToken: Cancelled)).Due);
        Assert.Equal(thisWeek + overdue, (await Queries.DueAsync(new ChaseAddress(), Cancelled)).Total);
    }

    [Fact]
    public async Task Overdue_is_what_the_measure_counts_over_all_years_and_both_views_add_up_to_it()
    {
        await ForwardedAsync(on: new DateOnly(2025, 11, 3));
        await ForwardedAsync();
        await AnsweredAsync(Deputies(District.Gu, District.Tao));
        await AnsweredAsync([]);
        To(_begin.AddDays(40));

        var totals = (await Queries.TotalsAsync(cancellationToken: Cancelled)).Due;
        var byOrgan = (await Queries.DueAsync(new ChaseAddress(), Cancelled)).Of;
        var byDeputy = (await Queries.DueAsync(new ChaseAddress { By = ChaseBy.Deputy }, Cancelled)).Of;
        var lists = _house.The<OpinionQueries>();
        Assert.Equal(await lists.CountAsync(new OpinionFilter { Measure = Measure.Overdue }, Cancelled), totals.Overdue);
        Assert.Equal(await lists.CountAsync(new OpinionFilter { Measure = Measure.GravelyOverdue }, Cancelled), totals.GravelyOverdue);
        Assert.Equal((4, 2, 2), (totals.Overdue, byOrgan.Overdue, byDeputy.Overdue));
    }

    [Fact]
    public async Task Deputies_stand_in_official_order_each_opinion_once_and_those_without_a_deputy_last()
    {
        await AnsweredAsync([]);
        await AnsweredAsync(Deputies(District.Tao));
        await AnsweredAsync(Deputies(District.Gu, District.Tao));
        To(_begin.AddDays(16));

        var list = await Queries.DueAsync(new ChaseAddress { By = ChaseBy.Deputy }, Cancelled);

        Assert.Equal([("顾砚清", 1), ("陶知言", 1), ("代表待定", 1)], list.Groups.Select(group => (group.Name, group.Counts.All)));
        Assert.Equal("顾砚清、陶知言", list.Groups[0].Rows.Single().Deputies);
    }

    [Fact]
    public async Task A_unit_sees_its_own_and_nothing_of_others()
    {
        await ForwardedAsync();
        await ForwardedAsync(station: District.ShougangHome.Id);
        To(_due.AddDays(1));
        var unit = Of(District.BajiaoHome.Id, District.BajiaoStation.Id);

        Assert.Equal(1, (await unit.TotalsAsync(cancellationToken: Cancelled)).Due.Overdue);
        Assert.Equal("2026-BJ01-0001", (await unit.DueAsync(new ChaseAddress(), Cancelled)).Groups.Single().Rows.Single().Number);
        Assert.Equal(0, (await unit.DueAsync(new ChaseAddress { Unit = "SG" }, Cancelled)).Total);
        var sheet = await unit.SheetAsync(ChaseGroupKind.Organ, District.UrbanManagement.Id, withThisWeek: true, Cancelled);
        Assert.Equal(("人大八角街道工作委员会", 1), (sheet!.From, sheet.Rows.Count));
    }

    [Fact]
    public async Task Who_may_not_chase_reads_nothing()
    {
        await ForwardedAsync();
        To(_due.AddDays(1));
        var station = _house.As("家站", new Rights([new Holding(Role.StationStaff, Reach.OfStations(District.BajiaoHome.Id))])).GetRequiredService<ChaseQueries>();

        Assert.Equal(0, (await station.TotalsAsync(cancellationToken: Cancelled)).Due.All);
        Assert.Empty((await station.SilenceAsync(cancellationToken: Cancelled)).Stations);
    }

    [Fact]
    public async Task The_organs_letter_holds_what_is_overdue_and_what_is_due_this_week_if_asked_without_who_spoke()
    {
        await ForwardedAsync("我是赵小川，电话13800007788，路灯不亮", voters: [new VoterForm { Name = "赵小川", Phone = "13800007788" }]);
        await ForwardedAsync("门前积水", on: _begin.AddDays(3));
        To(_due.AddDays(1));

        var overdue = await Queries.SheetAsync(ChaseGroupKind.Organ, District.UrbanManagement.Id, withThisWeek: false, Cancelled);
        var both = await Queries.SheetAsync(ChaseGroupKind.Organ, District.UrbanManagement.Id, withThisWeek: true, Cancelled);

        Assert.Equal("我是***，电话***********，路灯不亮", Assert.Single(overdue!.Rows).Gist);
        Assert.Equal(2, both!.Rows.Count);
        Assert.Null(await Queries.SheetAsync(ChaseGroupKind.Organ, 4711, withThisWeek: false, Cancelled));
    }

    [Fact]
    public async Task Promises_whose_day_has_come_are_first_and_counted()
    {
        var first = await PromisedAsync(_begin.AddMonths(2));
        await PromisedAsync(_begin.AddMonths(1));
        To(_begin.AddMonths(1));

        Assert.Equal((1, 2), (await Queries.TotalsAsync(cancellationToken: Cancelled) is var totals ? (totals.ToLookAt, totals.Promises) : default));
        Assert.Equal(first.OpinionId, (await Queries.PromisesAsync(cancellationToken: Cancelled))[^1].Id);
    }

    [Fact]
    public async Task The_boards_line_counts_by_station_what_the_page_counts_in_all()
    {
        await ForwardedAsync();
        await PromisedAsync(_begin.AddDays(20));
        await ForwardedAsync(station: District.ShougangHome.Id, on: _begin.AddDays(10));
        await ForwardedAsync(on: _begin.AddDays(36));
        To(_due.AddDays(31));

        var stations = (await _house.The<DoingQueries>().ReadAsync(_due.AddDays(31), Cancelled)).Stations;

        Assert.Equal(new ChaseDue(1, 2, 2, 1), stations[District.BajiaoHome.Id].Due);
        Assert.Equal(new ChaseDue(0, 1, 0, 0), stations[District.ShougangHome.Id].Due);
        var totals = await Queries.TotalsAsync(cancellationToken: Cancelled);
        Assert.Equal(new ChaseDue(totals.Due.ThisWeek, totals.Due.Overdue, totals.Due.GravelyOverdue, totals.ToLookAt), ChaseDue.Sum(stations.Values.Select(station => station.Due)));
    }

    [Fact]
    public async Task What_is_supervised_stands_with_who_decided_and_its_last_news_and_is_filtered_in_the_list()
    {
        var seen = await ForwardedAsync();
        await ForwardedAsync();
        await _house.Desk.SuperviseAsync(seen, "联络室主任", "反映的人多。", _begin);

        var row = Assert.Single(await Queries.SupervisedAsync(cancellationToken: Cancelled));
        Assert.Equal((_begin, "联络室主任", "2026-03-02 重点督办"), (row.SupervisedSince, row.DecidedBy, row.LastNews));
        Assert.Equal(1, await _house.The<OpinionQueries>().CountAsync(new OpinionFilter { Supervised = true }, Cancelled));
        Assert.True(OpinionAddress.Parse(new OpinionAddress { Filter = new OpinionFilter { Supervised = true } }.Query).Filter.Supervised);
    }

    [Fact]
    public async Task A_station_is_silent_eight_weeks_after_its_last_session_and_one_that_never_held_any_is_said_so()
    {
        await HeldAsync(District.BajiaoHome, _begin, District.Gu);

        To(_begin.AddDays(8 * 7));
        Assert.Equal([("BJ02", (DateOnly?)null), ("SG01", null)], (await Queries.SilenceAsync(cancellationToken: Cancelled)).Stations.Where(Ours).Select(station => (station.Code, station.LastOn)));
        To(_begin.AddDays(8 * 7 + 1));
        Assert.Equal([("BJ01", (DateOnly?)_begin), ("BJ02", null), ("SG01", null)], (await Queries.SilenceAsync(cancellationToken: Cancelled)).Stations.Where(Ours).Select(station => (station.Code, station.LastOn)));

        static bool Ours(SilentStation station) => station.Code is "BJ01" or "BJ02" or "SG01";
    }

    [Fact]
    public async Task Deputies_who_received_voters_less_than_twice_this_year_are_named_in_official_order_until_they_did()
    {
        await HeldAsync(District.BajiaoHome, _begin, District.Tao);
        await HeldAsync(District.BajiaoHome, _begin.AddDays(-1), District.Tao);
        await PlanAsync(District.BajiaoHome, _begin.AddDays(9), District.Gu);

        Assert.Equal([("17-0001", 0, _begin.AddDays(9))], await AbsentAsync());
        To(new DateOnly(2027, 1, 4));
        Assert.Equal([("17-0001", 0, (DateOnly?)null), ("17-0002", 0, null)], await AbsentAsync());

        async Task<IEnumerable<(string, int, DateOnly?)>> AbsentAsync() =>
            (await Queries.SilenceAsync("BJ", Cancelled)).Deputies.Select(deputy => (deputy.Code, deputy.Attended, deputy.NextOn));
    }

    [Theory]
    [InlineData(9, 0)]
    [InlineData(10, 1)]
    public async Task An_opinion_nobody_forwarded_is_pointed_out_after_ten_days_and_the_link_leads_to_the_same_rows(int days, int pointedOut)
    {
        await _house.CollectAsync();
        To(_begin.AddDays(days));

        var silence = await Queries.SilenceAsync(cancellationToken: Cancelled);

        Assert.Equal((pointedOut, pointedOut), (silence.Unforwarded, silence.Opinions.Count));
        Assert.Equal(pointedOut, await _house.The<OpinionQueries>().CountAsync(new OpinionFilter { Measure = Measure.ToForward, To = silence.CollectedUntil }, Cancelled));
    }

    private ChaseQueries Queries => _house.The<ChaseQueries>();

    private ChaseQueries Of(params int[] stations) => _house.As("八角街道", new Rights([new Holding(Role.UnitStaff, Reach.OfStations(stations))])).GetRequiredService<ChaseQueries>();

    private void To(DateOnly day) => _house.Clock.SetUtcNow(new DateTimeOffset(ChinaTime.StartOf(day)));

    private static int[] Deputies(params Deputy[] deputies) => [.. deputies.Select(deputy => deputy.Id)];

    private async Task<Seen> ForwardedAsync(string words = "路灯不亮", DateOnly? on = null, int? station = null, int[]? deputies = null, List<VoterForm>? voters = null)
    {
        var day = on ?? _begin;
        if (day > LiaisonHouse.Today)
        {
            To(day);
        }

        var taken = await _house.Desk.CollectAsync(new CollectForm { StationId = station ?? District.BajiaoHome.Id, Words = words, On = day, DeputyIds = [.. deputies ?? []], Voters = voters ?? [] }, Guid.NewGuid());
        return await _house.Desk.ForwardedAsync(new Seen(taken.Id, 1, Guid.NewGuid()), District, day);
    }

    private async Task<Seen> AnsweredAsync(int[] deputies) => await _house.Desk.AnsweredAsync(await ForwardedAsync(deputies: deputies), _begin);

    private async Task<Seen> PromisedAsync(DateOnly next)
    {
        var seen = await _house.Desk.AnsweredAsync(await ForwardedAsync(), _begin, AnswerOutcome.Planned);
        await _house.Desk.LookAgainAsync(seen, next, "看是否开工。", _begin);
        return seen.Next();
    }

    private Task PlanAsync(Station station, DateOnly on, Deputy deputy) => AddAsync(station, on, deputy, _ => { });

    private Task HeldAsync(Station station, DateOnly on, Deputy deputy) => AddAsync(station, on, deputy, session => session.Hold(new([deputy], 3), LiaisonHouse.Entered));

    private Task AddAsync(Station station, DateOnly on, Deputy deputy, Action<ContactSession> then) => _house.The<LiaisonStore>().WriteAsync(db =>
    {
        var session = ContactSession.Plan(station, new SessionFacts(on, new TimeOnly(9, 0), new TimeOnly(11, 0), "接待室", ContactForm.Talk, [deputy]), LiaisonHouse.Entered);
        then(session);
        db.Add(session);
        return Task.CompletedTask;
    }, Cancelled);
}
