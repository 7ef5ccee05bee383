using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Opinions;
using VoterLiaison.Domain.Rules;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Chasing;

public sealed class ChaseDeskTests : IAsyncLifetime
{
    private LiaisonHouse _house = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _house = await LiaisonHouse.OpenAsync();

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Fact]
    public async Task Each_is_reminded_by_its_own_act_and_what_one_refuses_does_not_hold_up_the_others()
    {
        var (first, second, collected) = (await ForwardedAsync(), await ForwardedAsync(), (await _house.CollectAsync()).OpinionId);
        await Desk.UrgeAsync([second], "", Guid.NewGuid());

        var outcome = await Desk.UrgeAsync([first, second, collected], "请本周内答复。", Guid.NewGuid());

        Assert.Equal(1, outcome.Urged);
        Assert.Equal([("2026-BJ01-0002", "3月2日已经催办过，同一天不重复催办。"), ("2026-BJ01-0003", "这件意见还没有转交，没有可以催办的。")], outcome.Refused.Select(one => (one.Number!, one.Why)));
        await using var db = _house.Rows();
        Assert.Equal("催办区城市管理委员会：请本周内答复。", await db.Set<HistoryEntry>().Where(entry => entry.OpinionId == first && entry.Act == OpinionAct.Urge).Select(entry => entry.Note).SingleAsync(Cancelled));
        Assert.Equal(2, await db.AuditEntries.CountAsync(entry => entry.Act == AuditAct.OpinionActed && entry.Detail == "催办", Cancelled));
    }

    [Fact]
    public async Task The_same_submission_twice_reminds_once_and_says_the_same()
    {
        int[] ids = [await ForwardedAsync(), await ForwardedAsync()];
        var click = Guid.NewGuid();

        var once = await Desk.UrgeAsync(ids, "", click);
        var again = await Desk.UrgeAsync(ids, "", click);

        Assert.Equal((2, 2, 0), (once.Urged, again.Urged, again.Refused.Count));
        await using var db = _house.Rows();
        Assert.Equal([1, 1], await db.Opinions.Select(o => o.Urgings).ToListAsync(Cancelled));
    }

    [Fact]
    public async Task What_lies_outside_is_refused_as_unknown_and_noted()
    {
        var (own, foreign) = (await ForwardedAsync(), await ForwardedAsync(_house.District.ShougangHome.Id));

        var outcome = await Of(Role.UnitStaff).UrgeAsync([own, foreign, 4711], "", Guid.NewGuid());

        Assert.Equal(1, outcome.Urged);
        Assert.Equal([new NotUrged(foreign, null, "没有找到这件意见。"), new NotUrged(4711, null, "没有找到这件意见。")], outcome.Refused);
        await using var db = _house.Rows();
        Assert.Equal("意见 2026-SG01-0001", await db.AuditEntries.Where(entry => entry.Act == AuditAct.OutOfReach && entry.Result == AuditResult.Refused).Select(entry => entry.About).SingleAsync(Cancelled));
        Assert.Null(await db.Opinions.Where(o => o.Id == foreign).Select(o => o.UrgedOn).SingleAsync(Cancelled));
    }

    [Fact]
    public async Task Who_may_not_chase_is_refused_and_nothing_or_too_much_is_not_begun()
    {
        var id = await ForwardedAsync();

        await Assert.ThrowsAsync<OutOfReachException>(() => Of(Role.StationStaff).UrgeAsync([id], "", Guid.NewGuid()));
        Assert.Equal("请先勾选要催办的意见。", (await Assert.ThrowsAsync<RuleBrokenException>(() => Desk.UrgeAsync([], "", Guid.NewGuid()))).Message);
        Assert.Equal("一次最多催办 200 件，请少勾选一些。", (await Assert.ThrowsAsync<RuleBrokenException>(() => Desk.UrgeAsync([.. Enumerable.Range(1, ChaseDesk.Most + 1)], "", Guid.NewGuid()))).Message);
        await Assert.ThrowsAsync<RuleBrokenException>(() => Desk.UrgeAsync([.. Enumerable.Range(1, ChaseDesk.Most + 1)], "", Guid.NewGuid()));
    }

    private ChaseDesk Desk => _house.The<ChaseDesk>();

    private ChaseDesk Of(Role role) => _house.As("八角街道", new Rights([new Holding(role, Reach.OfStations(_house.District.BajiaoHome.Id))])).GetRequiredService<ChaseDesk>();

    private async Task<int> ForwardedAsync(int? station = null) =>
        (await _house.Desk.ForwardedAsync(await _house.CollectAsync(stationId: station), _house.District, LiaisonHouse.Today)).OpinionId;
}
