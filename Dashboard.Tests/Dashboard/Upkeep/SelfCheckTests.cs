using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Upkeep;

public sealed class SelfCheckTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_night_everything_is_looked_through_and_the_audit_log_keeps_what_came_of_it()
    {
        await using var house = await LiaisonHouse.OpenAsync();
        await house.The<LiaisonStore>().AuditedAsync(2, house.Clock.GetUtcNow().UtcDateTime);
        var check = house.The<SelfCheck>();
        await check.StartAsync(Cancel);

        await house.Clock.WaitedOnAsync(new DateTimeOffset(2026, 3, 3, 3, 40, 0, TimeSpan.FromHours(8)), 1, Cancel);
        house.Clock.Advance(new TimeSpan(18, 40, 0));
        await house.Clock.WaitedOnAsync(new DateTimeOffset(2026, 3, 4, 3, 40, 0, TimeSpan.FromHours(8)), 1, Cancel); // it has looked, and waits for the next night

        await using var db = house.Rows();
        var entered = await db.AuditEntries.OrderByDescending(entry => entry.Id).FirstAsync(Cancel);
        Assert.Equal((AuditAct.SelfChecked, "系统", "数据库 0 处问题，审计记录 2 条、0 处问题"), (entered.Act, entered.Who, entered.Detail));
        Assert.Equal((true, 2), (check.Last!.IsSound, check.Last.AuditEntries));
        await check.StopAsync(Cancel);
    }

    [Fact]
    public async Task After_a_restart_the_last_one_is_known_from_the_audit_log()
    {
        await using var house = await LiaisonHouse.OpenAsync();
        await house.The<UpkeepDesk>().CheckAsync(Cancel);
        await using var restarted = house.Another();
        Assert.Null(restarted.The<SelfCheck>().Last);

        await restarted.The<SelfCheck>().RecallAsync(Cancel);

        Assert.Equal((0, 0, 0), (restarted.The<SelfCheck>().Last!.DatabaseFaults, restarted.The<SelfCheck>().Last!.AuditEntries, restarted.The<SelfCheck>().Last!.AuditFaults));
    }

    [Fact]
    public async Task Whoever_watches_over_the_house_asks_for_one_by_name_and_nobody_else()
    {
        await using var house = await LiaisonHouse.OpenAsync();
        await house.As("管理员", new Rights([new Holding(Role.Administrator, Reach.All)])).GetRequiredService<UpkeepDesk>().CheckAsync(Cancel);
        await Assert.ThrowsAsync<OutOfReachException>(() => house.As("值班员", new Rights([new Holding(Role.LiaisonOffice, Reach.All)])).GetRequiredService<UpkeepDesk>().CheckAsync(Cancel));

        await using var db = house.Rows();
        var entered = await db.AuditEntries.SingleAsync(entry => entry.Act == AuditAct.SelfChecked, Cancel);
        Assert.Equal("管理员", entered.Who);
    }
}
