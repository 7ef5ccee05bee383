using VoterLiaison.Dashboard.Data;
using VoterLiaison.Domain.Calendar;

namespace VoterLiaison.Dashboard.Live;

/// <summary>Overdue is decided by day: when a day begins in the district, everything is counted anew.</summary>
internal sealed class MidnightBell(ChangeSignal signal, TimeProvider clock) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            await Task.Delay(ChinaTime.StartOf(clock.Today().AddDays(1)) - clock.GetUtcNow().UtcDateTime, clock, stoppingToken);
            signal.RingForEverything();
        }
    }
}
