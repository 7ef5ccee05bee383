using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using VoterLiaison.Dashboard;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Accounts.Managing;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Opinions;
using VoterLiaison.TestKit;

namespace VoterLiaison.Browser;

public sealed class WallJourneyTests
{
    [Fact]
    public async Task A_wall_opens_by_its_key_says_when_it_is_cut_off_catches_up_and_ends_with_the_key()
    {
        await using var chromium = await Chromium.StartAsync();
        await using var site = new LiaisonSite();
        var district = await DistrictAsync(site);
        var (id, key) = await AddKeyAsync(site);

        var wall = await chromium.OpenAsync(new Uri(site.Address, Addresses.WallWithKey(key)), 1920, 1080);
        await wall.WaitForURLAsync(url => new Uri(url) is { AbsolutePath: Addresses.Wall, Fragment: "" });
        await Assertions.Expect(wall.GetByTestId("wall-age")).ToContainTextAsync("实时连接正常");
        await CollectAsync(site, district);
        await Assertions.Expect(wall.GetByTestId("wall-collected")).ToHaveTextAsync("1");

        await wall.RouteAsync($"**{Addresses.WallNews}", route => route.AbortAsync());
        site.The<OpenConnections>().Cut(AccessClaims.OwnerOf(id));
        await Assertions.Expect(wall.GetByTestId("wall-age")).ToContainTextAsync("连接中断，正在重连。数据停在");
        await CollectAsync(site, district);
        await Assertions.Expect(wall.GetByTestId("wall-collected")).ToHaveTextAsync("1");

        await wall.UnrouteAsync($"**{Addresses.WallNews}");
        await Assertions.Expect(wall.GetByTestId("wall-collected")).ToHaveTextAsync("2");
        await Assertions.Expect(wall.GetByTestId("wall-age")).ToContainTextAsync("实时连接正常");

        using (var scope = site.Scope())
        {
            await scope.ServiceProvider.GetRequiredService<DisplayKeyDesk>().RevokeAsync(id);
        }

        await Assertions.Expect(wall.GetByTestId("wall-told")).ToContainTextAsync("这块屏的密钥已经停用");
    }

    private static async Task<SmallDistrict> DistrictAsync(LiaisonSite site)
    {
        await using var db = await site.The<IDbContextFactory<LiaisonDbContext>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        return SmallDistrict.AddTo(db);
    }

    private static async Task<(int Id, string Key)> AddKeyAsync(LiaisonSite site)
    {
        using var scope = site.Scope();
        var key = await scope.ServiceProvider.GetRequiredService<DisplayKeyDesk>().AddAsync("大厅");
        return (Assert.Single(await scope.ServiceProvider.GetRequiredService<DisplayKeyQueries>().ListAsync(TestContext.Current.CancellationToken)).Id, key);
    }

    private static async Task CollectAsync(LiaisonSite site, SmallDistrict district)
    {
        using var scope = site.Scope();
        await scope.ServiceProvider.GetRequiredService<OpinionDesk>().CollectAsync(
            new CollectForm { StationId = district.BajiaoHome.Id, Words = "路灯不亮", On = site.The<TimeProvider>().Today() }, Guid.NewGuid());
    }
}
