using System.Diagnostics;

namespace VoterLiaison.Bench.Faults;

/// <summary>The app as it is built, as a process of its own over a data folder.</summary>
internal sealed class BuiltSite : IDisposable
{
    public const int Kill = 9;
    public const int Terminate = 15;
    public const int Continue = 18;
    public const int Pause = 19;

    private static readonly string App = Path.Combine(AppContext.BaseDirectory, "VoterLiaison.Dashboard.dll");
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private static readonly HttpClient Asking = new() { Timeout = TimeSpan.FromSeconds(5) };

    private readonly Process _process;

    private BuiltSite(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    public int Id => _process.Id;

    public int ExitCode => _process.ExitCode;

    /// <summary>Starts it; whether it came up is another question.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="port">Where it listens.</param>
    /// <param name="log">What it writes is added to this file.</param>
    /// <param name="before">Words of a program that starts it: strace, faketime.</param>
    /// <param name="settings">More settings.</param>
    public static BuiltSite Start(string folder, int port, string log, IReadOnlyList<string> before, params string[] settings)
    {
        // The shell gives way to the program, so that its process is ours.
        string[] words =
        [
            "-c", "exec \"$@\" >>\"$0\" 2>&1", log, .. before, "dotnet", "exec", App, $"--Liaison:DataDirectory={folder}", $"--urls=http://127.0.0.1:{port}",
            "--Liaison:SubmissionsPerAddress=10000", "--SignIn:TriesPerMinute=10000", .. settings,
        ];
        return new BuiltSite(Process.Start("/bin/sh", words), new Uri($"http://127.0.0.1:{port}"));
    }

    /// <summary>Runs one verb over a data folder to its end.</summary>
    public static async Task<(int ExitCode, string Said)> RunAsync(string folder, params string[] words)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", ["exec", App, $"--Liaison:DataDirectory={folder}", .. words]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await error);
    }

    /// <summary>Waits until it answers; false where it ended instead.</summary>
    public Task<bool> IsUpAsync() => ComesToAsync("/healthz/live", 200, Patience);

    /// <summary>The status of an address; 0 where nobody answers.</summary>
    public async Task<int> StatusAsync(string path)
    {
        try
        {
            using var answer = await Asking.GetAsync(new Uri(Address, path));
            return (int)answer.StatusCode;
        }
        catch (Exception unanswered) when (unanswered is HttpRequestException or OperationCanceledException)
        {
            return 0;
        }
    }

    /// <summary>Waits until an address has a status; false where it does not come to that, or the program ends.</summary>
    public async Task<bool> ComesToAsync(string path, int status, TimeSpan within)
    {
        using var again = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < within && !_process.HasExited; await again.WaitForNextTickAsync())
        {
            if (await StatusAsync(path) == status)
            {
                return true;
            }
        }

        return false;
    }

    public void Signal(int signal)
    {
        if (!_process.HasExited)
        {
            Tool.Run("kill", $"-{signal}", $"{_process.Id}");
        }
    }

    public async Task EndAsync(int signal)
    {
        Signal(signal);
        using var patience = new CancellationTokenSource(Patience);
        await _process.WaitForExitAsync(patience.Token);
    }

    public void Dispose()
    {
        Signal(Kill);
        _process.WaitForExit();
        _process.Dispose();
    }
}
