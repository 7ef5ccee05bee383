using System.Threading.Channels;
using VoterLiaison.Domain.Rules;

namespace VoterLiaison.Dashboard.Parts;

/// <summary>Does one piece of work after another, apart from any browser, so that whoever asked for it may leave and come back, or take it back.</summary>
/// <param name="logger">Gets what nobody foresaw.</param>
public sealed class Workbench(ILogger logger)
{
    private readonly Channel<Job> _queue = Channel.CreateUnbounded<Job>();

    /// <summary>Puts a piece of work behind those that wait.</summary>
    /// <param name="work">What is to be done.</param>
    /// <param name="stopped">Called when it stopped on the way, because it was taken back or the site closes.</param>
    /// <param name="refused">Called with a sentence for the person when it could not be done.</param>
    public Job Put(Func<CancellationToken, Task> work, Action stopped, Action<string> refused)
    {
        var job = new Job(work, stopped, refused, new CancellationTokenSource());
        _queue.Writer.TryWrite(job);
        return job;
    }

    /// <summary>Works until it is stopped.</summary>
    public async Task WorkAsync(CancellationToken stopping)
    {
        await foreach (var job in _queue.Reader.ReadAllAsync(stopping))
        {
            await Task.Run(() => job.DoAsync(logger, stopping), stopping);
        }
    }
}

/// <summary>A piece of work that waits, is being done, or is over.</summary>
public sealed class Job
{
    private readonly Func<CancellationToken, Task> _work;
    private readonly Action _stopped;
    private readonly Action<string> _refused;
    private readonly CancellationTokenSource _takenBack;
    private int _begun;

    internal Job(Func<CancellationToken, Task> work, Action stopped, Action<string> refused, CancellationTokenSource takenBack) =>
        (_work, _stopped, _refused, _takenBack) = (work, stopped, refused, takenBack);

    /// <summary>It waits for those before it.</summary>
    public bool IsWaiting => Volatile.Read(ref _begun) == 0;

    /// <summary>Stops it on its way; one that still waits is never begun.</summary>
    public void TakeBack()
    {
        _takenBack.Cancel();
        if (Begin())
        {
            _stopped();
        }
    }

    internal async Task DoAsync(ILogger logger, CancellationToken stopping)
    {
        if (!Begin())
        {
            return;
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(stopping, _takenBack.Token);
        try
        {
            await _work(stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            _stopped();
        }
        catch (RuleBrokenException refused)
        {
            _refused(refused.Message);
        }
        catch (Exception unforeseen)
        {
            _refused(Mishap.InWords(Mishap.Report(logger, unforeseen)));
        }
    }

    private bool Begin() => Interlocked.Exchange(ref _begun, 1) == 0;
}
