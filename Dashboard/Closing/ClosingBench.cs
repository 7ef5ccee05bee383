using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.Dashboard.Parts;
using VoterLiaison.Domain.Rules;

namespace VoterLiaison.Dashboard.Closing;

/// <summary>Closes years one at a time, apart from any browser, so that whoever began it may leave and come back.</summary>
public sealed class ClosingBench(YearClosing closing, ILogger<ClosingBench> logger) : BackgroundService
{
    private readonly Workbench _bench = new(logger);
    private readonly Watchers _watchers = new();
    private readonly Lock _lock = new();

    /// <summary>What is being closed, or why the last could not be; null where there is nothing to say.</summary>
    public ClosingRun? Run { get; private set; }

    /// <exception cref="RuleBrokenException">Another is under way.</exception>
    public void Begin(int year, Actor who)
    {
        var run = new ClosingRun(year, who);
        lock (_lock)
        {
            Rule.Require(Run is null or { HasEnded: true }, $"正在封{Run?.Year}年度的账，请等它完成。");
            Run = run;
        }

        _watchers.Tell();
        _bench.Put(stop => CloseAsync(run, stop), stopped: () => Become(null), refused: sentence => Become(run with { Refusal = sentence }));
    }

    /// <summary>Calls after each change, until the answer is disposed of.</summary>
    public IDisposable Watch(Action watcher) => _watchers.Watch(watcher);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => _bench.WorkAsync(stoppingToken);

    private async Task CloseAsync(ClosingRun run, CancellationToken stop)
    {
        await closing.CloseAsync(run.Year, run.Who, new Steps(this, run), stop);
        Become(null);
    }

    private void Become(ClosingRun? run)
    {
        lock (_lock)
        {
            Run = run;
        }

        _watchers.Tell();
    }

    private sealed class Steps(ClosingBench bench, ClosingRun run) : IProgress<ClosingProgress>
    {
        public void Report(ClosingProgress value) => bench.Become(run with { Progress = value });
    }
}

/// <param name="Year">Which year.</param>
/// <param name="Who">Who closes it.</param>
/// <param name="Progress">Null before the first book is begun.</param>
/// <param name="Refusal">Why it could not be done; null unless it ended so.</param>
public sealed record ClosingRun(int Year, Actor Who, ClosingProgress? Progress = null, string? Refusal = null)
{
    public bool HasEnded => Refusal is not null;
}
