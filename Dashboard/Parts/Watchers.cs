namespace VoterLiaison.Dashboard.Parts;

/// <summary>Who is told after each change. Told on any thread; a page brings it to its own.</summary>
public sealed class Watchers
{
    private event Action? Changed;

    /// <summary>Calls after each change, until the answer is disposed of.</summary>
    public IDisposable Watch(Action watcher)
    {
        Changed += watcher;
        return new Watching(this, watcher);
    }

    public void Tell() => Changed?.Invoke();

    private sealed class Watching(Watchers watchers, Action watcher) : IDisposable
    {
        public void Dispose() => watchers.Changed -= watcher;
    }
}
