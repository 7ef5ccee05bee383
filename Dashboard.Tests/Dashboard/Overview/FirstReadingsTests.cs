using Microsoft.Extensions.DependencyInjection;
using VoterLiaison.Dashboard.Live;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Overview;

public sealed class FirstReadingsTests : DashboardTestContext
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_first_board_after_a_start_finds_everything_read()
    {
        using var readings = ActivatorUtilities.CreateInstance<FirstReadings>(Services);
        await readings.StartAsync(Cancel);
        await readings.ExecuteTask!;
        Database.Asked.Forget();

        await The<LiveDoings>().NowAsync(Cancel);
        await The<LiveCounts>().SnapshotAsync(Today.Year, Cancel);

        Assert.Empty(Database.Asked.Texts);
    }
}
