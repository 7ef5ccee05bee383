using System.Diagnostics;
using System.Globalization;
using VoterLiaison.Bench.Crowds;
using VoterLiaison.Bench.Site;
using VoterLiaison.Dashboard;

namespace VoterLiaison.Bench.Paint;

/// <summary>The board as one reader meets it: served as HTML, taken over by its circuit, answering a click. The program itself, from its cold start to the first board. And the pages people open most.</summary>
internal static class PaintBench
{
    public const string Name = "paint";

    private const int Times = 20;
    private const int TimesOfOthers = 5;

    private static readonly (string Who, string Path)[] OtherPages =
        [("office", "/opinions"), ("office", "/chasing"), ("office", "/wall"), ("unit", "/chasing"), ("station", "/opinions"), ("deputy", "/my"), ("deputy", "/opinions")];

    public static async Task<int> RunAsync(Words words)
    {
        var others = new List<FormattableString[]>();
        Table.Begin("The board", "opinions", "first byte ms:", "whole page ms:", "page KB:", "an empty answer ms:", "circuit to first screen ms:", "its KB:", "click to screen ms:", "cold start to first board s:", "memory then MB:");
        foreach (var opinions in new int?[] { null }.Concat(words.Numbers("--sizes", 1_000_000).Select(size => (int?)size)))
        {
            await using var site = await SiteProcess.StartAsync(opinions);
            using var visitor = await Visitor.SignedInAsync(site.Address);
            await visitor.Http.GetStringAsync("/");
            var (first, whole, bytes) = await PageAsync(visitor.Http, "/");
            var (_, floor, _) = await PageAsync(visitor.Http, "/healthz/live");
            var (circuit, kilobytes, click) = await CircuitAsync(visitor);
            foreach (var page in OtherPages)
            {
                others.Add([$"{Written(opinions)}", $"{page.Who}", $"{page.Path}", .. await OtherPageAsync(site.Address, page.Who, page.Path)]);
            }

            var (start, megabytes) = await ColdStart.MeasureAsync(site, visitor, words.Of("--program") ?? typeof(LiaisonApp).Assembly.Location);
            Table.Row(
                $"{Written(opinions)}", $"{first:0.0}", $"{whole:0.0}", $"{bytes / 1024:0}", $"{floor:0.0}", $"{circuit:0}", $"{kilobytes:0}", $"{click:0.0}", $"{start:0.0}", $"{megabytes:0}");
        }

        Table.Begin("Other pages", "opinions", "who", "page", "whole page ms:", "page KB:");
        others.ForEach(row => Table.Row(row));
        return 0;
    }

    private static string Written(int? opinions) => opinions is { } count ? count.ToString("N0", CultureInfo.InvariantCulture) : "demonstration";

    private static async Task<FormattableString[]> OtherPageAsync(Uri site, string who, string path)
    {
        using var visitor = await Visitor.SignedInAsync(site, who);
        await visitor.Http.GetStringAsync(path);
        var (_, whole, bytes) = await PageAsync(visitor.Http, path, TimesOfOthers);
        return [$"{whole:0}", $"{bytes / 1024:0}"];
    }

    private static async Task<(double First, double Whole, double Bytes)> PageAsync(HttpClient http, string path, int times = Times)
    {
        var (firsts, wholes, bytes) = (new List<double>(), new List<double>(), 0);
        for (var time = 0; time < times; time++)
        {
            var begun = Stopwatch.GetTimestamp();
            using var answer = await http.GetAsync(path, HttpCompletionOption.ResponseHeadersRead);
            firsts.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
            bytes = (await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync()).Length;
            wholes.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        }

        return (Percentiles.Of(firsts).Half, Percentiles.Of(wholes).Half, bytes);
    }

    private static async Task<(double First, double Kilobytes, double Click)> CircuitAsync(Visitor visitor)
    {
        var (firsts, clicks, bytes) = (new List<double>(), new List<double>(), 0L);
        for (var time = 0; time < Times; time++)
        {
            await using var circuit = await HeadlessCircuit.OpenAsync(visitor, "/", _ => { });
            firsts.Add(circuit.Began);
            bytes = circuit.FirstBytes;
            clicks.Add(await circuit.ClickAsync(visitor.Site, "/?station=BJ02"));
        }

        return (Percentiles.Of(firsts).Half, bytes / 1024.0, Percentiles.Of(clicks).Half);
    }
}
