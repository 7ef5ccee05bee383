namespace VoterLiaison.Bench.Faults;

/// <summary>The process ends while twenty write.</summary>
internal static class DyingFaults
{
    public static Fault[] All { get; } =
    [
        new("kill", "kill -9 at a random moment, started again", 30, (arena, run) => EndAsync(arena, run, BuiltSite.Kill)),
        new("term", "SIGTERM at a random moment, started again", 10, (arena, run) => EndAsync(arena, run, BuiltSite.Terminate)),
    ];

    private const int Again = 40;

    private static async Task<string> EndAsync(Arena arena, int run, int signal)
    {
        await arena.StartWellAsync();
        arena.Write();
        await arena.MoreAsync(new Random(run).Next(1, 400));
        await arena.Site.EndAsync(signal);
        arena.Expect(signal == BuiltSite.Kill || arena.Site.ExitCode == 0, $"SIGTERM: exit {arena.Site.ExitCode}");
        await arena.StartWellAsync();
        await arena.MoreAsync(Again);
        await arena.FinishAsync();
        return "";
    }
}
