using System.Diagnostics;

namespace VoterLiaison.Bench.Faults;

/// <summary>A program of the operating system, run to its end.</summary>
internal static class Tool
{
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public static void Run(string program, params string[] words)
    {
        using var process = Process.Start(program, words);
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', words)}: exit {process.ExitCode}");
        }
    }
}
