using System.Diagnostics;

namespace VoterLiaison.Bench.Faults;

/// <summary>Stands between the app and its system calls.</summary>
internal static class Strace
{
    public const string Syncs = "fsync,fdatasync";
    public const string Writes = "pwrite64";

    /// <summary>Words that start the app so that one call of each thread fails; the tracer is the grandchild, so that the process is the app's.</summary>
    public static string[] Once(string log, string calls, string error, int nth) =>
        ["strace", "-D", "-f", "--seccomp-bpf", "-qq", "-o", log, "-e", $"trace={calls}", "-e", $"inject={calls}:error={error}:when={nth}"];

    /// <summary>Lets calls of a running app fail until it is let go.</summary>
    public static async Task<Process> HoldAsync(int process, string log, string calls, string error)
    {
        var tracer = Process.Start("strace", ["-f", "-qq", "-p", $"{process}", "-o", log, "-e", $"trace={calls}", "-e", $"inject={calls}:error={error}"]);
        while (!File.ReadAllText($"/proc/{process}/status").Contains($"TracerPid:\t{tracer.Id}", StringComparison.Ordinal))
        {
            await Task.Delay(20);
        }

        return tracer;
    }

    public static async Task LetGoAsync(Process tracer)
    {
        Tool.Run("kill", "-INT", $"{tracer.Id}");
        await tracer.WaitForExitAsync();
        tracer.Dispose();
    }

    public static int Injected(string log) => File.Exists(log) ? File.ReadLines(log).Count(line => line.Contains("(INJECTED)", StringComparison.Ordinal)) : 0;
}
