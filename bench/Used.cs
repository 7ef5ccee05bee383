using System.Diagnostics;
using System.Globalization;

namespace VoterLiaison.Bench;

/// <summary>What a process holds and has used.</summary>
/// <param name="Megabytes">Of the machine's memory, now.</param>
/// <param name="PeakMegabytes">At most, so far.</param>
/// <param name="HeapMegabytes">Live objects, after a collection.</param>
/// <param name="ProcessorSeconds">On all processors together.</param>
internal sealed record Used(double Megabytes, double PeakMegabytes, double HeapMegabytes, double ProcessorSeconds)
{
    private const double Kilo = 1024;

    public static Used Now(bool collect = true)
    {
        using var process = Process.GetCurrentProcess();
        var heap = GC.GetTotalMemory(collect) / Kilo / Kilo;
        return new Used(Kilobytes("VmRSS:") / Kilo, Kilobytes("VmHWM:") / Kilo, heap, process.TotalProcessorTime.TotalSeconds);
    }

    /// <summary>What another process holds now, in megabytes.</summary>
    public static double Of(int process) => Kilobytes("VmRSS:", $"{process}") / Kilo;

    private static long Kilobytes(string what, string process = "self") => long.Parse(
        File.ReadLines($"/proc/{process}/status").Single(line => line.StartsWith(what, StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1],
        CultureInfo.InvariantCulture);
}
