using VoterLiaison.Domain.Opinions;
using VoterLiaison.TestKit;
using static VoterLiaison.TestKit.Acts;

namespace VoterLiaison.Dashboard.Opinions;

public sealed class OpinionQueriesTests : IAsyncLifetime
{
    private static readonly DateOnly Today = LiaisonHouse.Today;

    private LiaisonHouse _house = null!; // opened before each test

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _house = await LiaisonHouse.OpenAsync();
        var district = _house.District;
        var lamp = await _house.Desk.CollectAsync(new CollectForm
        {
            StationId = district.BajiaoHome.Id,
            Words = "八角南路的路灯不亮，夜里看不清。",
            Subject = "照明",
            On = Today,
            CategoryId = district.Transport.Id,
            DeputyIds = [district.Gu.Id, district.Tao.Id],
        }, Guid.NewGuid());
        await _house.Desk.ForwardedAsync(new Seen(lamp.Id, 1, Guid.NewGuid()), district, Today);
        await _house.CollectAsync("楼道堆放杂物", Today.AddDays(-1), district.BajiaoStation.Id);
        var old = await _house.CollectAsync("盼望加装电梯", new DateOnly(2025, 12, 31), district.ShougangHome.Id);
        await _house.Desk.ForwardAsync(old, new ForwardForm { Channel = ForwardingChannel.MunicipalDeputy, CityDeputyId = district.CityDeputy.Id, On = new DateOnly(2025, 12, 31) });
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Theory]
    [InlineData("路灯")]
    [InlineData("看不清。")]
    [InlineData("照明")]
    [InlineData(" 2026-bj01-0001 ")]
    public async Task Two_Chinese_characters_or_a_number_find_an_opinion(string text) =>
        Assert.Equal(["2026-BJ01-0001"], await NumbersAsync(new OpinionFilter { Text = text }));

    [Fact]
    public async Task What_nobody_said_finds_nothing()
    {
        Assert.Empty(await NumbersAsync(new OpinionFilter { Text = "地铁" }));
        Assert.Empty(await NumbersAsync(new OpinionFilter { Text = "%" }));
    }

    [Fact]
    public async Task Each_filter_keeps_its_own()
    {
        var district = _house.District;
        const string Lamp = "2026-BJ01-0001";
        const string Stairs = "2026-BJ02-0001";
        const string Lift = "2025-SG01-0001";

        Assert.Equal([Lamp, Stairs, Lift], await NumbersAsync(new OpinionFilter()));
        Assert.Equal([Lamp, Stairs], await NumbersAsync(new OpinionFilter { Year = 2026 }));
        Assert.Equal([Stairs], await NumbersAsync(new OpinionFilter { Station = "BJ02" }));
        Assert.Equal([Lamp, Stairs], await NumbersAsync(new OpinionFilter { Unit = "BJ" }));
        Assert.Equal([Stairs], await NumbersAsync(new OpinionFilter { Stage = OpinionStage.Collected }));
        Assert.Equal([Lift], await NumbersAsync(new OpinionFilter { Channel = ForwardingChannel.MunicipalDeputy }));
        Assert.Equal([Lamp], await NumbersAsync(new OpinionFilter { OrganId = district.UrbanManagement.Id }));
        Assert.Equal([Lamp], await NumbersAsync(new OpinionFilter { CategoryId = district.Transport.Id }));
        Assert.Equal([Lamp], await NumbersAsync(new OpinionFilter { DeputyId = district.Tao.Id }));
        Assert.Empty(await NumbersAsync(new OpinionFilter { BatchId = 1 }));
        Assert.Equal([Stairs], await NumbersAsync(new OpinionFilter { From = Today.AddDays(-1), To = Today.AddDays(-1) }));
        Assert.Equal([Lift], await NumbersAsync(new OpinionFilter { Measure = Measure.Overdue }));
        Assert.Equal([Lamp], await NumbersAsync(new OpinionFilter { Measure = Measure.Forwarded, Year = 2026, Text = "路灯", DeputyId = district.Gu.Id }));
    }

    [Fact]
    public async Task A_list_comes_page_by_page_in_one_order_and_knows_its_whole_length()
    {
        for (var more = 0; more < 20; more++)
        {
            await _house.CollectAsync();
        }

        foreach (var sort in Enum.GetValues<OpinionSort>())
        {
            var whole = (await _house.The<OpinionQueries>().ListAsync(new OpinionFilter(), sort, 0, 100, Cancelled)).Rows;
            var pages = new List<OpinionRow>();
            for (var skip = 0; skip < 23; skip += 7)
            {
                var page = await _house.The<OpinionQueries>().ListAsync(new OpinionFilter(), sort, skip, 7, Cancelled);
                Assert.Equal(23, page.Total);
                pages.AddRange(page.Rows);
            }

            Assert.Equal(whole, pages);
        }
    }

    [Fact]
    public async Task What_is_due_first_comes_first_and_what_has_no_clock_last()
    {
        var rows = (await _house.The<OpinionQueries>().ListAsync(new OpinionFilter(), OpinionSort.DueFirst, 0, 10, Cancelled)).Rows;
        Assert.Equal(["2025-SG01-0001", "2026-BJ01-0001", "2026-BJ02-0001"], rows.Select(row => row.Number));
        Assert.Null(rows[^1].DueOn);
    }

    [Fact]
    public async Task A_row_says_what_the_list_shows()
    {
        var row = Assert.Single((await _house.The<OpinionQueries>().ListAsync(new OpinionFilter { Text = "路灯" }, OpinionSort.Newest, 0, 10, Cancelled)).Rows);
        Assert.Equal(("八角代表之家", "八角街道", "顾砚清", "交通运输", "区城市管理委"), (row.Station, row.Unit, row.Deputy, row.Category, row.Organ));
        Assert.Equal((ForwardingChannel.StateOrgan, OpinionStage.Forwarded, Today.AddDays(30)), (row.Channel, row.Stage, row.DueOn));
    }

    [Fact]
    public async Task An_opinion_is_found_whole_by_its_number_and_with_those_that_follow_it()
    {
        await _house.Desk.MergeAsync(await _house.CollectAsync(), "2026-BJ01-0001", "同一路段。", Today);

        var opinion = (await _house.The<OpinionQueries>().FindAsync("2026-BJ01-0001", Cancelled))!;

        Assert.Equal((2, 1, 3, 1), (opinion.Deputies.Count, opinion.Forwardings.Count, opinion.History.Count, opinion.Followers));
        Assert.Equal(["2026-BJ01-0002"], await _house.The<OpinionQueries>().FollowersAsync(opinion.Id, Cancelled));
        Assert.Null(await _house.The<OpinionQueries>().FindAsync("2026-BJ01-9999", Cancelled));
    }

    private async Task<IEnumerable<string>> NumbersAsync(OpinionFilter filter)
    {
        var page = await _house.The<OpinionQueries>().ListAsync(filter, OpinionSort.Newest, 0, 100, Cancelled);
        Assert.Equal(page.Total, await _house.The<OpinionQueries>().CountAsync(filter, Cancelled));
        return page.Rows.Select(row => row.Number);
    }
}
