using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Overview;

public sealed class SameDayLastYearTests : DashboardTestContext
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_entered_late_for_last_year_shows_ten_minutes_later()
    {
        await CollectAsync(on: Today.AddYears(-1));
        var lastYear = The<SameDayLastYear>();
        Assert.Equal(1, await CollectedAsync());

        await CollectAsync(on: Today.AddYears(-1));
        Assert.Equal(1, await CollectedAsync());
        Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(2, await CollectedAsync());

        async Task<int> CollectedAsync() => (await lastYear.OnAsync(Today, Cancel)).Values.Sum(station => station.Collected);
    }

    [Fact]
    public async Task Another_day_is_read_at_once()
    {
        await CollectAsync(on: Today.AddYears(-1).AddDays(1));
        var lastYear = The<SameDayLastYear>();

        Assert.Empty(await lastYear.OnAsync(Today, Cancel));
        Assert.NotEmpty(await lastYear.OnAsync(Today.AddDays(1), Cancel));
    }
}
