using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.Domain.Calendar;

namespace VoterLiaison.Dashboard.Opinions;

/// <summary>At twenty past three at night in the district, when nobody waits: what is no longer kept is taken out, and the log is emptied.</summary>
internal sealed partial class VoterRetentionBell(VoterRetention retention, TimeProvider clock, ILogger<VoterRetentionBell> logger) : BackgroundService
{
    private static readonly TimeSpan AtNight = new(3, 20, 0);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            await Task.Delay(Next() - clock.GetUtcNow().UtcDateTime, clock, stoppingToken);
            try
            {
                var done = await retention.AnonymiseAsync(Actor.App, stoppingToken);
                Done(logger, done.Opinions, done.IsClean);
            }
            catch (Exception failed) when (failed is not OperationCanceledException)
            {
                Failed(logger, failed); // the coming night tries again
            }
        }
    }

    private DateTime Next()
    {
        var tonight = ChinaTime.StartOf(clock.Today()) + AtNight;
        return tonight > clock.GetUtcNow().UtcDateTime ? tonight : ChinaTime.StartOf(clock.Today().AddDays(1)) + AtNight;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Voters were taken out of {Opinions} opinions; the database files are clean: {IsClean}")]
    private static partial void Done(ILogger logger, int opinions, bool isClean);

    [LoggerMessage(Level = LogLevel.Error, Message = "Voters could not be taken out")]
    private static partial void Failed(ILogger logger, Exception exception);
}
