using System.Diagnostics;
using System.Text.Json;

namespace VoterLiaison.Bench;

/// <summary>Part of a bench in a process of its own: it reads orders from its input, a line each, and answers with lines of JSON.</summary>
internal sealed class OwnProcess : IAsyncDisposable
{
    private readonly Process _process;

    private OwnProcess(Process process) => _process = process;

    public static OwnProcess Start(params string[] words) => new(Process.Start(
        new ProcessStartInfo(Environment.ProcessPath!, [typeof(OwnProcess).Assembly.Location, .. words]) { RedirectStandardOutput = true, RedirectStandardInput = true })!);

    /// <summary>Runs it to its end; its one line is what it measured.</summary>
    public static async Task<T> RunAsync<T>(params string[] words)
    {
        await using var process = Start(words);
        return await process.AnswerAsync<T>();
    }

    public async Task<T> AskAsync<T>(string order)
    {
        await SayAsync(order);
        return await AnswerAsync<T>();
    }

    public async Task SayAsync(string order)
    {
        await _process.StandardInput.WriteLineAsync(order);
        await _process.StandardInput.FlushAsync();
    }

    public async Task<T> AnswerAsync<T>() => JsonSerializer.Deserialize<T>(
        await _process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The bench's own process ended without an answer."))!;

    /// <summary>Says it to whoever started this process.</summary>
    public static void Answer<T>(T said)
    {
        Console.Out.WriteLine(JsonSerializer.Serialize(said));
        Console.Out.Flush();
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close(); // it ends when nobody orders any more
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
