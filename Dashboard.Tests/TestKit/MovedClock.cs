namespace VoterLiaison.TestKit;

/// <summary>Time that runs as it does, from another moment on.</summary>
public sealed class MovedClock(DateTimeOffset start) : TimeProvider
{
    private readonly TimeSpan _moved = start - System.GetUtcNow();

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + _moved;
}
