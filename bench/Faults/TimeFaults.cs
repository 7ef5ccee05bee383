using Microsoft.Data.Sqlite;

namespace VoterLiaison.Bench.Faults;

/// <summary>The process stands still, the database is held by another, the clock jumps.</summary>
internal static class TimeFaults
{
    private const int Some = 60;

    private static readonly TimeSpan Long = TimeSpan.FromSeconds(40);

    public static Fault[] All { get; } =
    [
        new("pause", "SIGSTOP for 40 s", 3, PauseAsync),
        new("lock", "another program holds the write lock for 40 s", 2, LockAsync),
        new("clock", "the clock an hour back, then a year ahead, then right again", 5, ClockAsync),
    ];

    private static async Task<string> PauseAsync(Arena arena, int run)
    {
        await arena.StartWellAsync();
        arena.Write();
        await arena.MoreAsync(Some);
        arena.Site.Signal(BuiltSite.Pause);
        await Task.Delay(Long);
        arena.Site.Signal(BuiltSite.Continue);
        await arena.MoreAsync(Some);
        await arena.FinishAsync();
        return "";
    }

    private static async Task<string> LockAsync(Arena arena, int run)
    {
        await arena.StartWellAsync();
        arena.Write();
        await arena.MoreAsync(Some);
        using (var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = arena.Database, Pooling = false }.ToString()))
        {
            connection.Open();
            using var transaction = connection.BeginTransaction(); // immediate
            await Task.Delay(Long);
            arena.Expect(await arena.Site.StatusAsync("/public/speak") == 200, "reading did not go on");
        }

        await arena.MoreAsync(Some);
        await arena.FinishAsync();
        return "";
    }

    private static async Task<string> ClockAsync(Arena arena, int run)
    {
        var clock = arena.Folder + ".clock";
        Set("+0");
        await arena.StartWellAsync(
            "env", $"LD_PRELOAD={Library()}", $"FAKETIME_TIMESTAMP_FILE={clock}", "FAKETIME_NO_CACHE=1", "FAKETIME_DONT_FAKE_MONOTONIC=1", "FAKETIME_DONT_RESET=1");
        arena.Write();
        foreach (var offset in new[] { "-1h", "+1y", "+0" })
        {
            await arena.MoreAsync(Some);
            Set(offset);
        }

        await arena.MoreAsync(Some);
        await arena.FinishAsync();
        arena.Expect(arena.Tally.Receipts.Any(receipt => receipt.Number.StartsWith($"{TimeProvider.System.GetUtcNow().Year + 1}-", StringComparison.Ordinal)), "the app's clock did not jump");
        return "";

        void Set(string offset)
        {
            File.WriteAllText(clock + ".new", offset + "\n");
            File.Move(clock + ".new", clock, overwrite: true); // never half written
        }
    }

    private static string Library() => Directory.EnumerateFiles("/usr/lib", "libfaketimeMT.so.1", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true }).First();
}
