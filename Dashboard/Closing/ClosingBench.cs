using System.Threading.Channels;
using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.Dashboard.Parts;
using VoterLiaison.Domain.Rules;

namespace VoterLiaison.Dashboard.Closing;

/// <summary>Closes years one at a time, apart from any browser, so that whoever began it may leave and come back.</summary>
public sealed class ClosingBench(YearClosing closing, ILogger<ClosingBench> logger) : BackgroundService
{
    private readonly Channel<ClosingRun> _queue = Channel.CreateUnbounded<ClosingRun>();
    private readonly Lock _lock = new();

    private event Action? Changed;

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

        _queue.Writer.TryWrite(run);
        Changed?.Invoke();
    }

    /// <summary>Calls after each change, until the answer is disposed of.</summary>
    public IDisposable Watch(Action watcher)
    {
        Changed += watcher;
        return new Watching(this, watcher);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var run in _queue.Reader.ReadAllAsync(stoppingToken))
        {
            await Task.Run(() => CloseAsync(run, stoppingToken), stoppingToken);
        }
    }

    private async Task CloseAsync(ClosingRun run, CancellationToken stopping)
    {
        try
        {
            await closing.CloseAsync(run.Year, run.Who, new Steps(this, run), stopping);
            Become(null);
        }
        catch (RuleBrokenException refused)
        {
            Become(run with { Refusal = refused.Message });
        }
        catch (Exception unforeseen) when (unforeseen is not OperationCanceledException)
        {
            Become(run with { Refusal = Mishap.InWords(Mishap.Report(logger, unforeseen)) });
        }
    }

    private void Become(ClosingRun? run)
    {
        lock (_lock)
        {
            Run = run;
        }

        Changed?.Invoke();
    }

    private sealed class Steps(ClosingBench bench, ClosingRun run) : IProgress<ClosingProgress>
    {
        public void Report(ClosingProgress value) => bench.Become(run with { Progress = value });
    }

    private sealed class Watching(ClosingBench bench, Action watcher) : IDisposable
    {
        public void Dispose() => bench.Changed -= watcher;
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
