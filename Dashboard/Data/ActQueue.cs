namespace VoterLiaison.Dashboard.Data;

/// <summary>The acts that wait for their turn, in the order they came, and whether anybody is writing them.</summary>
internal sealed class ActQueue
{
    private readonly Lock _lock = new();
    private readonly Queue<WaitingAct> _acts = [];
    private bool _isWritten;

    public bool IsAny
    {
        get
        {
            lock (_lock)
            {
                return _acts.Count > 0;
            }
        }
    }

    /// <returns>Whether nobody was writing: then whoever asked is, until <see cref="Next"/> or <see cref="IsDone"/> says that nothing waits.</returns>
    public bool Add(WaitingAct act)
    {
        lock (_lock)
        {
            _acts.Enqueue(act);
            return !_isWritten && (_isWritten = true);
        }
    }

    /// <summary>The next that has not been withdrawn, begun; null where nothing waits any more.</summary>
    public WaitingAct? Next()
    {
        lock (_lock)
        {
            while (_acts.TryDequeue(out var act))
            {
                if (act.Begin())
                {
                    return act;
                }
            }

            _isWritten = false;
            return null;
        }
    }

    /// <summary>The next, begun, if it may share a transaction.</summary>
    public WaitingAct? NextToJoin()
    {
        lock (_lock)
        {
            while (_acts.TryPeek(out var act) && act.Around is Around.SharedTransaction)
            {
                _acts.Dequeue();
                if (act.Begin())
                {
                    return act;
                }
            }

            return null;
        }
    }

    /// <summary>Nothing waits, and whoever comes next writes.</summary>
    public bool IsDone()
    {
        lock (_lock)
        {
            _isWritten = _acts.Count > 0;
            return !_isWritten;
        }
    }
}
