using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using VoterLiaison.Dashboard;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Opinions;
using VoterLiaison.Domain.Stations;
using VoterLiaison.TestKit;

namespace VoterLiaison.Browser;

public sealed class TwoBrowsersTests
{
    private const string Collected = "board-TW01-collected";

    [Fact]
    public async Task Two_browsers_see_one_save_and_stay_where_they_were()
    {
        await using var chromium = await Chromium.StartAsync();
        await using var site = new LiaisonSite();
        var stationId = await AddUnitAsync(site);
        var first = await chromium.OpenAsync(site.Address, person: await site.OfficeAsync());
        var second = await chromium.OpenAsync(site.Address, 390, 844, await site.OfficeAsync());
        await site.WatchedByAsync(browsers: 2);
        await second.EvaluateAsync("scrollTo(0, 300)");
        await Assertions.Expect(second.GetByTestId(Collected)).ToHaveTextAsync("–0");

        foreach (var count in Enumerable.Range(1, 3))
        {
            await CollectAsync(site, stationId);
            await Assertions.Expect(first.GetByTestId(Collected)).ToHaveTextAsync($"{count}");
            await Assertions.Expect(second.GetByTestId(Collected)).ToHaveTextAsync($"{count}");
        }

        await Assertions.Expect(first.GetByTestId("board-collected")).ToHaveTextAsync("3件");
        Assert.Equal(300, await second.EvaluateAsync<int>("scrollY"));
    }

    private static async Task<int> AddUnitAsync(LiaisonSite site)
    {
        await using var db = await site.The<IDbContextFactory<LiaisonDbContext>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        var unit = new LiaisonUnit("TW", "两屏工作委员会", "两屏街道", LiaisonUnitKind.StreetCommittee, 99);
        db.Add(unit);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        var stations = Enumerable.Range(1, 20).Select(n => new Station(unit.Id, $"TW{n:00}", $"两屏第{n}联络站", StationKind.Station, "", "")).ToList();
        db.AddRange(stations);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        return stations[0].Id;
    }

    private static async Task CollectAsync(LiaisonSite site, int stationId)
    {
        using var scope = site.Scope();
        var desk = scope.ServiceProvider.GetRequiredService<OpinionDesk>();
        await desk.CollectAsync(new CollectForm { StationId = stationId, Words = "路灯不亮", On = site.The<TimeProvider>().Today() }, Guid.NewGuid());
    }
}
