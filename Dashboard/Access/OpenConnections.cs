using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace VoterLiaison.Dashboard.Access;

/// <summary>The circuits and hub connections that are open, by who opened them, so that they can be cut the moment a session ends.</summary>
public sealed class OpenConnections
{
    private readonly ConcurrentDictionary<string, ImmutableList<Open>> _open = [];

    public IReadOnlyCollection<string> Whose => [.. _open.Keys];

    /// <summary>How many lie under an address, whoever they belong to.</summary>
    public int CountAt(PathString place) => _open.Values.Sum(connections => connections.Count(open => open.Place.StartsWithSegments(place)));

    public int CountOf(string who) => _open.TryGetValue(who, out var connections) ? connections.Count : 0;

    /// <returns>False where as many are open as one may have.</returns>
    public bool Enter(string who, HttpContext connection, int most = int.MaxValue) =>
        _open.AddOrUpdate(who, [Open.Of(connection)], (_, others) => others.Count < most ? others.Add(Open.Of(connection)) : others).Exists(open => open.Http == connection);

    public void Leave(string who, HttpContext connection)
    {
        if (_open.AddOrUpdate(who, [], (_, others) => others.RemoveAll(open => open.Http == connection)).IsEmpty)
        {
            _open.TryRemove(KeyValuePair.Create(who, ImmutableList<Open>.Empty));
        }
    }

    /// <summary>Cuts every connection of a session or key. Its browser finds out when it tries to come back.</summary>
    public void Cut(string who)
    {
        if (_open.TryGetValue(who, out var connections))
        {
            connections.ForEach(open => open.Http.Abort());
        }
    }

    /// <summary>Its place is kept beside it: whatever ended is asked nothing more.</summary>
    private sealed record Open(HttpContext Http, PathString Place)
    {
        public static Open Of(HttpContext http) => new(http, http.Request.Path);
    }
}
