using System.Diagnostics;
using System.Globalization;
using VoterLiaison.Bench.House;
using VoterLiaison.Dashboard.Data;

namespace VoterLiaison.Bench.Site;

/// <summary>The whole app on a port of its own, with somebody in it who acts when told to: <c>acts PER_SECOND SECONDS</c>, <c>keep PER_SECOND</c>, <c>used</c>, <c>glance</c>, <c>errors</c>, <c>export</c>, <c>import ROWS</c>.</summary>
internal static class SiteHost
{
    public const string Name = "site";

    /// <summary>What a hall full of one machine's clients needs; everything else as it comes.</summary>
    private static readonly string[] Settings =
    [
        "--urls=http://127.0.0.1:0", "--environment=Production", "--applicationName=VoterLiaison.Dashboard",
        "--SignIn:ConnectionsAtOnce=1000", "--SignIn:TriesPerMinute=10000", "--SignIn:IdleMinutes=1440", "--SignIn:SessionHours=168",
    ];

    public static async Task<int> RunAsync(Words words)
    {
        await using var house = await BenchHouse.OpenAsync(words.Required("--folder"), words.Number("--buffer", 0), Settings);
        house.The<FolderLock>().Hold();
        OwnProcess.Answer(await house.ServeAsync());
        var clerk = await Clerk.AtAsync(house);
        while (await Console.In.ReadLineAsync() is { } order)
        {
            var parts = order.Split(' ');
            switch (parts[0])
            {
                case "acts":
                    await clerk.ActAsync(Number(parts[1]), TimeSpan.FromSeconds(Number(parts[2])));
                    break;
                case "keep":
                    _ = clerk.KeepActingAsync(Number(parts[1]));
                    break;
                case "used":
                    OwnProcess.Answer(Used.Now());
                    break;
                case "glance":
                    OwnProcess.Answer(Used.Now(collect: false));
                    break;
                case "errors":
                    OwnProcess.Answer(house.Errors);
                    break;
                case "export":
                    OwnProcess.Answer(await MillisecondsAsync(clerk.ExportAsync));
                    break;
                case "import":
                    OwnProcess.Answer(await MillisecondsAsync(() => clerk.ImportAndUndoAsync((int)Number(parts[1]))));
                    break;
                default:
                    throw new InvalidOperationException($"No such order: {order}");
            }
        }

        return 0;
    }

    private static double Number(string written) => double.Parse(written, CultureInfo.InvariantCulture);

    private static async Task<double> MillisecondsAsync(Func<Task> work)
    {
        var watch = Stopwatch.StartNew();
        await work();
        return watch.Elapsed.TotalMilliseconds;
    }
}
