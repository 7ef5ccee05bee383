using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard.Data.Seeding;

/// <summary>A lead opinion and those that may be merged into it: their lives touch, so they are played together, moment by moment.</summary>
internal sealed class Cluster(OpinionLife lead, Matter matter, IEnumerable<DateTime> course)
{
    private readonly List<(OpinionLife Life, IEnumerable<DateTime> Course)> _lives = [(lead, course)];

    public OpinionLife Lead => lead;
    public Matter Matter => matter;
    public string Unit => lead.Unit;

    /// <summary>Plays one life alone, up to the end.</summary>
    public static Opinion Play(OpinionLife life, IEnumerable<DateTime> course, DateTime end)
    {
        foreach (var moment in course)
        {
            if (moment >= end)
            {
                break;
            }
        }

        return life.Opinion;
    }

    public void Add(OpinionLife life, IEnumerable<DateTime> travels) => _lives.Add((life, travels));

    /// <summary>Plays all of them, up to the end.</summary>
    public IEnumerable<Opinion> Play(DateTime end)
    {
        var next = new PriorityQueue<IEnumerator<DateTime>, DateTime>();
        foreach (var (_, travels) in _lives)
        {
            Go(travels.GetEnumerator());
        }

        while (next.TryDequeue(out var travels, out _))
        {
            Go(travels);
        }

        return _lives.Select(life => life.Life.Opinion);

        void Go(IEnumerator<DateTime> travels)
        {
            if (travels.MoveNext() && travels.Current < end)
            {
                next.Enqueue(travels, travels.Current);
            }
            else
            {
                travels.Dispose();
            }
        }
    }
}
