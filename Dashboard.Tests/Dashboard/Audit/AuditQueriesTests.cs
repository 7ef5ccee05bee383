using Microsoft.Extensions.DependencyInjection;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Audit;

public sealed class AuditQueriesTests : IAsyncLifetime
{
    /// <summary>A second before midnight of the 3rd in the district.</summary>
    private static readonly DateTime LastOfTheSecond = new(2026, 3, 2, 15, 59, 59, DateTimeKind.Utc);

    private LiaisonHouse _house = null!; // opened before each test

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _house = await LiaisonHouse.OpenAsync();
        await using var db = _house.Rows();
        var account = new Account { UserName = "wangjing", NormalizedUserName = "WANGJING", Name = "王静" };
        db.Add(account);
        await db.SaveChangesAsync(Cancelled);
        var store = _house.The<LiaisonStore>();
        await store.AuditedAsync(LastOfTheSecond, AuditAct.SignedIn, "账号 wangjing", who: new Actor(account.Id, "王静", "代表联络室", "10.0.0.7"));
        await store.AuditedAsync(LastOfTheSecond.AddSeconds(1), AuditAct.OpinionActed, "意见 2026-BJ01-0001", "转交", who: new Actor(account.Id, "王静（旧名）", "代表联络室", "192.168.1.2"));
        await store.AuditedAsync(LastOfTheSecond.AddDays(2), AuditAct.OutOfReach, "意见 2026-SG01-0009", "看意见", AuditResult.Refused, new Actor(null, "李静", "人大代表", "10.0.1.9"));
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Theory]
    [InlineData("", "3 2 1")]
    [InlineData("?to=2026-03-02", "1")]
    [InlineData("?from=2026-03-03", "3 2")]
    [InlineData("?from=2026-03-03&to=2026-03-03", "2")]
    [InlineData("?who=静", "3 2 1")]
    [InlineData("?who=李", "3")]
    [InlineData("?who=WangJing", "2 1")]
    [InlineData("?who=wang", "")]
    [InlineData("?act=out-of-reach", "3")]
    [InlineData("?about=BJ01", "2")]
    [InlineData("?about=转交", "2")]
    [InlineData("?about=%25", "")]
    [InlineData("?result=refused", "3")]
    [InlineData("?address=10.0.", "3 1")]
    [InlineData("?address=0.0.7", "")]
    [InlineData("?who=静&result=done&address=192", "2")]
    public async Task A_filter_finds_what_it_says_the_newest_first(string query, string ids)
    {
        var page = await Queries(Role.Auditor).ListAsync(AuditAddress.Parse(query).Filter, 0, 50, Cancelled);

        Assert.Equal(ids, string.Join(' ', page.Rows.Select(row => row.Id)));
        Assert.Equal(page.Rows.Count, page.Total);
    }

    [Fact]
    public async Task Pages_follow_one_another_and_count_everything()
    {
        var page = await Queries(Role.Auditor).ListAsync(new AuditFilter(), 2, 2, Cancelled);

        Assert.Equal((1, 3), (Assert.Single(page.Rows).Id, page.Total));
        Assert.Equal((3, LastOfTheSecond), ((await Queries(Role.Auditor).ExtentAsync(Cancelled)) is var extent ? extent.Entries : 0, extent.Since));
    }

    [Theory]
    [InlineData(Role.LiaisonOffice)]
    [InlineData(Role.Administrator)]
    public async Task For_others_the_log_is_empty(Role role)
    {
        var queries = Queries(role);

        Assert.Equal(0, (await queries.ListAsync(new AuditFilter(), 0, 50, Cancelled)).Total);
        Assert.Equal(AuditExtent.Nothing, await queries.ExtentAsync(Cancelled));
        Assert.Equal(0, (await queries.CheckAsync(cancellationToken: Cancelled)).Entries);
        Assert.Empty(await queries.ReadAsync(new AuditFilter(), int.MaxValue, Cancelled).ToListAsync(Cancelled));
    }

    private AuditQueries Queries(Role role) => _house.As("某人", new Rights([new Holding(role, Reach.All)])).GetRequiredService<AuditQueries>();
}
