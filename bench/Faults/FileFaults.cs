namespace VoterLiaison.Bench.Faults;

/// <summary>What lies on the disk is not what was written.</summary>
internal static class FileFaults
{
    private const int PageSize = 4096;
    private const int Some = 60;

    public static Fault[] All { get; } =
    [
        new("page", "a page of the database overwritten while it was stopped; verify names it; a backup restored", 5, PageAsync),
        new("badlog", "kill -9, then bytes in the middle of the log turned; started again", 5, (arena, run) => LogAsync(arena, run, TurnBytes)),
        new("nolog", "kill -9, then the log taken away; started again", 5, (arena, run) => LogAsync(arena, run, (log, _) => File.Delete(log))),
    ];

    private static async Task<string> PageAsync(Arena arena, int run)
    {
        await arena.StartWellAsync();
        arena.Write();
        await arena.MoreAsync(Some);
        await arena.FinishAsync();
        var backup = arena.Folder + ".backup";
        var (written, said) = await BuiltSite.RunAsync(arena.Folder, "backup", backup);
        arena.Expect(written == 0, $"backup: {said}");
        await arena.Site.EndAsync(BuiltSite.Terminate);

        Overwrite(arena.Database, LeafOfHistory(arena.Database, run));
        var (found, named) = await BuiltSite.RunAsync(arena.Folder, "verify");
        arena.Expect(found is not 0 and < 128, $"verify did not see the damage: {named}");
        var started = await arena.StartAsync();
        await arena.Site.EndAsync(BuiltSite.Kill);
        Directory.Delete(arena.Folder, recursive: true);
        var (restored, told) = await BuiltSite.RunAsync(arena.Folder, "restore", backup);
        arena.Expect(restored == 0, $"restore: {told}");
        await arena.StartWellAsync();
        return $"named by verify; {(started ? "serves all the same" : "refuses to start")}; restored";
    }

    private static async Task<string> LogAsync(Arena arena, int run, Action<string, int> harm)
    {
        await arena.StartWellAsync();
        arena.Write();
        await arena.MoreAsync(Some);
        await arena.FinishAsync();
        await arena.Site.EndAsync(BuiltSite.Terminate); // all of it is in the database from here on
        var before = arena.BeginAnew();

        await arena.StartWellAsync();
        arena.Write();
        await arena.MoreAsync(Some);
        await arena.Site.EndAsync(BuiltSite.Kill);
        await arena.GiveUpAsync();
        harm(arena.Database + "-wal", run);
        await arena.StartWellAsync();
        await arena.Site.EndAsync(BuiltSite.Terminate);
        var gone = Stored.Of(arena.Database, arena.Tally).Lost;
        var of = arena.Tally.Acknowledged;
        arena.BeginAnew();
        arena.Tally.Add(before);
        return $"what the log alone held is gone: {gone} of {of}";
    }

    private static void TurnBytes(string log, int run)
    {
        var bytes = File.ReadAllBytes(log);
        var at = new Random(run).Next(bytes.Length / 4, bytes.Length * 3 / 4);
        for (var place = at; place < at + 64; place++)
        {
            bytes[place] ^= 0xFF;
        }

        File.WriteAllBytes(log, bytes);
    }

    private static void Overwrite(string database, long page)
    {
        using var file = new FileStream(database, FileMode.Open, FileAccess.Write);
        file.Position = (page - 1) * PageSize;
        file.Write(new byte[PageSize]);
    }

    /// <summary>The number of a page that holds rows of the history.</summary>
    private static long LeafOfHistory(string database, int run)
    {
        const byte Leaf = 0x0D; // of a table, by SQLite's file format
        var bytes = File.ReadAllBytes(database);
        var leaves = Enumerable.Range(1, bytes.Length / PageSize - 1).Where(page => bytes[page * PageSize] == Leaf && bytes.AsSpan(page * PageSize, PageSize).IndexOf("FeedBack"u8) >= 0).ToList();
        return leaves[run * 7 % leaves.Count] + 1;
    }
}
