using System.Collections;

namespace VoterLiaison.Dashboard.Access;

/// <summary>Around what a circuit does: by its id, which opens nothing, what was logged of it is found again.</summary>
internal sealed class CircuitScope(string id) : IReadOnlyList<KeyValuePair<string, object?>>
{
    public const string Name = "CircuitId";

    public int Count => 1;

    public KeyValuePair<string, object?> this[int index] => new(Name, id);

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator()
    {
        yield return this[0];
    }

    public override string ToString() => $"{Name}:{id}";

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
