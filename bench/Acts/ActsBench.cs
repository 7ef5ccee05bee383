using VoterLiaison.Bench.House;

namespace VoterLiaison.Bench.Acts;

/// <summary>Acknowledged acts per second: taking down an opinion with its deputy and its voter. The floor is Microsoft.Data.Sqlite writing the same rows with the same fsyncs.</summary>
internal static class ActsBench
{
    public const string Name = "acts";

    private const int Seconds = 6;

    private static readonly (string Name, Func<BenchHouse, int, Task<Func<int, Task>>> Begin)[] Contenders =
    [
        ("Microsoft.Data.Sqlite", async (house, _) => Ignoring((await BareActs.OnAsync(house)).CollectAsync)),
        ("the same without fsync", async (house, _) => Ignoring((await BareActs.OnAsync(house, "OFF")).CollectAsync)),
        ("the same, one commit for all who wait", async (house, _) => Ignoring((await GroupedBareActs.OnAsync(house)).CollectAsync)),
        ("OpinionDesk", async (house, callers) => await (await DeskActs.OnAsync(house)).CollectingAsync(house, callers)),
        ("OpinionDesk, collect and forward", async (house, callers) => await (await DeskActs.OnAsync(house)).ForwardingAsync(house, callers)),
        ("EF Core without a gate", async (house, _) => Ignoring(new UngatedActs(house, await DeskActs.OnAsync(house)).CollectAsync)),
    ];

    public static async Task<int> RunAsync(Words words)
    {
        if (words.Of("--one") is { } one)
        {
            return await RunOneAsync(one, words.Number("--callers", 1), words.Number("--seconds", Seconds));
        }

        Table.Begin("Acts through a desk", "callers:", "writer", "acts/s:", "× floor:", "p50 ms:", "p99 ms:", "worst ms:", "CPU ms an act:");
        foreach (var callers in words.Numbers("--sizes", 1, 20, 100))
        {
            Paced? floor = null;
            foreach (var (name, _) in Contenders)
            {
                var paced = await OwnProcess.RunAsync<Paced>(Name, "--one", name, "--callers", Words.Written(callers), "--seconds", Words.Written(words.Number("--seconds", Seconds)));
                floor ??= paced;
                Table.Row($"{callers}", $"{name}", $"{paced.PerSecond:N0}", $"{paced.PerSecond / floor.PerSecond:0.00}", $"{paced.Half:0.00}", $"{paced.Most:0.00}", $"{paced.Worst:0.0}", $"{paced.Processor:0.00}");
            }
        }

        return 0;
    }

    private static async Task<int> RunOneAsync(string name, int callers, int seconds)
    {
        var folder = await Folders.CopyAsync();
        await using (var house = await BenchHouse.OpenAsync(folder))
        {
            var act = await Contenders.Single(contender => contender.Name == name).Begin(house, callers);
            OwnProcess.Answer(await Callers.RunAsync(callers, TimeSpan.FromSeconds(seconds), act));
        }

        Folders.Delete(folder);
        return 0;
    }

    private static Func<int, Task> Ignoring(Func<Task> act) => _ => act();
}
