using Microsoft.Extensions.DependencyInjection;
using VoterLiaison.Dashboard.Opinions;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Finding;

public sealed class FindingQueriesTests : IAsyncLifetime
{
    private LiaisonHouse _house = null!; // opened first

    public async ValueTask InitializeAsync() => _house = await LiaisonHouse.OpenAsync();

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Fact]
    public async Task A_number_or_the_end_of_it_finds_its_opinion_and_the_very_number_comes_first()
    {
        await _house.CollectAsync("第一件");
        await _house.CollectAsync("第二件");

        Assert.Equal(["/opinions/2026-BJ01-0002"], AddressesOf(await FindAsync("bj01-0002"), "编号"));
        Assert.Equal(["/opinions/2026-BJ01-0002", "/opinions/2026-BJ01-0001"], AddressesOf(await FindAsync("2026-BJ01"), "编号"));
    }

    [Fact]
    public async Task Words_find_the_newest_that_say_them_and_show_the_place_where_they_stand()
    {
        await _house.CollectAsync("旧的路灯坏了", LiaisonHouse.Today.AddDays(-9));
        await _house.CollectAsync("从去年冬天起小区东门外面的路灯一直不亮");

        var said = Of(await FindAsync("路灯"), "选民原话");

        Assert.Equal(["/opinions/2026-BJ01-0002", "/opinions/2026-BJ01-0001"], said.Select(found => found.Address));
        Assert.Equal("…冬天起小区东门外面的路灯一直不亮", said[0].About);
    }

    [Fact]
    public async Task Stations_deputies_and_organs_are_found_by_name_and_lead_to_their_pages()
    {
        Assert.Equal(["/opinions?station=BJ01"], AddressesOf(await FindAsync("八角代表之家"), "家站"));
        Assert.Equal(["/deputies/17-0001"], AddressesOf(await FindAsync("顾砚清"), "代表"));
        Assert.Equal([$"/opinions?organ={_house.District.Court.Id}"], AddressesOf(await FindAsync("区法院"), "承办单位"));
    }

    [Fact]
    public async Task Of_each_kind_there_are_few_and_of_what_is_not_there_nothing()
    {
        for (var place = 0; place <= FindingQueries.Each; place++)
        {
            await _house.CollectAsync("停车难");
        }

        Assert.Equal(FindingQueries.Each, Of(await FindAsync("停车"), "选民原话").Count);
        Assert.Empty(await FindAsync("没有这样的话"));
        Assert.Empty(await FindAsync("　"));
        Assert.Empty(await FindAsync(new string('停', FindingQueries.Longest + 1)));
    }

    [Fact]
    public async Task Nothing_beyond_the_readers_reach_is_found_by_any_name()
    {
        await _house.CollectAsync("夜里漏水", stationId: _house.District.ShougangHome.Id);
        var bajiao = new Rights([new Holding(Role.UnitStaff, Reach.OfStations(_house.District.BajiaoHome.Id))]);

        foreach (var typed in new[] { "漏水", "SG01", "2026-SG01-0001", "首钢", "陶知言", "17-0002" })
        {
            Assert.Empty(await FindAsync(typed, bajiao));
            Assert.NotEmpty(await FindAsync(typed));
        }
    }

    [Fact]
    public async Task Who_reads_no_opinions_finds_nothing_not_even_an_organ() =>
        Assert.Empty(await FindAsync("区法院", new Rights([new Holding(Role.Administrator, Reach.All)])));

    [Fact]
    public async Task What_was_said_about_the_readers_own_work_is_not_looked_through()
    {
        var gu = _house.District.Gu.Id;
        await _house.Desk.CollectAsync(
            new CollectForm { StationId = _house.District.BajiaoHome.Id, Words = "王大妈说代表来得少", On = LiaisonHouse.Today, DeputyIds = [gu], ConcernsDeputyId = gu }, Guid.NewGuid());

        Assert.Empty(await FindAsync("王大妈", new Rights([new Holding(Role.Deputy, Reach.OfDeputy(gu))])));
        Assert.NotEmpty(await FindAsync("王大妈"));
    }

    private Task<IReadOnlyList<FoundKind>> FindAsync(string typed, Rights? rights = null) =>
        _house.As("值班员", rights ?? Rights.OfTheHouse).GetRequiredService<FindingQueries>().FindAsync(typed, TestContext.Current.CancellationToken);

    private static IReadOnlyList<Found> Of(IReadOnlyList<FoundKind> kinds, string name) => Assert.Single(kinds, kind => kind.Name == name).Rows;

    private static IEnumerable<string> AddressesOf(IReadOnlyList<FoundKind> kinds, string name) => Of(kinds, name).Select(found => found.Address);
}
