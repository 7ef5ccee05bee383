using System.Diagnostics;

namespace VoterLiaison.Bench;

/// <summary>What one contender took, in a process of its own.</summary>
/// <param name="Seconds">From the first row to the whole file.</param>
/// <param name="PeakMegabytes">The most the process held of the machine's memory (VmHWM).</param>
/// <param name="FileMegabytes">Of what it wrote.</param>
internal sealed record Measured(double Seconds, double PeakMegabytes, double FileMegabytes)
{
    private const double Mega = 1024 * 1024;
    private const int WarmUp = 1_000;

    /// <summary>Runs it here, once for nothing, and prints it for whoever started this process: a site that runs for days has long compiled its code.</summary>
    public static int Print(Func<int, string> write, int rows)
    {
        File.Delete(write(WarmUp));
        var watch = Stopwatch.StartNew();
        var file = write(rows);
        watch.Stop();
        var measured = new Measured(watch.Elapsed.TotalSeconds, Used.Now(collect: false).PeakMegabytes, new FileInfo(file).Length / Mega);
        File.Delete(file);
        OwnProcess.Answer(measured);
        return 0;
    }
}
