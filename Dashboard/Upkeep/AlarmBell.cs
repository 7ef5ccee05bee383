namespace VoterLiaison.Dashboard.Upkeep;

/// <summary>Looks twice a minute what somebody should see to, keeps it for the pages, and logs each alarm once when it comes and once when it goes.</summary>
public sealed partial class AlarmBell(AlarmReading reading, TimeProvider clock, ILogger<AlarmBell> logger) : BackgroundService
{
    internal static readonly TimeSpan Every = TimeSpan.FromSeconds(30);

    private volatile IReadOnlyList<Alarm> _current = [];

    /// <summary>Heard after each look, on no particular thread; whoever listens returns at once.</summary>
    public event Action? Looked;

    public IReadOnlyList<Alarm> Current => _current;

    /// <summary>Looks now.</summary>
    public async Task LookAsync(CancellationToken cancellationToken = default)
    {
        var (before, now) = (_current, clock.GetUtcNow().UtcDateTime);
        _current = [.. (await reading.ReadAsync(cancellationToken)).Select(alarm => alarm with { Since = before.FirstOrDefault(one => one.Kind == alarm.Kind)?.Since ?? now })];
        foreach (var rung in _current.Where(alarm => before.All(one => one.Kind != alarm.Kind)))
        {
            LogRung(rung.Kind, rung.Sentence);
        }

        foreach (var over in before.Where(alarm => _current.All(one => one.Kind != alarm.Kind)))
        {
            LogOver(over.Kind);
        }

        Looked?.Invoke();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        do
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception failed) when (failed is not OperationCanceledException)
            {
                LogCannotLook(failed);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(EventId = 7001, Level = LogLevel.Warning, Message = "Alarm {Alarm}: {Sentence}")]
    private partial void LogRung(AlarmKind alarm, string sentence);

    [LoggerMessage(EventId = 7002, Level = LogLevel.Information, Message = "Alarm {Alarm} is over.")]
    private partial void LogOver(AlarmKind alarm);

    [LoggerMessage(EventId = 7003, Level = LogLevel.Error, Message = "Could not look whether there is anything to see to; trying again.")]
    private partial void LogCannotLook(Exception exception);
}
