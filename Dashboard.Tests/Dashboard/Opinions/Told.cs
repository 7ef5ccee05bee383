using System.Collections.Concurrent;

namespace VoterLiaison.Dashboard.Opinions;

/// <summary>What callers tried, and what they were told of it. Of what is neither acknowledged nor refused nobody was told anything for sure.</summary>
internal sealed class Told
{
    private readonly ConcurrentDictionary<Guid, bool?> _acts = [];

    public ConcurrentBag<string> Said { get; } = [];

    /// <summary>Acknowledged, by the number of the receipt.</summary>
    public ConcurrentBag<(string Number, string Words)> Receipts { get; } = [];

    public IEnumerable<Guid> Tried => _acts.Keys;

    public IEnumerable<Guid> Acknowledged => _acts.Where(act => act.Value is true).Select(act => act.Key);

    public IEnumerable<Guid> Refused => _acts.Where(act => act.Value is false).Select(act => act.Key);

    /// <param name="submission">The act.</param>
    /// <param name="outcome">Whether it was done; null where that is not known.</param>
    public void Of(Guid submission, bool? outcome) => _acts[submission] = outcome;
}
