using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Activities;
using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.Dashboard.Opinions;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Reports;
using VoterLiaison.Domain.Rules;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Reports;

/// <summary>顾砚清 receives voters at two stations of 八角, 陶知言 at the one of 首钢.</summary>
public sealed class PerformanceTests : IAsyncLifetime
{
    private LiaisonHouse _house = null!; // opened before each test

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private static DateOnly Today => LiaisonHouse.Today;

    private SmallDistrict District => _house.District;

    private PerformanceQueries Office => _house.The<PerformanceQueries>();

    private IServiceProvider Gu => _house.As("顾砚清", new Rights([new Holding(Role.Deputy, Reach.OfDeputy(District.Gu.Id))]));

    private IServiceProvider Bajiao => _house.As("八角街道", new Rights([new Holding(Role.UnitStaff, Reach.OfStations(District.BajiaoHome.Id, District.BajiaoStation.Id))]));

    public async ValueTask InitializeAsync()
    {
        _house = await LiaisonHouse.OpenAsync();
        await using var db = _house.Rows();
        var deputies = await db.Deputies.Include(deputy => deputy.Stations).ToListAsync(Cancelled);
        deputies.Single(deputy => deputy.Id == District.Gu.Id).ReceivesAt(District.BajiaoHome.Id);
        deputies.Single(deputy => deputy.Id == District.Gu.Id).ReceivesAt(District.BajiaoStation.Id);
        deputies.Single(deputy => deputy.Id == District.Tao.Id).ReceivesAt(District.ShougangHome.Id);
        await db.SaveChangesAsync(Cancelled);
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Fact]
    public async Task A_deputy_of_two_stations_is_listed_once_in_official_order_with_what_was_attended()
    {
        await HoldAsync(Today, District.BajiaoHome.Id, District.Gu.Id);
        await HoldAsync(Today, District.BajiaoStation.Id, District.Gu.Id);
        await HoldAsync(new DateOnly(2025, 12, 31), District.BajiaoHome.Id, District.Gu.Id);
        await HoldAsync(Today, District.ShougangHome.Id, District.Tao.Id);

        var rows = (await Office.ListAsync(2026, cancellationToken: Cancelled)).Rows;

        Assert.Equal([("17-0001", 2), ("17-0002", 1)], rows.Select(row => (row.Deputy.Code, row.Attended)));
        Assert.Equal(["17-0001"], (await Bajiao.GetRequiredService<PerformanceQueries>().ListAsync(2026, cancellationToken: Cancelled)).Rows.Select(row => row.Deputy.Code));
        Assert.Empty((await Office.ListAsync(2026, "SG", Cancelled)).Rows);
        Assert.Empty((await Gu.GetRequiredService<PerformanceQueries>().ListAsync(2026, cancellationToken: Cancelled)).Rows);
    }

