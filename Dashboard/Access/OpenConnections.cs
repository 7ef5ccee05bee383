using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace VoterLiaison.Dashboard.Access;

/// <summary>The circuits and hub connections that are open, by who opened them, so that they can be cut the moment a session ends.</summary>
public sealed class OpenConnections
{
    private readonly ConcurrentDictionary<string, ImmutableList<HttpContext>> _open = [];

    public IReadOnlyCollection<string> Whose => [.. _open.Keys];

    public int CountOf(string who) => _open.TryGetValue(who, out var connections) ? connections.Count : 0;

    /// <returns>False where as many are open as one may have.</returns>
    public bool Enter(string who, HttpContext connection, int most = int.MaxValue) =>
        _open.AddOrUpdate(who, [connection], (_, others) => others.Count < most ? others.Add(connection) : others).Contains(connection);

    public void Leave(string who, HttpContext connection)
    {
        if (_open.AddOrUpdate(who, [], (_, others) => others.Remove(connection)).IsEmpty)
        {
            _open.TryRemove(KeyValuePair.Create(who, ImmutableList<HttpContext>.Empty));
        }
    }

    /// <summary>Cuts every connection of a session or key. Its browser finds out when it tries to come back.</summary>
    public void Cut(string who)
    {
        if (_open.TryGetValue(who, out var connections))
        {
            connections.ForEach(connection => connection.Abort());
        }
    }
}
