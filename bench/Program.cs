using VoterLiaison.Bench;
using VoterLiaison.Bench.Acts;
using VoterLiaison.Bench.Circuits;
using VoterLiaison.Bench.Crowds;
using VoterLiaison.Bench.Export;
using VoterLiaison.Bench.Fanout;
using VoterLiaison.Bench.Faults;
using VoterLiaison.Bench.Import;
using VoterLiaison.Bench.Paint;
using VoterLiaison.Bench.Recount;
using VoterLiaison.Bench.Search;
using VoterLiaison.Bench.Site;
using VoterLiaison.Bench.Soak;

// dotnet run -c Release --project bench -- [NAME [options]]; README.md says what each measures.
(string Name, Func<Words, Task<int>> Run)[] benches =
[
    (ActsBench.Name, ActsBench.RunAsync),
    (RecountBench.Name, RecountBench.RunAsync),
    (FanoutBench.Name, FanoutBench.RunAsync),
    (CircuitsBench.Name, CircuitsBench.RunAsync),
    (PaintBench.Name, PaintBench.RunAsync),
    (SearchBench.Name, SearchBench.RunAsync),
    (ImportBench.Name, ImportBench.RunAsync),
    (ExportBench.Name, ExportBench.RunAsync),
];

// Asked for by name alone: what takes as long as one likes, and what benches start as processes of their own.
(string Name, Func<Words, Task<int>> Run)[] others =
[
    (SoakBench.Name, SoakBench.RunAsync),
    (SiteHost.Name, SiteHost.RunAsync),
    (PeerHost.Name, PeerHost.RunAsync),
    (CircuitCrowd.Name, CircuitCrowd.RunAsync),
    (LightCrowd.Name, LightCrowd.RunAsync),
];

if (args is ["faults", .. var faults])
{
    return await FaultBench.RunAsync(faults);
}

if (args is [])
{
    foreach (var bench in benches)
    {
        await bench.Run(new Words([]));
    }

    return 0;
}

if (benches.Concat(others).FirstOrDefault(bench => bench.Name == args[0]).Run is { } run)
{
    return await run(new Words(args[1..]));
}

Console.Error.WriteLine($"dotnet run -c Release --project bench -- [{string.Join(" | ", benches.Select(bench => bench.Name).Append(SoakBench.Name).Append("faults"))}] [--sizes …]");
return 2;
