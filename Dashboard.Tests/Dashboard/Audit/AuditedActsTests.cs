using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.Dashboard.Opinions;
using VoterLiaison.Dashboard.Verifying;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Rules;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Audit;

/// <summary>An act and what the log says of it: never one without the other.</summary>
public sealed class AuditedActsTests : IAsyncLifetime
{
    private LiaisonHouse _house = null!; // opened before each test

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _house = await LiaisonHouse.OpenAsync();

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Fact]
    public async Task An_act_stands_in_the_log_by_its_own_commit()
    {
        await _house.CollectAsync();

        var entry = Assert.Single(await EntriesAsync());
        Assert.Equal((AuditAct.OpinionActed, AuditResult.Done, "值班员"), (entry.Act, entry.Result, entry.Who));
        Assert.Contains("2026-BJ01-0001", entry.About, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_act_that_breaks_after_it_was_entered_leaves_neither()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => _house.The<WriteDoor>().WriteAsync(Deed.Collect, async writing =>
        {
            await writing.RecordAsync(AuditAct.OpinionActed, "意见");
            await writing.Db.SaveChangesAsync(Cancelled);
            throw new InvalidOperationException("the power goes");
        }, Cancelled));

        Assert.Empty(await EntriesAsync());
    }

    [Fact]
    public async Task An_act_the_rules_refuse_leaves_none()
    {
        var seen = await _house.CollectAsync();

        await Assert.ThrowsAsync<RuleBrokenException>(() => _house.Desk.FeedBackAsync(seen, Acts.Told(LiaisonHouse.Today)));

        Assert.Single(await EntriesAsync()); // of the collecting
    }

    [Fact]
    public async Task An_act_out_of_reach_leaves_one_refused_entry_and_nothing_else()
    {
        var seen = await _house.CollectAsync();
        var elsewhere = _house.As("首钢站", new Rights([new Holding(Role.StationStaff, Reach.OfStations(_house.District.ShougangHome.Id))])).GetRequiredService<OpinionDesk>();

        await Assert.ThrowsAsync<OutOfReachException>(() => elsewhere.CategoriseAsync(seen, _house.District.Transport.Id));

        var entries = await EntriesAsync();
        Assert.Equal([(AuditAct.OpinionActed, AuditResult.Done, "值班员"), (AuditAct.OutOfReach, AuditResult.Refused, "首钢站")], entries.Select(entry => (entry.Act, entry.Result, entry.Who)));
        await using var db = _house.Rows();
        Assert.Equal(1, (await db.Opinions.SingleAsync(Cancelled)).Version);
    }

    [Fact]
    public async Task Forty_who_write_at_once_from_two_programs_make_one_chain()
    {
        await using var beside = _house.Another();
        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Task.Run(() => (i % 2 == 0 ? _house : beside).CollectAsync($"第{i}件"), Cancelled)));

        var report = await _house.The<Verification>().RunAsync(new Progress<int>(), Cancelled);

        Assert.Empty(report.Differences);
        Assert.Equal((40, 40), (report.Opinions, report.AuditEntries));
    }

    private async Task<List<AuditEntry>> EntriesAsync()
    {
        await using var db = _house.Rows();
        return await db.AuditEntries.OrderBy(entry => entry.Id).ToListAsync(Cancelled);
    }
}
