using System.Globalization;

namespace VoterLiaison.Bench.Faults;

/// <summary>Breaks the app on purpose and looks whether what it acknowledged is there. Linux, as root: it mounts small disks and stands between the app and its system calls.</summary>
internal static class FaultBench
{
    private static readonly Fault[] All = [.. DyingFaults.All, .. CallFaults.All, .. DiskFaults.All, .. FileFaults.All, .. TimeFaults.All];

    /// <param name="words">Names of faults, none for all; <c>--runs N</c>.</param>
    public static async Task<int> RunAsync(string[] words)
    {
        var at = Array.IndexOf(words, "--runs");
        int? runs = at >= 0 ? int.Parse(words[at + 1], CultureInfo.InvariantCulture) : null;
        var names = at >= 0 ? [.. words[..at], .. words[(at + 2)..]] : words;
        if (names.Except(All.Select(fault => fault.Name)).Any())
        {
            Console.Error.WriteLine("faults [--runs N] [NAME…]");
            Array.ForEach(All, fault => Console.Error.WriteLine($"  {fault.Name,-10} {fault.What}"));
            return 2;
        }

        var work = Directory.CreateTempSubdirectory("liaison-faults-").FullName;
        var template = new Template(work);
        await template.MakeAsync();
        var allGood = true;
        Console.WriteLine("| fault | runs | acknowledged | refused, form kept | unanswered, sent again | lost | duplicates | verify | notes |");
        Console.WriteLine("|---|---:|---:|---:|---:|---:|---:|---:|---|");
        foreach (var fault in All.Where(fault => names.Length == 0 || names.Contains(fault.Name)))
        {
            var outcomes = new List<Outcome>();
            for (var run = 1; run <= (runs ?? fault.Runs); run++)
            {
                outcomes.Add(await RunAsync(fault, run, template, Path.Combine(work, $"{fault.Name}-{run}")));
                Tell(fault, run, outcomes[^1]);
            }

            Console.WriteLine(Row(fault, outcomes));
            allGood &= outcomes.TrueForAll(outcome => outcome.IsGood);
        }

        if (allGood)
        {
            Directory.Delete(work, recursive: true);
        }
        else
        {
            Console.Error.WriteLine($"Folders and logs: {work}");
        }

        return allGood ? 0 : 1;
    }

    private static async Task<Outcome> RunAsync(Fault fault, int run, Template template, string folder)
    {
        template.CopyTo(folder);
        Outcome outcome;
        using (var arena = new Arena(folder, folder + ".log"))
        {
            outcome = await arena.CheckAsync(await fault.BreakAsync(arena, run));
        }

        if (outcome.IsGood)
        {
            Directory.Delete(folder, recursive: true);
        }

        return outcome;
    }

    private static void Tell(Fault fault, int run, Outcome outcome) => Console.Error.WriteLine(
        $"{fault.Name} {run}: {outcome.Acknowledged} acknowledged, {outcome.Refused} refused, {outcome.Unanswered} unanswered, {outcome.Stored.Lost} lost, {outcome.Stored.Duplicates} twice, "
        + $"verify {(outcome.Verified ? "ok" : "FAILED")}. {outcome.Note} {(outcome.Faulty.Count > 0 ? "FAULTY: " + string.Join("; ", outcome.Faulty) : "")}");

    private static string Row(Fault fault, List<Outcome> outcomes)
    {
        var notes = outcomes.Select(outcome => outcome.Note).Where(note => note.Length > 0).GroupBy(note => note).Select(same => same.Count() == outcomes.Count ? same.Key : $"{same.Count()} × {same.Key}");
        var faulty = outcomes.SelectMany(outcome => outcome.Faulty).Select(what => $"**{what}**").Distinct();
        return $"| {fault.Name}: {fault.What} | {outcomes.Count} | {outcomes.Sum(one => one.Acknowledged):N0} | {outcomes.Sum(one => one.Refused):N0} | {outcomes.Sum(one => one.Unanswered):N0} "
            + $"| {outcomes.Sum(one => one.Stored.Lost)} | {outcomes.Sum(one => one.Stored.Duplicates)} | {outcomes.Count(one => one.Verified)}/{outcomes.Count} | {string.Join("; ", [.. notes, .. faulty])} |";
    }
}
