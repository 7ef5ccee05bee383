namespace VoterLiaison.Bench.Faults;

/// <summary>The disk answers with errors.</summary>
internal static class CallFaults
{
    private const string Ready = "/healthz/ready";

    private const int Some = 100;

    private static readonly TimeSpan Failing = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan Noticing = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Healing = TimeSpan.FromSeconds(60);

    public static Fault[] All { get; } =
    [
        new("fsync", "fsync/fdatasync: EIO at each thread's Nth call, N = 1…60", 60, (arena, run) => OnceAsync(arena, Strace.Syncs, "EIO", run)),
        new("pwrite", "pwrite: EIO at each thread's Nth call, N = 1…60", 60, (arena, run) => OnceAsync(arena, Strace.Writes, "EIO", run)),
        new("nospace", "pwrite: ENOSPC at each thread's Nth call, N = 1…60", 60, (arena, run) => OnceAsync(arena, Strace.Writes, "ENOSPC", run)),
        new("failing", "every fsync and pwrite: EIO for 8 s", 5, (arena, _) => LastingAsync(arena, $"{Strace.Syncs},{Strace.Writes}", "EIO")),
        new("remounted", "every pwrite: EROFS for 8 s, as after errors=remount-ro", 5, (arena, _) => LastingAsync(arena, Strace.Writes, "EROFS")),
    ];

    private static async Task<string> OnceAsync(Arena arena, string calls, string error, int nth)
    {
        var log = arena.Folder + ".strace";
        var started = await arena.StartAsync(Strace.Once(log, calls, error, nth));
        if (!started)
        {
            arena.Expect(arena.Site.ExitCode != 0, "it did not start and ended with 0");
            await arena.StartWellAsync();
        }

        arena.Write();
        await arena.MoreAsync(Some);
        await arena.FinishAsync();
        arena.Expect(nth > 20 || Strace.Injected(log) > 0, "nothing was injected");
        return started ? "" : "refused to start, started the next time";
    }

    private static async Task<string> LastingAsync(Arena arena, string calls, string error)
    {
        await arena.StartWellAsync();
        arena.Write();
        await arena.MoreAsync(Some);
        var tracer = await Strace.HoldAsync(arena.Site.Id, arena.Folder + ".strace", calls, error);
        arena.Expect(await arena.Site.ComesToAsync(Ready, 503, Noticing), "readiness did not turn 503");
        arena.Expect(await arena.Site.StatusAsync("/public/speak") == 200, "reading did not go on");
        await Task.Delay(Failing);
        await Strace.LetGoAsync(tracer);
        arena.Expect(await arena.Site.ComesToAsync(Ready, 200, Healing), "not ready again");
        await arena.MoreAsync(Some);
        await arena.FinishAsync();
        return "ready 503, then 200";
    }
}
