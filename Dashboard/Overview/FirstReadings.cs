using VoterLiaison.Dashboard.Live;

namespace VoterLiaison.Dashboard.Overview;

/// <summary>Reads what a board shows while the site is still starting: whoever opens the first one does not wait for all of it.</summary>
internal sealed partial class FirstReadings(LiveCounts live, LiveDoings doings, SameDayLastYear lastYear, TimeProvider clock, ILogger<FirstReadings> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var today = clock.Today();
        try
        {
            // On threads of their own: the database reads on the thread that asks.
            await Task.WhenAll(
                Task.Run(async () => await lastYear.OnAsync(today, stoppingToken), stoppingToken),
                Task.Run(async () => await doings.NowAsync(stoppingToken), stoppingToken),
                Task.Run(() => live.SnapshotAsync(today.Year, stoppingToken), stoppingToken));
        }
        catch (Exception failed) when (failed is not OperationCanceledException)
        {
            LogNotRead(failed); // the first board reads it itself, and says what is wrong
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "What a board shows could not be read beforehand.")]
    private partial void LogNotRead(Exception exception);
}
