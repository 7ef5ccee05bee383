using System.Text.Json;
using VoterLiaison.Bench.Site;

namespace VoterLiaison.Bench.Crowds;

/// <summary>Thousands of clients that listen, in a process of their own. Orders: <c>listen</c>, <c>judge [commits]</c>, <c>cut HOW_MANY</c>.</summary>
internal static class LightCrowd
{
    public const string Name = "light-crowd";

    private const int AtOnce = 16;
    private const int OfOneSession = 900;

    private static readonly TimeSpan Breath = TimeSpan.FromSeconds(10);

    public static async Task<int> RunAsync(Words words)
    {
        var (site, path, isHub) = (new Uri(words.Required("--site")), words.Of("--path") ?? "", words.Of("--speaks") == "hub");
        var (count, stalled) = (words.Number("--count", 1000), words.Number("--stalled", 0));
        var clients = new LightClient[count + stalled];
        var (arrivals, heard) = (new Arrivals(count), new int[count + stalled]);
        var cookies = new List<string?>();
        for (var session = 0; session <= clients.Length / OfOneSession; session++)
        {
            cookies.Add(words.Of("--signed-in") is null ? null : (await Visitor.SignedInAsync(site)).Cookies);
        }

        await OpenAsync(Enumerable.Range(0, clients.Length));
        using var breathing = new Timer(_ => Array.ForEach(clients, client => _ = isHub ? client.PingAsync() : Task.CompletedTask), null, Breath, Breath);
        OwnProcess.Answer(clients.Length);
        while (await Console.In.ReadLineAsync() is { } order)
        {
            var (what, with) = (order.Split(' ')[0], order[(order.IndexOf(' ', StringComparison.Ordinal) + 1)..]);
            switch (what)
            {
                case "listen":
                    arrivals.Forget();
                    Array.Clear(heard);
                    OwnProcess.Answer(clients.Length);
                    break;
                case "judge":
                    OwnProcess.Answer(arrivals.Judge(JsonSerializer.Deserialize<List<Committed>>(with)!));
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
            clients[client] = await LightClient.OpenAsync(site, path, isHub, cookies[client / OfOneSession], () => Heard(client), stalls: client >= count));

        void Heard(int client) => arrivals.Heard(client, ++heard[client]);

        async Task<int> CutAsync(int many)
        {
            var lost = Enumerable.Range(0, count).Where(client => clients[client].Reading.IsCompleted).ToList();
            var which = Random.Shared.GetItems(Enumerable.Range(0, count).ToArray(), many).Concat(lost).Distinct().ToList();
            which.ForEach(client => clients[client].Dispose());
            await OpenAsync(which);
            return lost.Count;
        }
    }
}
