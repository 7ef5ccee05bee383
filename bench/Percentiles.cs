using System.Diagnostics;

namespace VoterLiaison.Bench;

/// <summary>How long things took, in milliseconds.</summary>
internal sealed record Percentiles(double Half, double Most, double Worst)
{
    public static Percentiles Of(IEnumerable<double> milliseconds)
    {
        var sorted = milliseconds.Order().ToArray();
        return sorted.Length == 0 ? new Percentiles(0, 0, 0) : new Percentiles(At(0.5), At(0.99), sorted[^1]);

        double At(double share) => sorted[(int)Math.Min(sorted.Length - 1, Math.Ceiling(sorted.Length * share) - 1)];
    }

    /// <summary>Between two readings of <see cref="Stopwatch.GetTimestamp"/>, which on one machine all processes share.</summary>
    public static double Milliseconds(long from, long to) => Stopwatch.GetElapsedTime(from, to).TotalMilliseconds;
}
