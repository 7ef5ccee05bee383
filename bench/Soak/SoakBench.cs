using System.Diagnostics;
using VoterLiaison.Bench.Crowds;
using VoterLiaison.Bench.Site;
using VoterLiaison.Dashboard.Live;

namespace VoterLiaison.Bench.Soak;

/// <summary>A day's life in hours: boards, hub clients, a wall, acts, books, imports and reads, with connections cut now and then. What grows, what breaks.</summary>
internal static class SoakBench
{
    public const string Name = "soak";

    private const int Circuits = 20;
    private const int HubClients = 50;
    private const double PerSecond = 2;
    private const int LedgerRows = 300;

    private static readonly TimeSpan Between = TimeSpan.FromMinutes(1);

    public static async Task<int> RunAsync(Words words)
    {
        var length = TimeSpan.FromMinutes(words.Number("--minutes", 5));
        var (watch, samples, load) = (Stopwatch.StartNew(), new List<Sample>(), new SoakLoad());
        await using var site = await SiteProcess.StartAsync();
        await using var circuits = OwnProcess.Start(CircuitCrowd.Name, "--site", $"{site.Address}", "--count", Words.Written(Circuits));
        await circuits.AnswerAsync<Opened>();
        await using var clients = OwnProcess.Start(LightCrowd.Name, "--site", $"{site.Address}", "--path", LiveCountsHub.Path, "--speaks", "hub", "--signed-in", "yes", "--count", Words.Written(HubClients));
        await clients.AnswerAsync<int>();
        await site.SayAsync($"keep {PerSecond:0}");
        Table.Begin($"{Circuits} circuits, {HubClients} hub clients, a wall, {PerSecond:0} × 2 acts a second, books, imports, reads; every minute some are cut", "minute:", "site MB:", "heap MB:", "WAL MB:", "database MB:", "reads:", "errors:", "logged errors:", "broken circuits:", "lost hub clients:");
        using var visitor = await Visitor.SignedInAsync(site.Address);
        await using var reading = load.Begin(visitor);
        var logged = 0;
        while (watch.Elapsed < length)
        {
            await Task.Delay(Between);
            await load.TryAsync(() => site.AskAsync("export"));
            await load.TryAsync(() => site.AskAsync($"import {Words.Written(LedgerRows)}"));
            var broken = await circuits.AskAsync<int>("cut 2");
            var lost = await clients.AskAsync<int>("cut 5");
            var used = await site.UsedAsync();
            samples.Add(new Sample(watch.Elapsed.TotalHours, used, Megabytes(site.Folder, "liaison.db-wal"), broken, lost));
            logged = await site.ErrorsAsync();
            Table.Row($"{watch.Elapsed.TotalMinutes:0}", $"{used.Megabytes:N0}", $"{used.HeapMegabytes:N1}", $"{samples[^1].Log:0.0}", $"{Megabytes(site.Folder, "liaison.db"):0.0}", $"{load.Reads}", $"{load.Errors}", $"{logged}", $"{broken}", $"{lost}");
        }

        // The first third is warming up: code is compiled, caches fill.
        var settled = samples.Skip(samples.Count / 3).ToList();
        Table.Note(FormattableString.Invariant(
            $"After warming up: heap {Slope(settled, one => one.Used.HeapMegabytes):+0.0;-0.0} MB an hour, process {Slope(settled, one => one.Used.Megabytes):+0.0;-0.0} MB an hour; WAL at most {samples.Max(one => one.Log):0.0} MB; {load.Reads} reads, {load.Errors} errors, {logged} logged by the app; {samples.Sum(one => one.Broken)} broken circuits, {samples.Sum(one => one.Lost)} lost hub clients.{load.FirstError}"));
        return load.Errors + logged == 0 ? 0 : 1;
    }

    /// <summary>Of the straight line with the least squares.</summary>
    private static double Slope(List<Sample> samples, Func<Sample, double> of)
    {
        var (hours, values) = (samples.Average(one => one.Hours), samples.Average(of));
        return samples.Sum(one => (one.Hours - hours) * (of(one) - values)) / samples.Sum(one => (one.Hours - hours) * (one.Hours - hours));
    }

    private static double Megabytes(string folder, string file) => new FileInfo(Path.Combine(folder, file)) is { Exists: true } found ? found.Length / 1024.0 / 1024 : 0;

    private sealed record Sample(double Hours, Used Used, double Log, int Broken, int Lost);
}
