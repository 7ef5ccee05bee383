using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Opinions;
using VoterLiaison.Domain.Rules;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Opinions;

/// <summary>Who is told who spoke, and who never is (第七条).</summary>
public sealed class RevealingTests
{
    private const string Number = "2026-BJ01-0001";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Voters_are_told_in_full_for_a_reason_that_the_audit_log_keeps()
    {
        await using var house = await SpokenAsync();

        var voters = await house.Desk.RevealAsync(Number, " 选民来电：张小明 10000000058 ");

        Assert.Equal([new RevealedVoter("张小明", "10000000058", "古城社区")], voters);
        Assert.Equal((AuditAct.VotersRevealed, $"意见 {Number}", "选民来电：*** ***********", AuditResult.Done), await LastAsync(house));
    }

    [Fact]
    public async Task Without_a_reason_nothing_is_told()
    {
        await using var house = await SpokenAsync();

        Assert.Equal("请写明为什么要看。", (await Assert.ThrowsAsync<RuleBrokenException>(() => house.Desk.RevealAsync(Number, " "))).Message);
        Assert.NotEqual(AuditAct.VotersRevealed, (await LastAsync(house)).Act);
    }

    [Fact]
    public async Task Outside_the_scope_there_is_nothing_to_tell_and_the_attempt_is_entered()
    {
        await using var house = await SpokenAsync();
        var elsewhere = new Rights([new Holding(Role.StationStaff, Reach.OfStations(house.District.ShougangHome.Id))]);

        var refused = await Assert.ThrowsAsync<OutOfReachException>(() => house.As("别处的人", elsewhere).GetRequiredService<OpinionDesk>().RevealAsync(Number, "核实情况"));

        Assert.Equal("没有找到这件意见。", refused.Message);
        Assert.Equal((AuditAct.OutOfReach, $"意见 {Number}", "看选民姓名电话", AuditResult.Refused), await LastAsync(house));
    }

    [Fact]
    public async Task The_deputy_it_is_about_is_never_told_whatever_else_they_are()
    {
        await using var house = await SpokenAsync(concerns: true);

        foreach (var rights in new[] { Deputy(house), AlsoStaff(house) })
        {
            var services = house.As("顾砚清", rights);
            await Assert.ThrowsAsync<OutOfReachException>(() => services.GetRequiredService<OpinionDesk>().RevealAsync(Number, "反馈选民"));
            Assert.Equal((AuditAct.OutOfReach, $"意见 {Number}", "看选民姓名电话", AuditResult.Refused), await LastAsync(house));

            var detail = (await services.GetRequiredService<OpinionQueries>().DetailAsync(Number, Cancelled))!;
            Assert.Equal("按第七条，不显示是谁反映的", detail.Speakers);
            Assert.False(detail.MayReveal);
            Assert.Empty(detail.Opinion.Voters);
            Assert.Equal("我是***，电话***********，顾代表没来接待。", detail.Opinion.Words);
            var row = Assert.Single((await services.GetRequiredService<OpinionQueries>().ListAsync(new OpinionFilter(), OpinionSort.Newest, 0, 10, Cancelled)).Rows);
            Assert.Equal(detail.Opinion.Words, row.Words);
        }

        var other = (await house.The<OpinionQueries>().DetailAsync(Number, Cancelled))!;
        Assert.Equal("张** 100****0058", other.Speakers);
        Assert.True(other.MayReveal);
    }

    [Fact]
    public async Task The_deputy_it_is_about_cannot_take_the_mark_away()
    {
        await using var house = await SpokenAsync(concerns: true);
        var services = house.As("顾砚清", AlsoStaff(house));

        await Assert.ThrowsAsync<OutOfReachException>(() => services.GetRequiredService<OpinionDesk>().ConcernAsync(new Seen(1, 1, Guid.NewGuid()), null));

        Assert.False((await services.GetRequiredService<OpinionQueries>().DetailAsync(Number, Cancelled))!.May(OpinionAct.Concern));
        await house.Desk.ConcernAsync(new Seen(1, 1, Guid.NewGuid()), null);
        Assert.Equal("张** 100****0058", (await services.GetRequiredService<OpinionQueries>().DetailAsync(Number, Cancelled))!.Speakers);
    }

    [Theory]
    [InlineData("张小明")]
    [InlineData("10000000058")]
    [InlineData("没来接待")]
    public async Task The_deputy_it_is_about_does_not_find_it_by_anything_that_was_said(string text)
    {
        await using var house = await SpokenAsync(concerns: true);

        Assert.Equal(0, await house.As("顾砚清", AlsoStaff(house)).GetRequiredService<OpinionQueries>().CountAsync(new OpinionFilter { Text = text }, Cancelled));
        Assert.Equal(1, await house.As("顾砚清", AlsoStaff(house)).GetRequiredService<OpinionQueries>().CountAsync(new OpinionFilter { Text = "BJ01-0001" }, Cancelled));
        Assert.Equal(1, await house.The<OpinionQueries>().CountAsync(new OpinionFilter { Text = text }, Cancelled));
    }

    [Theory]
    [InlineData("李大山")]
    [InlineData("10000000099")]
    [InlineData("石槽社区")]
    public async Task Nobody_finds_an_opinion_by_who_the_voter_is(string text)
    {
        await using var house = await LiaisonHouse.OpenAsync();
        await house.Desk.CollectAsync(
            new CollectForm { StationId = house.District.BajiaoHome.Id, Words = "路灯不亮", On = LiaisonHouse.Today, Voters = [new VoterForm { Name = "李大山", Phone = "10000000099", Community = "石槽社区" }] }, Guid.NewGuid());

        Assert.Equal(0, await house.The<OpinionQueries>().CountAsync(new OpinionFilter { Text = text }, Cancelled));
    }

    private static async Task<LiaisonHouse> SpokenAsync(bool concerns = false)
    {
        var house = await LiaisonHouse.OpenAsync();
        await house.Desk.CollectAsync(
            new CollectForm
            {
                StationId = house.District.BajiaoHome.Id,
                Words = "我是张小明，电话10000000058，顾代表没来接待。",
                On = LiaisonHouse.Today,
                DeputyIds = [house.District.Gu.Id],
                ConcernsDeputyId = concerns ? house.District.Gu.Id : null,
                Voters = [new VoterForm { Name = "张小明", Phone = "10000000058", Community = "古城社区" }],
            },
            Guid.NewGuid());
        return house;
    }

    private static Rights Deputy(LiaisonHouse house) => new([new Holding(Role.Deputy, Reach.OfDeputy(house.District.Gu.Id))]);

    private static Rights AlsoStaff(LiaisonHouse house) =>
        new([new Holding(Role.Deputy, Reach.OfDeputy(house.District.Gu.Id)), new Holding(Role.UnitStaff, Reach.OfStations(house.District.BajiaoHome.Id, house.District.BajiaoStation.Id))]);

    private static async Task<(AuditAct Act, string About, string Detail, AuditResult Result)> LastAsync(LiaisonHouse house)
    {
        await using var db = house.Rows();
        var last = await db.AuditEntries.OrderBy(entry => entry.Id).LastAsync(Cancelled);
        return (last.Act, last.About, last.Detail, last.Result);
    }
}
