using VoterLiaison.Dashboard.Live;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Overview;

public sealed class LiveDoingsTests : DashboardTestContext
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_nobody_changed_is_read_once_for_all()
    {
        var live = The<LiveDoings>();

        Assert.Same(await live.NowAsync(Cancel), await live.NowAsync(Cancel));
    }

    [Fact]
    public async Task Who_watches_is_told_after_a_change_and_reads_what_changed()
    {
        var live = The<LiveDoings>();
        Assert.Equal(0, (await live.NowAsync(Cancel)).DoneToday.Collected);
        var told = new TaskCompletionSource();
        await live.StartAsync(Cancel);
        using (live.Watch(told.SetResult))
        {
            await CollectAsync();
            await told.Task.WaitAsync(Cancel);
        }

        Assert.Equal(1, (await live.NowAsync(Cancel)).DoneToday.Collected);
        await live.StopAsync(Cancel);
    }

    [Fact]
    public async Task A_day_later_today_is_another_day()
    {
        await CollectAsync();
        Assert.Equal(1, (await The<LiveDoings>().NowAsync(Cancel)).DoneToday.Collected);

        Clock.Advance(TimeSpan.FromDays(1));

        var tomorrow = await The<LiveDoings>().NowAsync(Cancel);
        Assert.Equal((0, 1), (tomorrow.DoneToday.Collected, tomorrow.DoneThisMonth.Collected));
    }

    [Fact]
    public async Task Beyond_ones_reach_nothing_goes_on()
    {
        await CollectAsync();
        var district = await The<LiveDoings>().NowAsync(Cancel);

        var own = district.Within(VoterLiaison.Domain.Accounts.Reach.OfStations(District.ShougangHome.Id));

        Assert.Equal(1, district.DoneToday.Collected);
        Assert.Equal((default(Progress), 0, 0), (own.DoneToday, own.Acts.Count, own.Stations.Count));
    }
}