    [Fact]
    public async Task What_became_of_the_opinions_adds_up_and_is_counted_within_reach()
    {
        var told = await CollectAsync(District.BajiaoHome.Id);
        var next = await _house.Desk.ForwardedAsync(told, District, Today);
        next = await _house.Desk.AnsweredAsync(next, Today);
        await _house.Desk.FeedBackAsync(next, Acts.Told(Today));
        await _house.Desk.ExplainAsync(await CollectAsync(District.BajiaoHome.Id), "已说明。", Today, Acts.Told(Today));
        await _house.Desk.ForwardedAsync(await CollectAsync(District.ShougangHome.Id), District, Today);
        await CollectAsync(District.BajiaoHome.Id);

        var own = Assert.Single(await Gu.GetRequiredService<PerformanceQueries>().OwnAsync(2026, Cancelled));

        Assert.Equal((4, "已告知1件，还在办理1件，待转交1件，当场解释等1件"), (own.Counts.Collected, own.Counts.FateInWords()));
        Assert.Equal(own.Counts.Collected, own.Counts.Fate().Sum(part => part.Count));
        Assert.Equal(4, (await Office.ListAsync(2026, cancellationToken: Cancelled)).Rows[0].Collected);
        var unit = Bajiao.GetRequiredService<PerformanceQueries>();
        Assert.Equal(3, (await unit.ListAsync(2026, cancellationToken: Cancelled)).Rows[0].Collected);
        Assert.DoesNotContain((await unit.FileAsync("17-0001", 2026, Cancelled))!.Opinions, opinion => opinion.Number.StartsWith("2026-SG", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_file_names_no_voter()
    {
        await _house.Desk.CollectAsync(
            new CollectForm { StationId = District.BajiaoHome.Id, Words = "我是赵小川，电话13800007788，路灯不亮", On = Today, DeputyIds = [District.Gu.Id], Voters = [new VoterForm { Name = "赵小川", Phone = "13800007788" }] },
            Guid.NewGuid());

        var gist = Assert.Single((await Office.FileAsync("17-0001", 2026, Cancelled))!.Opinions).Gist;

        Assert.Contains("路灯不亮", gist, StringComparison.Ordinal);
        Assert.DoesNotContain("赵小川", gist, StringComparison.Ordinal);
        Assert.DoesNotContain("13800007788", gist, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_are_there_within_reach_and_the_own_only_for_deputies()
    {
        Assert.NotNull(await Bajiao.GetRequiredService<PerformanceQueries>().FileAsync("17-0001", 2026, Cancelled));
        Assert.Null(await Bajiao.GetRequiredService<PerformanceQueries>().FileAsync("17-0002", 2026, Cancelled));
        Assert.Null(await Bajiao.GetRequiredService<PerformanceQueries>().FileAsync("17-4711", 2026, Cancelled));
        Assert.Null(await Gu.GetRequiredService<PerformanceQueries>().FileAsync("17-0001", 2026, Cancelled));
        Assert.Empty(await Office.OwnAsync(2026, Cancelled));
    }

    [Fact]
    public async Task An_objection_reaches_whoever_keeps_the_record_once_and_the_reply_reaches_the_deputy()
    {
        var own = Gu.GetRequiredService<PerformanceDesk>();
        await own.ObjectAsync(District.Gu.Id, 2026, RecordPart.Sessions, "3月1日那次没有记上。");
        await own.ObjectAsync(District.Gu.Id, 2026, RecordPart.Sessions, "3月1日那次没有记上。");
        Assert.Equal((AuditAct.ObjectionRaised, "代表 17-0001", "2026年度，参加接待"), await LastAsync());
        Assert.Equal((1, 1), (await Office.OpenObjectionsAsync(Cancelled), await Bajiao.GetRequiredService<PerformanceQueries>().OpenObjectionsAsync(Cancelled)));
        Assert.Equal((0, 0), (await Gu.GetRequiredService<PerformanceQueries>().OpenObjectionsAsync(Cancelled), await Shougang().GetRequiredService<PerformanceQueries>().OpenObjectionsAsync(Cancelled)));

        var open = Assert.Single((await Office.ListAsync(2026, cancellationToken: Cancelled)).OpenObjections);
        await _house.The<PerformanceDesk>().AnswerAsync(open.Objection.Id, "已补登。");

        Assert.Equal((AuditAct.ObjectionAnswered, "代表 17-0001", "2026年度，参加接待"), await LastAsync());
        Assert.Equal(0, await Office.OpenObjectionsAsync(Cancelled));
        Assert.Equal("已补登。", Assert.Single(Assert.Single(await Gu.GetRequiredService<PerformanceQueries>().OwnAsync(2026, Cancelled)).Objections).Reply);
    }

    [Fact]
    public async Task Nobody_objects_for_another_and_nobody_outside_answers()
    {
        await Assert.ThrowsAsync<OutOfReachException>(() => Gu.GetRequiredService<PerformanceDesk>().ObjectAsync(District.Tao.Id, 2026, RecordPart.Other, "不对"));
        await Assert.ThrowsAsync<OutOfReachException>(() => _house.The<PerformanceDesk>().ObjectAsync(District.Gu.Id, 2026, RecordPart.Other, "不对"));
        await Gu.GetRequiredService<PerformanceDesk>().ObjectAsync(District.Gu.Id, 2026, RecordPart.Other, "不对");
        var id = Assert.Single((await Office.ListAsync(2026, cancellationToken: Cancelled)).OpenObjections).Objection.Id;

        var foreign = await Assert.ThrowsAsync<OutOfReachException>(() => Shougang().GetRequiredService<PerformanceDesk>().AnswerAsync(id, "不管"));

        Assert.Equal((await Assert.ThrowsAsync<RuleBrokenException>(() => Shougang().GetRequiredService<PerformanceDesk>().AnswerAsync(4711, "不管"))).Message, foreign.Message);
    }

    private IServiceProvider Shougang() => _house.As("首钢", new Rights([new Holding(Role.UnitStaff, Reach.OfStations(District.ShougangHome.Id))]));

    private async Task<Seen> CollectAsync(int stationId)
    {
        var collected = await _house.Desk.CollectAsync(new CollectForm { StationId = stationId, Words = "路灯不亮", On = Today, DeputyIds = [District.Gu.Id] }, Guid.NewGuid());
        return new Seen(collected.Id, 1, Guid.NewGuid());
    }

    private async Task HoldAsync(DateOnly on, int stationId, int deputyId)
    {
        var desk = _house.The<SessionDesk>();
        var id = await desk.PlanAsync(new SessionForm { StationId = stationId, On = on, From = new TimeOnly(9, 0), Until = new TimeOnly(11, 0), Place = "家站", DeputyIds = [deputyId, District.CityDeputy.Id] });
        await desk.HoldAsync(new SeenSession(id, 0), [deputyId], 3);
    }

    private async Task<(AuditAct Act, string About, string Detail)> LastAsync()
    {
        await using var db = _house.Rows();
        var entry = await db.AuditEntries.OrderByDescending(one => one.Id).FirstAsync(Cancelled);
        return (entry.Act, entry.About, entry.Detail);
    }
}
