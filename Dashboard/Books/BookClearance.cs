namespace VoterLiaison.Dashboard.Books;

/// <summary>Once an hour, and when the site starts: finished books that had their day go.</summary>
internal sealed partial class BookClearance(FinishedBooks finished, TimeProvider clock, ILogger<BookClearance> logger) : BackgroundService
{
    private static readonly TimeSpan _pause = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            try
            {
                finished.ClearOld();
            }
            catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
            {
                Failed(logger, failed); // the next hour tries again
            }

            await Task.Delay(_pause, clock, stoppingToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Old books could not be cleared away")]
    private static partial void Failed(ILogger logger, Exception exception);
}
