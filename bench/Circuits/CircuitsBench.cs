using System.Diagnostics;
using System.Text.Json;
using VoterLiaison.Bench.Crowds;
using VoterLiaison.Bench.Site;

namespace VoterLiaison.Bench.Circuits;

/// <summary>People with the board open while acts are saved: from the commit to the last screen, what a circuit costs, and how much travels for a change.</summary>
internal static class CircuitsBench
{
    public const string Name = "circuits";

    private const double PerSecond = 20;

    public static async Task<int> RunAsync(Words words)
    {
        var seconds = words.Number("--seconds", 20);
        Table.Begin(
            $"Circuits on the board, {PerSecond:0} acts a second",
            "circuits:", "each p50 ms:", "each p99 ms:", "last p50 ms:", "last p99 ms:", "missed:", "site MB:", "KB a circuit:", "site CPU %:", "first screen KB:", "KB a change:", "changes a circuit and second:", "faults:");
        foreach (var circuits in words.Numbers("--sizes", 100, 500))
        {
            await using var site = await SiteProcess.StartAsync();
            await WarmUpAsync(site);
            var alone = await site.UsedAsync();
            await using var crowd = OwnProcess.Start(CircuitCrowd.Name, "--site", $"{site.Address}", "--count", Words.Written(circuits));
            var opened = await crowd.AnswerAsync<Opened>();
            var before = await site.UsedAsync();
            var first = (await site.ActAsync(PerSecond, 2))[^1];
            await crowd.AskAsync<int>($"listen {first.Total}");
            var (watch, used) = (Stopwatch.StartNew(), await site.UsedAsync(collect: false));
            var commits = await site.ActAsync(PerSecond, seconds);
            var (wall, after) = (watch.Elapsed.TotalSeconds, await site.UsedAsync(collect: false));
            await Task.Delay(TimeSpan.FromSeconds(2)); // the last ones are on their way
            var shown = await crowd.AskAsync<Shown>($"judge {JsonSerializer.Serialize(commits)}");
            Table.Row(
                $"{circuits:N0}", $"{shown.Judged.Each.Half:0}", $"{shown.Judged.Each.Most:0}", $"{shown.Judged.Last.Half:0}", $"{shown.Judged.Last.Most:0}", $"{shown.Judged.Missed}",
                $"{after.PeakMegabytes:N0}", $"{(before.HeapMegabytes - alone.HeapMegabytes) * 1024 / circuits:N0}", $"{(after.ProcessorSeconds - used.ProcessorSeconds) / wall * 100:0}",
                $"{opened.FirstBytes / 1024:0}", $"{shown.Bytes / 1024.0 / Math.Max(1, shown.Batches):0.0}", $"{shown.Batches / (double)circuits / wall:0.0}", $"{shown.Faults}");
        }

        return 0;
    }

    /// <summary>Its code is compiled before anything is measured.</summary>
    private static async Task WarmUpAsync(SiteProcess site)
    {
        await using var few = OwnProcess.Start(CircuitCrowd.Name, "--site", $"{site.Address}", "--count", "2");
        await few.AnswerAsync<Opened>();
        await site.ActAsync(PerSecond, 3);
    }
}
