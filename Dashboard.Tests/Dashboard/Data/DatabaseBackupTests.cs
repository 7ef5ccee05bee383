using VoterLiaison.Dashboard.Data.Seeding;
using VoterLiaison.Dashboard.Verifying;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Data;

public sealed class DatabaseBackupTests : IDisposable
{
    private readonly LiaisonFolder _elsewhere = new();

    private string Copy => Path.Combine(_elsewhere.Path, "copy.db");

    [Fact]
    public async Task A_backup_restored_into_an_empty_folder_holds_the_same_and_verifies()
    {
        await using var workplace = await FilledAsync();
        await DatabaseBackup.WriteAsync(workplace.The<DataFolder>(), Copy, TestContext.Current.CancellationToken);
        await using var empty = LiaisonWorkplace.Unprepared(Today);

        await DatabaseBackup.RestoreAsync(empty.The<DataFolder>(), empty.The<FolderLock>(), Copy, TestContext.Current.CancellationToken);

        var report = await empty.The<Verification>().RunAsync(new Progress<int>(), TestContext.Current.CancellationToken);
        Assert.Empty(report.Differences);
        Assert.Equal(300, report.Opinions);
    }

    [Fact]
    public async Task A_backup_is_one_file_and_never_overwrites_another()
    {
        await using var workplace = await FilledAsync();
        await DatabaseBackup.WriteAsync(workplace.The<DataFolder>(), Copy, TestContext.Current.CancellationToken);

        await Assert.ThrowsAsync<IOException>(() => DatabaseBackup.WriteAsync(workplace.The<DataFolder>(), Copy, TestContext.Current.CancellationToken));

        Assert.Equal(300, (await DatabaseFile.CheckAsync(Copy, TestContext.Current.CancellationToken)).Opinions);
        Assert.DoesNotContain(Directory.GetFiles(_elsewhere.Path), file => file.EndsWith("-wal", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_folder_with_data_is_not_restored_into()
    {
        await using var workplace = await FilledAsync();
        await DatabaseBackup.WriteAsync(workplace.The<DataFolder>(), Copy, TestContext.Current.CancellationToken);

        var refused = await Assert.ThrowsAsync<IOException>(() =>
            DatabaseBackup.RestoreAsync(workplace.The<DataFolder>(), workplace.The<FolderLock>(), Copy, TestContext.Current.CancellationToken));

        Assert.Contains("已有数据", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_copy_is_refused_and_nothing_is_left_of_it()
    {
        await using var workplace = await FilledAsync();
        await DatabaseBackup.WriteAsync(workplace.The<DataFolder>(), Copy, TestContext.Current.CancellationToken);
        using (var file = File.OpenWrite(Copy))
        {
            file.Position = file.Length / 2;
            file.Write(new byte[8192]);
        }

        await using var empty = LiaisonWorkplace.Unprepared(Today);

        await Assert.ThrowsAsync<IOException>(() =>
            DatabaseBackup.RestoreAsync(empty.The<DataFolder>(), empty.The<FolderLock>(), Copy, TestContext.Current.CancellationToken));

        Assert.False(File.Exists(empty.The<DataFolder>().Database));
    }

    public void Dispose() => _elsewhere.Dispose();

    private static DateOnly Today => new(2026, 3, 2);

    private static async Task<LiaisonWorkplace> FilledAsync()
    {
        var workplace = await LiaisonWorkplace.OpenAsync(Today);
        await workplace.The<Demonstration>().FillAsync(300, new Progress<int>(), TestContext.Current.CancellationToken);
        return workplace;
    }
}
