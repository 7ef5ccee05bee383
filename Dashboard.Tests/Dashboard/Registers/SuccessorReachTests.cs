using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Live;
using VoterLiaison.Dashboard.Opinions;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Stations;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Registers;

/// <summary>古城南路联络站 was merged into 首钢代表之家, of another unit, and that again into a third: whoever has the successor goes on with all of it.</summary>
public sealed class SuccessorReachTests : IAsyncLifetime
{
    private LiaisonHouse _house = null!; // opened before each test
    private Seen _open = null!;
    private int _third;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private SmallDistrict District => _house.District;

    public async ValueTask InitializeAsync()
    {
        _house = await LiaisonHouse.OpenAsync();
        _open = await _house.CollectAsync("路灯不亮", stationId: District.BajiaoStation.Id);
        var desk = _house.The<RegisterDesk>();
        await desk.AddStationAsync(District.ShougangHome.UnitId, new StationFacts { Name = "首钢园联络站", Kind = StationKind.Station });
        await using var db = _house.Rows();
        _third = await db.Stations.Where(station => station.Code == "SG02").Select(station => station.Id).SingleAsync(Cancelled);
        await desk.CloseStationAsync(District.BajiaoStation.Id, LiaisonHouse.Today.AddDays(1), District.ShougangHome.Id);
        await desk.CloseStationAsync(District.ShougangHome.Id, LiaisonHouse.Today.AddDays(1), _third);
        _house.Clock.Advance(TimeSpan.FromDays(1));
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Fact]
    public async Task The_staff_of_the_last_successor_see_the_open_opinion_and_act_on_it()
    {
        var staff = _house.As("首钢园值班", await RightsAsync(Grant.Of(Role.StationStaff, stationId: _third)));
        await staff.GetRequiredService<OpinionDesk>().ExplainAsync(_open, "已报修，三天内修好。", LiaisonHouse.Today, told: null);

        Assert.Single((await staff.GetRequiredService<OpinionQueries>().ListAsync(new OpinionFilter(), OpinionSort.Newest, 0, 10, Cancelled)).Rows);
    }

    [Fact]
    public async Task Until_the_day_of_a_merger_that_was_entered_ahead_nobody_has_more_than_before() => Assert.Equal(
        Reach.OfStations(_third),
        (await RightsAsync(Grant.Of(Role.StationStaff, stationId: _third), LiaisonHouse.Today)).For(Deed.ReadOpinions));

    [Fact]
    public async Task The_board_shows_both_and_what_was_counted_stays_with_the_old_station()
    {
        var reach = (await RightsAsync(Grant.Of(Role.StationStaff, stationId: _third))).For(Deed.SeeCounts);
        var units = await _house.The<StationDirectory>().ByUnitAsync(reach, Cancelled);

        Assert.Equal(["BJ02", "SG01", "SG02"], units.SelectMany(unit => unit.Stations).Select(station => station.Code));
        await using var db = _house.Rows();
        Assert.Equal(District.BajiaoStation.Id, (await db.Opinions.SingleAsync(Cancelled)).StationId);
    }

    [Fact]
    public async Task The_staff_of_the_old_unit_keep_what_was_theirs_and_get_nothing_of_the_successor() => Assert.Equal(
        Reach.OfStations(District.BajiaoHome.Id, District.BajiaoStation.Id),
        (await RightsAsync(Grant.Of(Role.UnitStaff, unitId: District.BajiaoHome.UnitId))).For(Deed.ReadOpinions));

    [Fact]
    public async Task The_successors_unit_works_on_the_opinions_and_does_not_keep_the_other_units_register()
    {
        var rights = await RightsAsync(Grant.Of(Role.UnitStaff, unitId: District.ShougangHome.UnitId));
        Assert.True(rights.For(Deed.Sort).CoversStation(District.BajiaoStation.Id));

        var register = await _house.As("首钢联组", rights).GetRequiredService<RegisterQueries>().StationsAsync(cancellationToken: Cancelled);

        Assert.Equal(["SG"], register.Rows.Select(unit => unit.Unit.Code));
    }

    private async Task<Rights> RightsAsync(Grant grant, DateOnly? on = null)
    {
        await using var db = _house.Rows();
        return await SessionBook.RightsAsync(db, [grant], on ?? LiaisonHouse.Today.AddDays(1), Cancelled);
    }
}
