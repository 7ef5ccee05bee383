using System.Diagnostics;
using VoterLiaison.Dashboard.Commands;

namespace VoterLiaison.TestKit;

/// <summary>The built program as a process of its own over one data folder, as an administrator starts it.</summary>
public static class LiaisonProgram
{
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(2);

    public static Task<Said> RunAsync(LiaisonFolder data, params string[] words) => RunWithInputAsync(data, "", words);

    /// <summary>The site on an address of its own, until it is told to stop.</summary>
    public static Process Serve(LiaisonFolder data) => Process.Start(new ProcessStartInfo("dotnet", ["exec", typeof(CommandLine).Assembly.Location, $"--Liaison:DataDirectory={data.Path}", "--urls=http://127.0.0.1:0"])
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;

    /// <summary>With something on its standard input.</summary>
    public static async Task<Said> RunWithInputAsync(LiaisonFolder data, string input, params string[] words)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", ["exec", typeof(CommandLine).Assembly.Location, $"--Liaison:DataDirectory={data.Path}", .. words])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        try
        {
            await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(_patience, TestContext.Current.CancellationToken);
        }
        catch (TimeoutException)
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"“{string.Join(' ', words)}” did not end: {await output}{await error}");
        }

        return new Said(process.ExitCode, await output, await error);
    }
}

/// <summary>How a process ended and what it wrote to its two streams.</summary>
public sealed record Said(int ExitCode, string Output, string Error);
