using VoterLiaison.Bench;
using VoterLiaison.Bench.Export;
using VoterLiaison.Bench.Faults;

// dotnet run -c Release --project bench -- export [--rows 100000,1000000]
// Each contender runs in a process of its own, one after another, in one run; each is printed beside the floor as a ratio.
return args switch
{
    ["export", "--one", var writer, var rows] => ExportBench.RunOne(writer, Rows.Parse(rows)),
    ["export", "--rows", var rows] => await ExportBench.CompareAsync([.. rows.Split(',').Select(Rows.Parse)]),
    ["export"] => await ExportBench.CompareAsync([100_000, 1_000_000]),
    ["faults", .. var words] => await FaultBench.RunAsync(words),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("dotnet run -c Release --project bench -- export [--rows 100000,1000000]");
    return 2;
}
