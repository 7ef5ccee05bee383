using VoterLiaison.Domain.Rules;

namespace VoterLiaison.Dashboard.Access;

/// <summary>
/// The acts people are in the midst of. When the site stops, no more begin; those under way are finished and their answers sent before any connection is cut.
/// So whoever acted is told what became of it, and what was told is stored.
/// </summary>
public sealed class ActsUnderWay(TimeProvider clock) : IDisposable
{
    /// <summary>What the host may take to stop, after the acts: together with them, and with the five seconds SignalR gives its clients to go, less than fifteen seconds.</summary>
    public static readonly TimeSpan TimeToStop = TimeSpan.FromSeconds(6);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan OnTheWay = TimeSpan.FromMilliseconds(300);

    private readonly Lock _lock = new();
    private readonly TaskCompletionSource _finished = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _givenUp = new();
    private int _underWay;
    private long? _lastEnded;
    private bool _isStopping;

    /// <summary>Until the answer is disposed of, an act is under way.</summary>
    /// <exception cref="RuleBrokenException">The site is stopping.</exception>
    public ActUnderWay Begin(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            Rule.Require(!_isStopping, "系统正在停止，这一步没有保存。请等系统重新启动以后再试一次。");
            _underWay++;
        }

        return new ActUnderWay(this, CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _givenUp.Token));
    }

    /// <summary>As <see cref="FinishAsync"/>, for the host's event of stopping: connections are cut as soon as whoever hears it returns.</summary>
    public void Finish() => FinishAsync().GetAwaiter().GetResult();

    public void Dispose() => _givenUp.Dispose();

    /// <summary>Lets no more acts begin and waits for those under way. One that takes too long is given up, and has then written nothing.</summary>
    internal async Task FinishAsync()
    {
        lock (_lock)
        {
            _isStopping = true;
            SayIfFinished();
        }

        try
        {
            await _finished.Task.WaitAsync(Patience, clock).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            await _givenUp.CancelAsync().ConfigureAwait(false);
            await Task.Delay(OnTheWay, clock).ConfigureAwait(false); // for whoever is told of it
            return;
        }

        if (LastEnded is { } ended && clock.GetElapsedTime(ended) is var ago && ago < OnTheWay)
        {
            await Task.Delay(OnTheWay - ago, clock).ConfigureAwait(false); // its answer is on the way, and nobody says when it arrived
        }
    }

    internal void End()
    {
        lock (_lock)
        {
            _underWay--;
            _lastEnded = clock.GetTimestamp();
            SayIfFinished();
        }
    }

    private long? LastEnded
    {
        get
        {
            lock (_lock)
            {
                return _lastEnded;
            }
        }
    }

    private void SayIfFinished()
    {
        if (_isStopping && _underWay == 0)
        {
            _finished.TrySetResult();
        }
    }
}

/// <summary>One act; over when it is disposed of.</summary>
public sealed class ActUnderWay : IDisposable
{
    private readonly ActsUnderWay _acts;
    private readonly CancellationTokenSource _stop;

    internal ActUnderWay(ActsUnderWay acts, CancellationTokenSource stop) => (_acts, _stop) = (acts, stop);

    /// <summary>Ends what was given up.</summary>
    public CancellationToken GivenUp => _stop.Token;

    public void Dispose()
    {
        _stop.Dispose();
        _acts.End();
    }
}
