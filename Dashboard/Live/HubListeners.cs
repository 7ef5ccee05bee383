using System.Collections.Concurrent;

namespace VoterLiaison.Dashboard.Live;

/// <summary>All clients of the hub, by connection.</summary>
public sealed class HubListeners
{
    private readonly ConcurrentDictionary<string, HubListener> _listeners = [];

    public int Count => _listeners.Count;

    internal ICollection<HubListener> All => _listeners.Values;

    internal HubListener Of(string connection) => _listeners[connection];

    internal void Add(string connection, HubListener listener) => _listeners[connection] = listener;

    internal void Remove(string connection)
    {
        if (_listeners.TryRemove(connection, out var listener))
        {
            listener.Dispose();
        }
    }
}
