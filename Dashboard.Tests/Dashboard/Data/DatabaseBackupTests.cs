using Microsoft.Data.Sqlite;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Data;

public sealed class DatabaseBackupTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_copy_taken_while_clerks_write_is_whole_and_holds_all_that_was_acknowledged_before()
    {
        await using var house = await LiaisonHouse.OpenAsync();
        for (var before = 0; before < 20; before++)
        {
            await house.CollectAsync();
        }

        using var enough = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        var writing = Task.Run(
            async () =>
            {
                while (!enough.IsCancellationRequested)
                {
                    await house.CollectAsync();
                }
            },
            Cancelled);
        var file = Path.Combine(house.Folder, "copy.db");
        await DatabaseBackup.WriteAsync(house.The<DataFolder>(), file, Cancelled);
        await enough.CancelAsync();
        await writing;

        await using var copy = new SqliteConnection($"Data Source={file};Pooling=False");
        await copy.OpenAsync(Cancelled);
        Assert.Equal("ok", Ask(copy, "PRAGMA integrity_check"));
        Assert.InRange((long)Ask(copy, "SELECT COUNT(*) FROM Opinions")!, 20, long.MaxValue);
        Assert.Equal(0L, Ask(copy, "SELECT COUNT(*) FROM Opinions WHERE Version <> (SELECT COUNT(*) FROM History WHERE OpinionId = Opinions.Id)"));
        Assert.False(File.Exists(file + ".partial"));
    }

    [Fact]
    public async Task A_copy_never_takes_the_place_of_another_file()
    {
        await using var house = await LiaisonHouse.OpenAsync();
        var file = Path.Combine(house.Folder, "copy.db");
        await File.WriteAllTextAsync(file, "去年的", Cancelled);
        await Assert.ThrowsAsync<IOException>(() => DatabaseBackup.WriteAsync(house.The<DataFolder>(), file, Cancelled));
        Assert.Equal("去年的", await File.ReadAllTextAsync(file, Cancelled));
    }

    private static object? Ask(SqliteConnection connection, string question)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the test's own questions
        command.CommandText = question;
#pragma warning restore CA2100
        return command.ExecuteScalar();
    }
}
