namespace VoterLiaison.Domain.Stations;

/// <summary>承接: which stations go on with the work of those that were merged into them.</summary>
/// <param name="mergers">The stations that were merged, each with its successor, by id.</param>
public sealed class Succession(IEnumerable<(int StationId, int SuccessorId)> mergers)
{
    private readonly ILookup<int, int> _merged = mergers.ToLookup(merger => merger.SuccessorId, merger => merger.StationId);

    /// <summary>Stations, and all that were merged into them, directly or by way of another.</summary>
    public IReadOnlyCollection<int> With(IEnumerable<int> stations)
    {
        var found = new HashSet<int>();
        var next = new Queue<int>(stations);
        while (next.TryDequeue(out var station))
        {
            if (found.Add(station))
            {
                foreach (var merged in _merged[station])
                {
                    next.Enqueue(merged);
                }
            }
        }

        return found;
    }
}
