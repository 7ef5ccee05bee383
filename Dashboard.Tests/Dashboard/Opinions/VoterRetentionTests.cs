using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.Dashboard.Data.Seeding;
using VoterLiaison.Dashboard.Live;
using VoterLiaison.Dashboard.Verifying;
using VoterLiaison.Domain.Opinions;
using VoterLiaison.TestKit;
using static VoterLiaison.TestKit.Acts;

namespace VoterLiaison.Dashboard.Opinions;

public sealed class VoterRetentionTests
{
    private static readonly DateOnly Today = LiaisonHouse.Today;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Only_what_was_concluded_longer_ago_is_anonymised()
    {
        await using var house = await LiaisonHouse.OpenAsync("--Liaison:VotersKeptYears=1");
        await ToldAsync(house, Today.AddYears(-1).AddDays(-1));
        await ToldAsync(house, Today.AddYears(-1));
        await house.CollectAsync("三年前收集，还没有办结", Today.AddYears(-3));
        Assert.Equal(1, await house.The<VoterRetention>().CountDueAsync(Cancelled));

        var done = await house.The<VoterRetention>().AnonymiseAsync(Actor.App, Cancelled);

        Assert.Equal(new Anonymised(1, true), done);
        await using var db = house.Rows();
        Assert.Equal([Today, null, null], await db.Opinions.OrderBy(o => o.Id).Select(o => o.AnonymisedOn).ToListAsync(Cancelled));
        var last = await db.Set<HistoryEntry>().Where(entry => entry.OpinionId == 1).OrderBy(entry => entry.Sequence).LastAsync(Cancelled);
        Assert.Equal(("系统", OpinionAct.EraseVoters, "办结已满1年，不再保存选民的姓名和电话。"), (last.By, last.Act, last.Note));
        var audited = Assert.Single(await db.AuditEntries.Where(entry => entry.Act == AuditAct.VotersErased).ToListAsync(Cancelled));
        Assert.Equal(("系统", "意见 1 件"), (audited.Who, audited.About));
        Assert.Equal(new Anonymised(0, true), await house.The<VoterRetention>().AnonymiseAsync(Actor.App, Cancelled));
    }

    [Fact]
    public async Task A_merged_one_waits_for_the_one_it_travels_with()
    {
        await using var house = await LiaisonHouse.OpenAsync("--Liaison:VotersKeptYears=1");
        var on = Today.AddYears(-2);
        var lead = await house.CollectAsync("主件", on);
        var follower = await house.CollectAsync("同一件事", on);
        await house.Desk.MergeAsync(follower, $"{on.Year}-BJ01-0001", "同一处。", on);

        Assert.Equal(0, await house.The<VoterRetention>().CountDueAsync(Cancelled)); // its voters are still to be told
        await house.Desk.ExplainAsync(lead.Next(), "已有安排。", on, Told(on));
        await house.Desk.FeedBackAsync(follower.Next(2), Told(on));
        Assert.Equal(2, await house.The<VoterRetention>().CountDueAsync(Cancelled));
    }

    [Fact]
    public async Task Nought_years_keep_them_for_ever()
    {
        await using var house = await LiaisonHouse.OpenAsync("--Liaison:VotersKeptYears=0");
        await ToldAsync(house, Today.AddYears(-30));

        Assert.Equal(new Anonymised(0, true), await house.The<VoterRetention>().AnonymiseAsync(Actor.App, Cancelled));
    }

    [Fact]
    public async Task No_count_of_a_whole_demonstration_changes_and_it_still_verifies()
    {
        var autumn = new DateOnly(2026, 11, 23);
        await using var workplace = await LiaisonWorkplace.OpenAsync(autumn, null, "--Liaison:VotersKeptYears=1");
        await workplace.The<Demonstration>().DemonstrateAsync(Cancelled);
        var counts = workplace.The<CountQueries>();
        var before = await CountsAsync();
        var due = await workplace.The<VoterRetention>().CountDueAsync(Cancelled);
        Assert.InRange(due, 500, 1500);

        Assert.Equal(due, (await workplace.The<VoterRetention>().AnonymiseAsync(Actor.App, Cancelled)).Opinions);

        Assert.Equal(before, await CountsAsync());
        Assert.Empty((await workplace.The<Verification>().RunAsync(new Nobody(), Cancelled)).Differences);
        await using var db = workplace.The<IDbContextFactory<LiaisonDbContext>>().CreateDbContext();
        Assert.False(await db.Opinions.AnyAsync(o => o.AnonymisedOn != null && o.Voters.Any(), Cancelled));
        Assert.False(await db.Voters.AnyAsync(voter => !db.Set<OpinionVoter>().Any(link => link.VoterId == voter.Id), Cancelled));

        async Task<List<(int, int, OpinionCounts)>> CountsAsync()
        {
            var all = new List<(int, int, OpinionCounts)>();
            foreach (var year in new[] { 2025, 2026 })
            {
                all.AddRange((await counts.ByStationAsync(year, autumn, Cancelled)).OrderBy(station => station.Key).Select(station => (year, station.Key, station.Value)));
            }

            return all;
        }
    }

    [Fact]
    public async Task It_is_done_at_twenty_past_three_in_the_district()
    {
        await using var house = await LiaisonHouse.OpenAsync("--Liaison:VotersKeptYears=1");
        await ToldAsync(house, Today.AddYears(-2));
        using var bell = new VoterRetentionBell(house.The<VoterRetention>(), house.Clock, Microsoft.Extensions.Logging.Abstractions.NullLogger<VoterRetentionBell>.Instance);
        await bell.StartAsync(Cancelled);
        await house.Clock.WaitedOnAsync(Cancelled);

        house.Clock.Advance(new TimeSpan(18, 19, 59)); // from nine in the morning
        Assert.Equal(1, await house.The<VoterRetention>().CountDueAsync(Cancelled));
        house.Clock.Advance(TimeSpan.FromSeconds(1));
        await house.Clock.WaitedOnAsync(Cancelled); // for the night after

        Assert.Equal(0, await house.The<VoterRetention>().CountDueAsync(Cancelled));
        await bell.StopAsync(Cancelled);
    }

    private static async Task ToldAsync(LiaisonHouse house, DateOnly on)
    {
        var collected = await house.Desk.CollectAsync(
            new CollectForm { StationId = house.District.BajiaoHome.Id, Words = "路灯不亮", On = on, Voters = [new VoterForm { Name = "张小明", Phone = "10000000058" }] }, Guid.NewGuid());
        await house.Desk.ExplainAsync(new Seen(collected.Id, 1, Guid.NewGuid()), "已有安排。", on, Told(on));
    }

    private sealed class Nobody : IProgress<int>
    {
        public void Report(int value)
        {
            // Nobody listens.
        }
    }
}
