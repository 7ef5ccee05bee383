using VoterLiaison.Dashboard.Data;

namespace VoterLiaison.Dashboard.Live;

/// <summary>Notices what another program wrote (an import from the command line), which no save here can ring for.</summary>
internal sealed partial class OtherWriters(ChangeSignal signal, WriteWatch watch, TimeProvider clock, ILogger<OtherWriters> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await watch.SomethingWrittenAsync(stoppingToken);
        using var timer = new PeriodicTimer(Every, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                if (await watch.SomethingWrittenAsync(stoppingToken))
                {
                    signal.RingForEverything();
                }
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogCannotLook(exception);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Could not look whether another program wrote; trying again.")]
    private partial void LogCannotLook(Exception exception);
}
