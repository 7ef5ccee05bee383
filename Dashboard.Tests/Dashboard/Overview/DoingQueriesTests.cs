using CsCheck;
using VoterLiaison.Dashboard.Live;
using VoterLiaison.Dashboard.Opinions;
using VoterLiaison.Domain.Activities;
using VoterLiaison.Domain.Deputies;
using VoterLiaison.Domain.Opinions;
using VoterLiaison.Domain.Stations;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Overview;

public sealed class DoingQueriesTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>上年同期 is told by the days of what was done; told so of a day by which all was done, it is what the board counts.</summary>
    [Fact]
    public void How_far_a_years_opinions_had_come_on_its_last_day_is_what_the_board_counts() => RandomHistory.Any.Array[20].Sample(histories =>
    {
        using var database = new LiaisonDatabase();
        using (var db = database.CreateDbContext())
        {
            db.AddRange(histories.SelectMany(history => history.All));
            db.SaveChanges();
        }

        using var rows = database.CreateDbContext();
        foreach (var year in new[] { 2025, 2026 })
        {
            var counted = new CountQueries(database).ByStationAsync(year, new DateOnly(2040, 12, 31), Cancel).GetAwaiter().GetResult();
            var told = DoingQueries.ProgressOnAsync(rows, rows.Opinions.Where(o => o.Year == year), new DateOnly(2040, 12, 31), Cancel).GetAwaiter().GetResult();
            Assert.Equal(counted.OrderBy(station => station.Key).Select(station => (station.Key, Progress.Of(station.Value))), told.OrderBy(station => station.Key).Select(station => (station.Key, station.Value)));
        }
    }, iter: 3, threads: 1);

    [Fact]
    public async Task A_year_ago_counts_only_what_had_been_done_by_that_day()
    {
        await using var house = await LiaisonHouse.OpenAsync();
        var (yearAgo, later) = (LiaisonHouse.Today.AddYears(-1), LiaisonHouse.Today.AddYears(-1).AddDays(1));
        var early = await house.Desk.ForwardedAsync(await house.CollectAsync(on: yearAgo.AddDays(-3)), house.District, yearAgo.AddDays(-2));
        early = await house.Desk.AnsweredAsync(early, yearAgo);
        await house.Desk.FeedBackAsync(early, Acts.Told(later));
        await house.Desk.ForwardedAsync(await house.CollectAsync(on: yearAgo), house.District, later);
        await house.CollectAsync(on: later);

        var doings = await house.The<LiveDoings>().NowAsync(Cancel);

        Assert.Equal(new Progress(2, 1, 1, 0), doings.AYearAgo);
    }

    [Fact]
    public async Task Today_and_this_month_count_what_was_done_whenever_it_was_collected()
    {
        await using var house = await LiaisonHouse.OpenAsync();
        var (today, yesterday) = (LiaisonHouse.Today, LiaisonHouse.Today.AddDays(-1));
        var seen = await house.Desk.ForwardedAsync(await house.CollectAsync(on: today.AddYears(-1)), house.District, yesterday);
        await house.Desk.AnsweredAsync(seen, today);
        await house.CollectAsync(on: today);
        await house.CollectAsync(on: today.AddDays(-today.Day)); // last month

        var doings = await house.The<DoingQueries>().ReadAsync(today, Cancel);

        Assert.Equal(new Progress(1, 0, 1, 0), doings.DoneToday);
        Assert.Equal(new Progress(1, 1, 1, 0), doings.DoneThisMonth);
        Assert.Equal(new Progress(1, 1, 1, 0), doings.Of(house.District.BajiaoHome.Id).Month);
        Assert.Equal((1, 0), (await RowsAsync(DoneKind.Forwarded, yesterday), await RowsAsync(DoneKind.Forwarded, today)));
        Assert.Equal((0, 1), (await RowsAsync(DoneKind.Answered, yesterday), await RowsAsync(DoneKind.Answered, today)));

        Task<int> RowsAsync(DoneKind what, DateOnly day) => house.The<OpinionQueries>().CountAsync(new OpinionFilter { Done = new DoneSpan(what, day, day) }, Cancel);
    }

    [Fact]
    public async Task Acts_of_one_kind_in_one_minute_at_one_station_are_told_as_one_the_newest_first()
    {
        await using var house = await LiaisonHouse.OpenAsync();
        await house.CollectAsync("电梯坏了");
        await house.CollectAsync("路灯不亮");
        house.Clock.Advance(TimeSpan.FromMinutes(1));
        await house.CollectAsync(stationId: house.District.ShougangHome.Id);

        var doings = await house.The<DoingQueries>().ReadAsync(LiaisonHouse.Today, Cancel);

        Assert.Equal(
            [(house.District.ShougangHome.Id, OpinionAct.Collect, 1), (house.District.BajiaoHome.Id, OpinionAct.Collect, 2)],
            doings.Acts.Select(act => (act.StationId, act.Act, act.Times)));
        Assert.Equal(OpinionAct.Collect, doings.Of(house.District.ShougangHome.Id).Last!.Act);
    }

    [Fact]
    public async Task What_concerns_a_person_and_what_the_calendar_did_is_not_told()
    {
        await using var house = await LiaisonHouse.OpenAsync();
        var seen = await house.CollectAsync();
        await house.Desk.NameDeputiesAsync(seen, [house.District.Gu.Id]);

        var doings = await house.The<DoingQueries>().ReadAsync(LiaisonHouse.Today, Cancel);

        Assert.Equal([OpinionAct.Collect], doings.Acts.Select(act => act.Act));
    }

    [Fact]
    public async Task Receptions_of_the_week_are_those_from_Monday_to_Sunday_that_were_not_cancelled()
    {
        await using var house = await LiaisonHouse.OpenAsync();
        var monday = LiaisonHouse.Today;
        await using (var db = house.Rows())
        {
            db.AddRange(Planned(house.District.BajiaoHome, monday.AddDays(6), house.District.Gu), Planned(house.District.BajiaoStation, monday.AddDays(7), house.District.Tao));
            await db.SaveChangesAsync(Cancel);
        }

        var doings = await house.The<DoingQueries>().ReadAsync(monday, Cancel);

        Assert.Equal([(house.District.BajiaoHome.Id, monday.AddDays(6), 1)], doings.Receptions.Select(reception => (reception.StationId, reception.On, reception.Deputies)));
        Assert.False(doings.KeepsReceptions); // none was held
        Assert.Equal(monday.AddDays(7), (await house.The<DoingQueries>().NextReceptionAsync(house.District.BajiaoStation.Id, monday, Cancel))?.On);
        Assert.Null(await house.The<DoingQueries>().NextReceptionAsync(house.District.ShougangHome.Id, monday, Cancel));
    }

    private static ContactSession Planned(Station station, DateOnly on, Deputy deputy) => ContactSession.Plan(
        station, new SessionFacts(on, new(9, 0), new(11, 0), "一层接待室", ContactForm.Talk, [deputy]), LiaisonHouse.Entered);
}
