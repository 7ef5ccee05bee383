using System.Diagnostics;

namespace VoterLiaison.Bench.Acts;

/// <summary>So many callers, each acting again as soon as the last act has come back.</summary>
internal static class Callers
{
    /// <summary>A site that runs for days has its code compiled, and compiled anew where it is used most.</summary>
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(8);

    public static async Task<Paced> RunAsync(int callers, TimeSpan length, Func<int, Task> act)
    {
        await ActAsync(callers, WarmUp, act);
        var (watch, used) = (Stopwatch.StartNew(), Used.Now(collect: false).ProcessorSeconds);
        var took = await ActAsync(callers, length, act);
        var times = Percentiles.Of(took);
        return new Paced(took.Count / watch.Elapsed.TotalSeconds, times.Half, times.Most, times.Worst, (Used.Now(collect: false).ProcessorSeconds - used) * 1000 / took.Count);
    }

    private static async Task<List<double>> ActAsync(int callers, TimeSpan length, Func<int, Task> act)
    {
        var begun = Stopwatch.GetTimestamp();
        var took = await Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Run(async () =>
        {
            var own = new List<double>();
            while (Stopwatch.GetElapsedTime(begun) < length)
            {
                var at = Stopwatch.GetTimestamp();
                await act(caller);
                own.Add(Stopwatch.GetElapsedTime(at).TotalMilliseconds);
            }

            return own;
        })));
        return [.. took.SelectMany(own => own)];
    }
}

/// <param name="PerSecond">Acts that were acknowledged.</param>
/// <param name="Half">Half of them came back within so many milliseconds.</param>
/// <param name="Most">99 of a hundred.</param>
/// <param name="Worst">All.</param>
/// <param name="Processor">Milliseconds of processor for each.</param>
internal sealed record Paced(double PerSecond, double Half, double Most, double Worst, double Processor);
