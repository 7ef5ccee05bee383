using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Accounts.Managing;

public sealed class AccountQueriesTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Accounts_stand_in_the_order_of_offices_with_what_they_are_for_in_words()
    {
        await using var house = await HouseAsync();

        var rows = await ListAsync(house);

        Assert.Equal(["office", "unit-bj", "unit-sg", "station", "gu", "admin", "audit"], rows.Select(row => row.UserName));
        Assert.Equal([null, "八角街道", "首钢代表联组", "古城南路联络站", "代表 顾砚清", null, null], rows.Select(row => row.Roles[0].Scope));
    }

    [Theory]
    [InlineData("八角", null, "unit-bj")]
    [InlineData("bj02", null, "station")]
    [InlineData("顾砚", null, "gu")]
    [InlineData("UNIT", null, "unit-bj unit-sg")]
    [InlineData(null, Role.UnitStaff, "unit-bj unit-sg")]
    [InlineData("首钢", Role.UnitStaff, "unit-sg")]
    [InlineData("没有", null, "")]
    public async Task They_are_found_by_name_or_scope_and_by_role(string? text, Role? role, string found)
    {
        await using var house = await HouseAsync();
        Assert.Equal(found, string.Join(' ', (await ListAsync(house, new AccountFilter(text, role))).Select(row => row.UserName)));
    }

    [Fact]
    public async Task An_account_says_how_it_stands_and_when_it_was_last_there()
    {
        await using var house = await HouseAsync();
        var now = house.Clock.GetUtcNow().UtcDateTime;
        var running = Guid.NewGuid();
        await using (var db = house.Rows())
        {
            var all = await db.Accounts.ToDictionaryAsync(account => account.UserName!, Cancelled);
            all["office"].MustChangePassword = false;
            all["unit-bj"].LockoutEnd = now.AddMinutes(15);
            all["unit-sg"].LockoutEnd = now.AddMinutes(-1);
            all["station"].DisabledAt = now;
            var office = all["office"];
            var ended = new Session(Guid.NewGuid(), office.Id, now.AddHours(-5), office.SecurityStamp!, "10.0.0.1");
            ended.EndFor(SessionEnd.SignedOut, now.AddHours(-4));
            db.AddRange(
                ended,
                new Session(running, office.Id, now.AddMinutes(-20), office.SecurityStamp!, "10.0.0.1"),
                new Session(Guid.NewGuid(), office.Id, now.AddMinutes(-40), office.SecurityStamp!, "10.0.0.1"), // silent for too long
                new Session(Guid.NewGuid(), office.Id, now.AddMinutes(-1), "another stamp", "10.0.0.1"));
            await db.SaveChangesAsync(Cancelled);
        }

        house.The<SessionBook>().Active(running);
        var rows = (await ListAsync(house)).ToDictionary(row => row.UserName);

        Assert.Equal((AccountState.InUse, 1, now), (rows["office"].State, rows["office"].OpenSessions, rows["office"].LastSeenAt));
        Assert.Equal((AccountState.Locked, now.AddMinutes(15)), (rows["unit-bj"].State, rows["unit-bj"].LockedUntil));
        Assert.Equal(AccountState.OwesPassword, rows["unit-sg"].State);
        Assert.Equal((AccountState.Disabled, 0, null), (rows["station"].State, rows["station"].OpenSessions, rows["station"].LastSeenAt));
    }

    private static async Task<LiaisonHouse> HouseAsync()
    {
        var house = await LiaisonHouse.OpenAsync();
        var desk = house.The<AccountDesk>();
        await desk.AddAsync("audit", "庚", [Grant.Of(Role.Auditor)]);
        await desk.AddAsync("admin", "己", [Grant.Of(Role.Administrator)]);
        await desk.AddAsync("gu", "戊", [Grant.Of(Role.Deputy, deputyId: house.District.Gu.Id)]);
        await desk.AddAsync("station", "丁", [Grant.Of(Role.StationStaff, stationId: house.District.BajiaoStation.Id)]);
        await desk.AddAsync("unit-sg", "丙", [Grant.Of(Role.UnitStaff, unitId: house.District.ShougangHome.UnitId)]);
        await desk.AddAsync("unit-bj", "乙", [Grant.Of(Role.UnitStaff, unitId: house.District.BajiaoHome.UnitId)]);
        await desk.AddAsync("office", "甲", [Grant.Of(Role.LiaisonOffice)]);
        return house;
    }

    private static Task<IReadOnlyList<AccountRow>> ListAsync(LiaisonHouse house, AccountFilter? filter = null) => house.The<AccountQueries>().ListAsync(filter, Cancelled);
}
