using System.Collections.Concurrent;
using System.Diagnostics;
using VoterLiaison.Bench.Site;

namespace VoterLiaison.Bench.Crowds;

/// <summary>What reached each client of a crowd, and when.</summary>
internal sealed class Arrivals(int clients)
{
    private readonly ConcurrentQueue<(long At, int Total)>[] _heard = [.. Enumerable.Range(0, clients).Select(_ => new ConcurrentQueue<(long, int)>())];

    public void Heard(int client, int total) => _heard[client].Enqueue((Stopwatch.GetTimestamp(), total));

    /// <summary>For each change: when each client had it, by a message with its total or a later one.</summary>
    public Judged Judge(IReadOnlyList<Committed> commits)
    {
        var all = new List<double>();
        var last = new List<double>();
        var missed = 0;
        foreach (var commit in commits)
        {
            var times = _heard.Select(own => own.FirstOrDefault(one => one.Total >= commit.Total && one.At >= commit.At)).Where(one => one.At > 0).Select(one => Percentiles.Milliseconds(commit.At, one.At)).ToList();
            missed += _heard.Length - times.Count;
            all.AddRange(times);
            last.AddRange(times.Count == 0 ? [] : [times.Max()]);
        }

        return new Judged(Percentiles.Of(all), Percentiles.Of(last), missed);
    }

    public void Forget() => Array.ForEach(_heard, own => own.Clear());
}

/// <param name="Each">From the commit to each client.</param>
/// <param name="Last">From the commit to the last of them.</param>
/// <param name="Missed">How many never had it.</param>
internal sealed record Judged(Percentiles Each, Percentiles Last, int Missed);
