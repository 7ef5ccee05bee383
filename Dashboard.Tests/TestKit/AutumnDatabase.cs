using Microsoft.Data.Sqlite;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Data.Seeding;

namespace VoterLiaison.TestKit;

/// <summary>The demonstration as it stands on one autumn day: played once in a run, and copied by every test that looks at it or goes on from it.</summary>
internal static class AutumnDatabase
{
    public static DateOnly Day { get; } = new(2026, 11, 23);

    private static readonly Lazy<Task<SqliteConnection>> _played = new(PlayAsync);
    private static readonly SemaphoreSlim _oneAtATime = new(1, 1);

    public static async Task CopyIntoAsync(LiaisonFolder folder)
    {
        var played = await _played.Value;
        await _oneAtATime.WaitAsync();
        try
        {
            folder.Receive(played);
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    private static async Task<SqliteConnection> PlayAsync()
    {
        await using var workplace = await LiaisonWorkplace.OpenAsync(Day);
        await workplace.The<Demonstration>().DemonstrateAsync();
        await using var live = new SqliteConnection(workplace.The<DataFolder>().ConnectionString);
        await live.OpenAsync();
        var kept = new SqliteConnection("Data Source=:memory:");
        await kept.OpenAsync();
        live.BackupDatabase(kept);
        return kept;
    }
}
