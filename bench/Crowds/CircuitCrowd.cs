using System.Text.Json;
using VoterLiaison.Bench.House;
using VoterLiaison.Bench.Site;

namespace VoterLiaison.Bench.Crowds;

/// <summary>So many people with the board open, each signed in for themselves, in a process of their own. Orders: <c>listen FROM</c>, <c>judge [commits]</c>, <c>cut HOW_MANY</c>.</summary>
internal static class CircuitCrowd
{
    public const string Name = "circuit-crowd";

    private const int AtOnce = 4;

    /// <summary>So many acts after the first one looked for. Nothing else on the board is as large, but the year.</summary>
    private const int Furthest = 2_000;

    public static async Task<int> RunAsync(Words words)
    {
        var (site, path, count) = (new Uri(words.Required("--site")), words.Of("--path") ?? "/", words.Number("--count", 100));
        var circuits = new HeadlessCircuit?[count];
        var arrivals = new Arrivals(count);
        var (bytes, batches, from) = (0L, 0, 0);
        await OpenAsync(Enumerable.Range(0, count));
        OwnProcess.Answer(new Opened(Percentiles.Of(circuits.Select(circuit => circuit!.Began)), circuits.Average(circuit => circuit!.FirstBytes)));
        while (await Console.In.ReadLineAsync() is { } order)
        {
            var (what, with) = (order.Split(' ')[0], order[(order.IndexOf(' ', StringComparison.Ordinal) + 1)..]);
            switch (what)
            {
                case "listen":
                    arrivals.Forget();
                    (bytes, batches, from) = (0, 0, Rows.Parse(with));
                    OwnProcess.Answer(from);
                    break;
                case "judge":
                    OwnProcess.Answer(new Shown(arrivals.Judge(JsonSerializer.Deserialize<List<Committed>>(with)!), bytes, batches, circuits.Count(circuit => circuit!.Fault is not null)));
                    break;
                case "cut":
                    OwnProcess.Answer(await CutAsync(Rows.Parse(with)));
                    break;
                default:
                    throw new InvalidOperationException($"No such order: {order}");
            }
        }

        return 0;

        Task OpenAsync(IEnumerable<int> which) => Parallel.ForEachAsync(which, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (client, _) =>
        {
            using var visitor = await Visitor.SignedInAsync(site);
            circuits[client] = await HeadlessCircuit.OpenAsync(visitor, path, batch => Heard(client, batch));
        });

        void Heard(int client, byte[] batch)
        {
            Interlocked.Add(ref bytes, batch.Length);
            Interlocked.Increment(ref batches);
            if (from > 0 && BatchText.Largest(batch, from, from + Furthest, but: BenchHouse.Today.Year) is > 0 and var total)
            {
                arrivals.Heard(client, total);
            }
        }

        async Task<int> CutAsync(int many)
        {
            var faults = circuits.Count(circuit => circuit!.Fault is not null);
            var which = Random.Shared.GetItems(Enumerable.Range(0, count).ToArray(), many).Concat(Enumerable.Range(0, count).Where(one => circuits[one]!.Fault is not null)).Distinct().ToList();
            foreach (var one in which)
            {
                await circuits[one]!.DisposeAsync();
            }

            await OpenAsync(which);
            return faults;
        }
    }
}

/// <param name="Began">From connecting to the whole first screen.</param>
/// <param name="FirstBytes">Of its batches.</param>
internal sealed record Opened(Percentiles Began, double FirstBytes);

/// <param name="Judged">From commits to screens.</param>
/// <param name="Bytes">Of all batches to all circuits.</param>
/// <param name="Batches">How many.</param>
/// <param name="Faults">Circuits that broke.</param>
internal sealed record Shown(Judged Judged, long Bytes, int Batches, int Faults);
