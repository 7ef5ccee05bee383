using CsCheck;
using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.Dashboard.Verifying;
using VoterLiaison.Domain.Opinions;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Opinions;

public sealed class AnyActsAtOnceTests
{
    private const int Callers = 6;
    private const int OpinionsForAll = 3;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whatever_many_do_at_once_with_replies_lost_on_the_way_what_is_stored_is_what_they_did_and_nothing_else() => await Gen
        .Int[0, 999].Array[16, 32].Array[Callers]
        .SampleAsync(async dice => await HoldsAsync(dice), iter: 2, threads: 1);

    private static async Task HoldsAsync(int[][] dice)
    {
        await using var house = await LiaisonHouse.OpenAsync();
        var told = new Told();
        await new SomeCaller(house, "值班员", [], told).CollectAsync(OpinionsForAll);

        await Task.WhenAll(dice.Select((own, who) => Task.Run(() => new SomeCaller(house, $"值班员{who}", own, told).LiveAsync(), Cancelled)));

        await using var db = house.Rows();
        var acts = await db.Set<HistoryEntry>().Where(entry => entry.Submission != null).Select(entry => entry.Submission!.Value).ToListAsync(Cancelled);
        Assert.Equal(acts.Count, acts.Distinct().Count());
        Assert.Empty(told.Acknowledged.Except(acts));
        Assert.Empty(told.Refused.Intersect(acts));
        Assert.Empty(acts.Except(told.Tried));
        Assert.Equal(acts.Count, await db.AuditEntries.CountAsync(entry => entry.Act == AuditAct.OpinionActed, Cancelled));

        var spoken = await db.Receipts.Select(receipt => new { receipt.Number, receipt.Submission!.Words }).ToListAsync(Cancelled);
        Assert.Equal(spoken.Count, await db.Submissions.CountAsync(Cancelled));
        Assert.Equal(spoken.Count, spoken.DistinctBy(one => one.Words).Count());
        Assert.Empty(spoken.Select(one => one.Words).Except(told.Said));
        Assert.Empty(told.Receipts.Except(spoken.Select(one => (one.Number, one.Words))));

        Assert.Empty((await house.The<Verification>().RunAsync(new Progress<int>(), Cancelled)).Differences);
    }
}
