namespace VoterLiaison.Bench.Faults;

/// <summary>There is no room, or nothing may be written.</summary>
internal static class DiskFaults
{
    private const int Megabytes = 64;
    private const int LongSubmission = 5_000;
    private const int Some = 60;
    private const int SignInsWhenFull = 20;
    private const string Ready = "/healthz/ready";

    private static readonly TimeSpan Noticing = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static Fault[] All { get; } =
    [
        new("full", "the disk runs full under twenty writers; reading and signing in go on; room again", 5, (arena, run) => FullAsync(arena, run)),
        new("fullstart", "started on a full disk; room again", 3, (arena, _) => FullFromTheStartAsync(arena)),
        new("readonly", "started on a folder it may not write; allowed again", 3, (arena, _) => ReadOnlyFromTheStartAsync(arena)),
        new("forbidden", "folder and files made read-only under twenty writers; allowed again", 3, (arena, _) => ReadOnlyAsync(arena)),
    ];

    private static async Task<string> FullAsync(Arena arena, int run)
    {
        var disk = arena.OnDisk(Megabytes);
        await arena.StartWellAsync();
        arena.Write(LongSubmission);
        await arena.MoreAsync(new Random(run).Next(1, 100));
        disk.FillBut(2 * 1024 * 1024);
        await UntilRefusedAsync(arena);
        arena.Expect(await arena.Site.ComesToAsync(Ready, 503, Noticing), "readiness did not turn 503");

        var signIns = 0;
        using var clerk = arena.Another();
        for (var time = 0; time < SignInsWhenFull; time++)
        {
            if (await clerk.SignInAsync(CancellationToken.None) is { } cookie)
            {
                signIns++;
                arena.Expect(await clerk.StatusAsync("/opinions", cookie) == 200, "the list does not open");
            }
        }

        arena.Expect(signIns == SignInsWhenFull, $"{signIns} of {SignInsWhenFull} could sign in while the disk was full");
        arena.Expect(await arena.Site.StatusAsync("/public") == 200 && await arena.Site.StatusAsync("/public/speak") == 200, "reading did not go on");
        disk.Free();
        arena.Expect(await arena.Site.ComesToAsync(Ready, 200, Patience), "not ready again");
        await arena.FinishAsync();
        return $"{SignInsWhenFull} more signed in while full; ready 503, then 200";
    }

    private static async Task<string> FullFromTheStartAsync(Arena arena)
    {
        var disk = arena.OnDisk(Megabytes);
        disk.FillBut(0);
        var started = await arena.StartAsync();
        if (started)
        {
            arena.Write();
            await UntilRefusedAsync(arena);
            disk.Free();
        }
        else
        {
            arena.Expect(arena.Site.ExitCode is not 0 and < 128, $"ended with {arena.Site.ExitCode}");
            disk.Free();
            await arena.StartWellAsync();
            arena.Write();
        }

        await arena.MoreAsync(Some);
        await arena.FinishAsync();
        return started ? "started, refused to store" : "refused to start";
    }

    private static async Task<string> ReadOnlyFromTheStartAsync(Arena arena)
    {
        Guarded.Forbid(arena.Folder);
        var started = await arena.StartAsync(Guarded.Obeying);
        arena.Expect(started || arena.Site.ExitCode is not 0 and < 128, "it crashed");
        Guarded.Allow(arena.Folder);
        if (!started)
        {
            await arena.StartWellAsync(Guarded.Obeying);
        }

        arena.Write();
        await arena.MoreAsync(Some);
        await arena.FinishAsync();
        return started ? "started" : "refused to start";
    }

    private static async Task<string> ReadOnlyAsync(Arena arena)
    {
        Guarded.Allow(arena.Folder);
        await arena.StartWellAsync(Guarded.Obeying);
        arena.Write();
        await arena.MoreAsync(Some);
        Guarded.Forbid(arena.Folder);
        await Task.Delay(TimeSpan.FromSeconds(5));
        arena.Expect(await arena.Site.StatusAsync("/public/speak") == 200, "reading did not go on");
        Guarded.Allow(arena.Folder);
        await arena.MoreAsync(Some);
        await arena.FinishAsync();
        return "";
    }

    private static Task UntilRefusedAsync(Arena arena) => arena.UntilAsync(() => arena.Tally.Refused >= 20, "nobody was refused");
}
