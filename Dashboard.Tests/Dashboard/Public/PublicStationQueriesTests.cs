using VoterLiaison.Domain.Stations;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Public;

/// <summary>身边的家和站: who is open, what moved, what was merged.</summary>
public sealed class PublicStationQueriesTests : IAsyncLifetime
{
    private LiaisonHouse _house = null!; // opened before each test

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _house = await LiaisonHouse.OpenAsync();

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Fact]
    public async Task Units_come_in_official_order_the_Home_first_and_say_when_they_open_next()
    {
        await using (var db = _house.Rows())
        {
            var station = db.Stations.Single(one => one.Code == "BJ02");
            station.Describe(new StationFacts { Name = station.Name, Kind = station.Kind, OpeningHours = "周三 14:00–17:00" });
            await db.SaveChangesAsync(Cancelled);
        }

        var units = await UnitsAsync();

        Assert.Equal(["八角街道", "首钢代表联组"], units.Select(unit => unit.Name));
        Assert.Equal(["BJ01", "BJ02"], units[0].Stations.Select(shown => shown.Station.Code));
        Assert.Equal([null, new DateOnly(2026, 3, 4)], units[0].Stations.Select(shown => shown.NextOpen));
    }

    [Fact]
    public async Task A_merged_station_is_no_longer_listed_and_its_successor_is_named()
    {
        await using (var db = _house.Rows())
        {
            db.Stations.Single(one => one.Code == "BJ02").MergeInto(db.Stations.Single(one => one.Code == "BJ01"), new DateOnly(2026, 3, 1));
            await db.SaveChangesAsync(Cancelled);
        }

        var unit = (await UnitsAsync())[0];

        Assert.Equal(["BJ01"], unit.Stations.Select(shown => shown.Station.Code));
        Assert.Equal(["古城南路联络站已在2026年3月1日并入八角代表之家，没办完的意见由八角代表之家接着办。"], unit.Gone);
    }

    private Task<IReadOnlyList<PublicUnit>> UnitsAsync() => _house.The<PublicStationQueries>().ByUnitAsync(Cancelled);
}
