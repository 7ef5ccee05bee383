using VoterLiaison.Domain.Calendar;

namespace VoterLiaison.Dashboard.Opinions;

/// <summary>When a day begins in the district, and when the site starts after days without one: what became overdue is entered in its history.</summary>
internal sealed partial class LatenessBell(LatenessNoting noting, TimeProvider clock, ILogger<LatenessBell> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            try
            {
                if (await noting.NoteAsync(stoppingToken) is > 0 and var many)
                {
                    Noted(logger, many);
                }
            }
            catch (Exception failed) when (failed is not OperationCanceledException)
            {
                Failed(logger, failed); // the next day tries again; the numbers on the board do not wait for it
            }

            await Task.Delay(ChinaTime.StartOf(clock.Today().AddDays(1)) - clock.GetUtcNow().UtcDateTime, clock, stoppingToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Opinions} opinions became overdue")]
    private static partial void Noted(ILogger logger, int opinions);

    [LoggerMessage(Level = LogLevel.Error, Message = "What became overdue could not be entered")]
    private static partial void Failed(ILogger logger, Exception exception);
}
