namespace VoterLiaison.Dashboard.Data;

/// <summary>A page that looks again after each change, for as long as it is open. Several changes within a beat are looked at once.</summary>
/// <remarks>Made by <see cref="ChangeSignal.Listen"/>: listen first, then read, so that no change falls between the two.</remarks>
public sealed class Listening : IDisposable
{
    /// <summary>Acts that come together are shown together.</summary>
    internal static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(300);

    private readonly CancellationTokenSource _closing = new();
    private readonly CancellationToken _gone; // outlives its source: a ring may still be under way
    private readonly ChangeSignal _signal;
    private readonly TimeProvider _clock;
    private readonly Func<CancellationToken, Task> _look;
    private readonly Func<Exception, Task> _failed;
    private int _rung;

    internal Listening(ChangeSignal signal, TimeProvider clock, Func<CancellationToken, Task> look, Func<Exception, Task> failed)
    {
        (_signal, _clock, _look, _failed, _gone) = (signal, clock, look, failed, _closing.Token);
        _signal.Rang += Hear;
    }

    public void Dispose()
    {
        _signal.Rang -= Hear;
        _closing.Cancel();
        _closing.Dispose();
    }

    /// <summary>On the writer's thread: returns at once.</summary>
    private void Hear()
    {
        if (Interlocked.Exchange(ref _rung, 1) == 0)
        {
            _ = LookAsync();
        }
    }

    private async Task LookAsync()
    {
        try
        {
            await Task.Delay(Beat, _clock, _gone);
            Interlocked.Exchange(ref _rung, 0);
            await _look(_gone);
        }
        catch (Exception) when (_gone.IsCancellationRequested)
        {
            // The page is gone.
        }
        catch (Exception failed)
        {
            await _failed(failed);
        }
    }
}
