using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;

namespace VoterLiaison.TestKit;

/// <summary>A clock turned by hand that says when somebody begins to wait on it, so that a test never turns it too early.</summary>
public sealed class WaitedOnClock(DateTimeOffset start) : FakeTimeProvider(start)
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);

    private readonly Channel<DateTimeOffset> _waiting = Channel.CreateUnbounded<DateTimeOffset>();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        _waiting.Writer.TryWrite(GetUtcNow() + dueTime);
        return timer;
    }

    /// <summary>Turns the clock once somebody waits on it.</summary>
    public async Task AdvanceWhenWaitedOnAsync(TimeSpan by, CancellationToken cancellationToken)
    {
        await WaitedOnAsync(cancellationToken);
        Advance(by);
    }

    /// <summary>Ends when somebody waits on it; each who begins to wait is told once.</summary>
    /// <exception cref="TimeoutException">Nobody does.</exception>
    public Task WaitedOnAsync(CancellationToken cancellationToken) => NextAsync(cancellationToken);

    /// <summary>Ends when so many wait for one moment; who waits for another is passed over.</summary>
    /// <exception cref="TimeoutException">They do not.</exception>
    public async Task WaitedOnAsync(DateTimeOffset moment, int many, CancellationToken cancellationToken)
    {
        while (many > 0)
        {
            many -= await NextAsync(cancellationToken) == moment ? 1 : 0;
        }
    }

    private Task<DateTimeOffset> NextAsync(CancellationToken cancellationToken) => _waiting.Reader.ReadAsync(cancellationToken).AsTask().WaitAsync(_patience, cancellationToken);
}
