using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.Dashboard.Verifying;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Audit;

public sealed class AuditKeepingTests
{
    /// <summary>Old by the machine's own clock too, which the database asks.</summary>
    private static readonly DateTime LongAgo = new(2023, 5, 1, 1, 0, 0, DateTimeKind.Utc);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_older_than_the_office_keeps_goes_and_the_log_says_up_to_where()
    {
        await using var house = await LiaisonHouse.OpenAsync();
        await house.The<LiaisonStore>().AuditedAsync(5, LongAgo);
        await house.The<LiaisonStore>().AuditedAsync(2, house.Clock.GetUtcNow().UtcDateTime.AddDays(-729));
        await using var db = house.Rows();
        var fifth = await db.AuditEntries.SingleAsync(entry => entry.Id == 5, Cancelled);

        Assert.Equal(5, await house.The<AuditKeeping>().TrimAsync(Cancelled));
        Assert.Equal(0, await house.The<AuditKeeping>().TrimAsync(Cancelled));

        Assert.Equal([6, 7, 8], await db.AuditEntries.OrderBy(entry => entry.Id).Select(entry => entry.Id).ToListAsync(Cancelled));
        var told = await db.AuditEntries.SingleAsync(entry => entry.Id == 8, Cancelled);
        Assert.Equal((AuditAct.AuditTrimmed, "系统", "审计记录 5 条"), (told.Act, told.Who, told.About));
        Assert.Equal(new TrimmedTo(5, fifth.Hash), TrimmedTo.Parse(told.Detail));
        Assert.Empty((await house.The<Verification>().RunAsync(new Progress<int>(), Cancelled)).Differences);
    }

    [Fact]
    public async Task A_log_that_is_old_altogether_goes_on_from_where_it_was()
    {
        await using var house = await LiaisonHouse.OpenAsync();
        await house.The<LiaisonStore>().AuditedAsync(3, LongAgo);

        await house.The<AuditKeeping>().TrimAsync(Cancelled);

        await using var db = house.Rows();
        Assert.Equal(4, (await db.AuditEntries.SingleAsync(Cancelled)).Id);
        Assert.True((await house.The<Verification>().RunAsync(new Progress<int>(), Cancelled)).Agrees);
    }

    [Fact]
    public async Task It_wakes_at_ten_past_three_in_the_district_night_after_night()
    {
        await using var house = await LiaisonHouse.OpenAsync();
        await house.The<LiaisonStore>().AuditedAsync(1, LongAgo);
        var keeping = house.The<AuditKeeping>();
        await keeping.StartAsync(Cancelled);
        await house.Clock.WaitedOnAsync(Cancelled);

        house.Clock.Advance(new TimeSpan(18, 9, 59)); // from nine in the morning
        await using var db = house.Rows();
        Assert.Equal(1, await db.AuditEntries.CountAsync(entry => entry.Act == AuditAct.OpinionActed, Cancelled));

        house.Clock.Advance(TimeSpan.FromSeconds(1));
        await house.Clock.WaitedOnAsync(Cancelled); // it is done and waits for the next night
        Assert.Equal(AuditAct.AuditTrimmed, (await db.AuditEntries.SingleAsync(Cancelled)).Act);

        await keeping.StopAsync(Cancelled);
    }
}
