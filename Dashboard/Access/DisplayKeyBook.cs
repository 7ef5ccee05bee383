using System.Collections.Concurrent;
using VoterLiaison.Dashboard.Data.Accounts;

namespace VoterLiaison.Dashboard.Access;

/// <summary>When a screen was last there, by its key. Kept in memory, so that no screen waits for a write; the keeper writes it down, at most once a minute.</summary>
public sealed class DisplayKeyBook(OpenConnections connections, TimeProvider clock)
{
    private readonly ConcurrentDictionary<int, DateTime> _seen = [];

    /// <summary>A screen showed the key.</summary>
    public void Seen(int key) => _seen[key] = Now;

    public int ConnectionsOf(DisplayKey key) => connections.CountOf(AccessClaims.OwnerOf(key.Id));

    /// <summary>Now, while a screen is connected. UTC.</summary>
    public DateTime? LastSeen(DisplayKey key) =>
        ConnectionsOf(key) > 0 ? Now
        : _seen.TryGetValue(key.Id, out var at) && !(at <= key.LastSeenAt) ? at
        : key.LastSeenAt;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;
}
