using VoterLiaison.Domain.Deputies;
using VoterLiaison.Domain.Stations;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Public;

/// <summary>How a voter finds a deputy, and what is told of one.</summary>
public sealed class PublicDeputyQueriesTests : IAsyncLifetime
{
    private LiaisonHouse _house = null!; // opened before each test

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _house = await LiaisonHouse.OpenAsync();
        await using var db = _house.Rows();
        var district = db.ElectoralDistricts.Single(one => one.Number == 31);
        district.Describe(31, "第31选区", _house.District.BajiaoHome.UnitId, "八角北里、杨庄中区");
        var home = db.Stations.Single(station => station.Code == "BJ01");
        home.Describe(new StationFacts { Name = home.Name, Kind = home.Kind, Phone = "010-0000 1031" });
        var gu = db.Deputies.Single(deputy => deputy.Code == "17-0001");
        gu.ReceivesAt(home.Id);
        var tao = db.Deputies.Single(deputy => deputy.Code == "17-0002");
        tao.Describe(new DeputyFacts { Name = "陶知言", Term = 17, ElectoralDistrictId = district.Id, UnitId = home.UnitId, Post = "某医院医生", PublicContact = "tao@example.org" });
        await db.SaveChangesAsync(Cancelled);
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Theory]
    [InlineData("砚清", "顾砚清")]
    [InlineData("八角北里", "顾砚清、陶知言")]
    [InlineData("八角北里小区", "顾砚清、陶知言")]
    [InlineData("八角街道", "顾砚清、陶知言")]
    [InlineData("第31选区", "顾砚清、陶知言")]
    [InlineData("八角代表之家", "顾砚清")]
    [InlineData("没有这个地方", "")]
    public async Task A_name_a_street_a_station_or_a_housing_estate_finds_them(string text, string names) =>
        Assert.Equal(names, await FoundAsync(new DeputyAddress(text)));

    [Fact]
    public async Task Street_station_and_electoral_district_find_them_and_nothing_asked_for_lists_nobody()
    {
        Assert.Equal("顾砚清、陶知言", await FoundAsync(new DeputyAddress(Unit: "BJ")));
        Assert.Equal("裴见微", await FoundAsync(new DeputyAddress(Unit: DeputyAddress.NoUnit)));
        Assert.Equal("顾砚清", await FoundAsync(new DeputyAddress(Station: "BJ01")));
        Assert.Equal("顾砚清、陶知言", await FoundAsync(new DeputyAddress(District: 31)));
        Assert.Equal("", await FoundAsync(new DeputyAddress()));
    }

    [Fact]
    public async Task The_contact_is_what_was_decided_on_or_else_the_stations_number()
    {
        var found = (await Queries.FindAsync(new DeputyAddress(Unit: "BJ"), Cancelled)).Found;

        Assert.Equal(("010-0000 1031", "八角代表之家"), (found[0].Contact, found[0].ContactOf));
        Assert.Equal(("tao@example.org", null), (found[1].Contact, found[1].ContactOf));
    }

    [Fact]
    public async Task Who_is_no_longer_in_office_is_not_listed()
    {
        await using (var db = _house.Rows())
        {
            db.Deputies.Single(deputy => deputy.Code == "17-0002").ChangeStatus(OfficeStatus.Resigned, LiaisonHouse.Today);
            await db.SaveChangesAsync(Cancelled);
        }

        Assert.Equal("顾砚清", await FoundAsync(new DeputyAddress(Unit: "BJ")));
        Assert.Equal(2, (await Queries.FindAsync(new DeputyAddress(), Cancelled)).Total);
    }

    private PublicDeputyQueries Queries => _house.The<PublicDeputyQueries>();

    private async Task<string> FoundAsync(DeputyAddress asked) => string.Join('、', (await Queries.FindAsync(asked, Cancelled)).Found.Select(one => one.Deputy.Name));
}
