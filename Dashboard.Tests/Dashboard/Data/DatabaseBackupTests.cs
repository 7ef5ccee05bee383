using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.Dashboard.Data.Seeding;
using VoterLiaison.Dashboard.Verifying;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Data;

public sealed class DatabaseBackupTests : IDisposable
{
    private readonly LiaisonFolder _elsewhere = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private string Copy => Path.Combine(_elsewhere.Path, "copy.db");

    [Fact]
    public async Task A_backup_restored_into_an_empty_folder_holds_the_same_and_verifies()
    {
        await using var workplace = await FilledAsync();
        var written = await workplace.The<DatabaseBackup>().WriteAsync(Copy, Cancelled);
        await using var empty = LiaisonWorkplace.Unprepared(Today);

        var read = await empty.The<DatabaseBackup>().ReadAsync(Copy, Cancelled);
        await empty.The<DatabaseBackup>().RestoreAsync(read, Cancelled);

        Assert.Equal((written.Sha256, written.DatabaseLength, written.Bytes), (read.Sha256, read.DatabaseLength, read.Bytes));
        Assert.Equal(written.Manifest.Rows.OrderBy(table => table.Key), read.Manifest.Rows.OrderBy(table => table.Key));
        var report = await empty.The<Verification>().RunAsync(new Progress<int>(), Cancelled);
        Assert.Empty(report.Differences);
        Assert.Equal(300, report.Opinions);
        Assert.Equal(await KeysAsync(workplace), await KeysAsync(empty));
        Assert.False(File.Exists($"{empty.The<DataFolder>().Database}.partial"));
    }

    [Fact]
    public async Task A_backup_is_one_file_for_nobody_else_that_any_program_for_SQLite_opens_and_never_overwrites_another()
    {
        await using var workplace = await FilledAsync();
        var backup = await workplace.The<DatabaseBackup>().WriteAsync(Copy, Cancelled);

        await Assert.ThrowsAsync<IOException>(() => workplace.The<DatabaseBackup>().WriteAsync(Copy, Cancelled));

        await using var any = new SqliteConnection($"Data Source={Copy};Mode=ReadOnly;Pooling=False");
        await any.OpenAsync(Cancelled);
        Assert.Equal(300L, await any.AskAsync("SELECT COUNT(*) FROM Opinions", Cancelled));
        Assert.Equal("ok", await any.AskAsync("PRAGMA integrity_check", Cancelled));
        Assert.Equal(300, backup.Manifest.Rows["Opinions"]);
        Assert.Equal([Copy], Directory.GetFiles(_elsewhere.Path));
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(await File.ReadAllBytesAsync(Copy, Cancelled))), backup.Sha256);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Copy));
        }
    }

    [Fact]
    public async Task What_is_written_while_a_copy_is_taken_is_not_in_it_and_does_not_wait_for_it()
    {
        await using var workplace = await FilledAsync();
        var copying = workplace.The<DatabaseBackup>().WriteAsync(Copy, Cancelled);
        await workplace.The<LiaisonStore>().WriteAsync(db => db.AuditAsync(new DateTime(2026, 3, 2, 0, 0, 0, DateTimeKind.Utc), Actor.App, AuditAct.Seeded, "其间"), Cancelled);

        Assert.InRange((await copying).Manifest.Rows["AuditEntries"], 0, 2); // what it says is what it holds: it was checked
        Assert.True((await workplace.The<DatabaseBackup>().ReadAsync(Copy, Cancelled)).IsSealed);
    }

    [Fact]
    public async Task A_folder_with_data_is_not_restored_into()
    {
        await using var workplace = await FilledAsync();
        var backup = await workplace.The<DatabaseBackup>().WriteAsync(Copy, Cancelled);

        var refused = await Assert.ThrowsAsync<IOException>(() => workplace.The<DatabaseBackup>().RestoreAsync(backup, Cancelled));

        Assert.Contains("已有数据", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a letter of one word", "已经损坏")]
    [InlineData("its end", "不完整")]
    [InlineData("all but its beginning", "不完整")]
    [InlineData("its beginning", "不是本系统的备份")]
    [InlineData("a page", "已经损坏")]
    [InlineData("its manifest", "已经损坏")]
    public async Task A_backup_that_lost_anything_is_bad(string lost, string said)
    {
        await using var workplace = await FilledAsync();
        await workplace.The<DatabaseBackup>().WriteAsync(Copy, Cancelled);
        await using (var file = File.Open(Copy, FileMode.Open))
        {
            switch (lost)
            {
                case "its end": file.SetLength(file.Length - 1); break;
                case "all but its beginning": file.SetLength(4096); break;
                case "its beginning": Overwrite(file, 0, 16); break;
                case "a page": Overwrite(file, file.Length / 2 / 4096 * 4096, 4096); break;
                case "its manifest": Overwrite(file, file.Length - 120, 1); break;
                default: Overwrite(file, file.Length / 2, 1); break;
            }
        }

        Assert.Contains(said, (await Assert.ThrowsAsync<IOException>(() => workplace.The<DatabaseBackup>().ReadAsync(Copy, Cancelled))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_copy_made_by_hand_or_by_a_version_before_is_taken_if_it_is_sound()
    {
        await using var workplace = await FilledAsync();
        await using (var live = new SqliteConnection(workplace.The<DataFolder>().ConnectionString))
        await using (var copy = new SqliteConnection($"Data Source={Copy};Pooling=False"))
        {
            await live.OpenAsync(Cancelled);
            await copy.OpenAsync(Cancelled);
            live.BackupDatabase(copy);
            await copy.AskAsync("PRAGMA journal_mode=DELETE", Cancelled);
        }

        await using var empty = LiaisonWorkplace.Unprepared(Today);
        var backup = await empty.The<DatabaseBackup>().ReadAsync(Copy, Cancelled);
        Assert.False(backup.IsSealed);
        await using (var file = File.Open(Copy, FileMode.Open))
        {
            file.SetLength(file.Length / 2);
        }

        await Assert.ThrowsAsync<IOException>(() => empty.The<DatabaseBackup>().ReadAsync(Copy, Cancelled));
    }

    [Fact]
    public async Task A_backup_of_a_newer_version_is_not_restored()
    {
        await using var workplace = await FilledAsync();
        var backup = await workplace.The<DatabaseBackup>().WriteAsync(Copy, Cancelled);
        await using var empty = LiaisonWorkplace.Unprepared(Today);

        var refused = await Assert.ThrowsAsync<IOException>(() =>
            empty.The<DatabaseBackup>().RestoreAsync(backup with { Manifest = backup.Manifest with { LastMigration = "20990101000000_Later" } }, Cancelled));

        Assert.Contains("更新的版本", refused.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(empty.The<DataFolder>().Database));
    }

    [Fact]
    public async Task A_backup_that_cannot_be_written_or_was_broken_off_leaves_nothing()
    {
        await using var workplace = await FilledAsync();
        var backups = workplace.The<DatabaseBackup>();
        using var brokenOff = new CancellationTokenSource();
        await brokenOff.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => backups.WriteAsync(Copy, brokenOff.Token));
        Assert.Contains("没有", (await Assert.ThrowsAsync<IOException>(() => backups.WriteAsync(Path.Combine(_elsewhere.Path, "nowhere", "copy.db"), Cancelled))).Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_elsewhere.Path));
        if (File.Exists("/dev/full") && Directory.Exists("/proc/self"))
        {
            Assert.Contains("没有写", (await Assert.ThrowsAsync<IOException>(() => backups.WriteAsync("/proc/self/copy.db", Cancelled))).Message, StringComparison.Ordinal); // no room there at all
        }
    }

    [Fact]
    public async Task After_a_restore_no_number_and_no_key_is_given_out_that_may_have_been_given_out_since_the_backup()
    {
        await using var house = await LiaisonHouse.OpenAsync();
        await house.CollectAsync();
        var backup = await house.The<DatabaseBackup>().WriteAsync(Copy, Cancelled);
        await house.CollectAsync("备份以后说的");
        using var folder = new LiaisonFolder();
        await using var restored = LiaisonHouse.Unprepared(folder);
        await restored.The<DatabaseBackup>().RestoreAsync(backup, Cancelled);
        await restored.The<Database>().PrepareAsync(Cancelled);

        await restored.The<Restoration>().EnterAsync(backup, Actor.App, nothingSince: false, Cancelled);

        await restored.CollectAsync("恢复以后说的", stationId: house.District.BajiaoHome.Id);
        await using var db = restored.Rows();
        Assert.Equal(["2026-BJ01-0001", "2026-BJ01-0102"], await db.Opinions.OrderBy(o => o.Number).Select(o => o.Number).ToListAsync(Cancelled));
        Assert.InRange(await db.Opinions.MaxAsync(o => o.Id, Cancelled), 10_000, int.MaxValue);
        Assert.Contains(backup.Sha256, (await db.AuditEntries.SingleAsync(entry => entry.Act == AuditAct.Restored, Cancelled)).Detail, StringComparison.Ordinal);
        Assert.Empty((await restored.The<Verification>().RunAsync(new Progress<int>(), Cancelled)).Differences);
    }

    public void Dispose() => _elsewhere.Dispose();

    private static DateOnly Today => new(2026, 3, 2);

    private static void Overwrite(FileStream file, long at, int length)
    {
        file.Position = at;
        var there = new byte[length];
        file.ReadExactly(there);
        file.Position = at;
        file.Write(Array.ConvertAll(there, one => (byte)~one));
    }

    private static async Task<List<string?>> KeysAsync(LiaisonWorkplace workplace)
    {
        await using var db = await workplace.The<IDbContextFactory<LiaisonDbContext>>().CreateDbContextAsync(Cancelled);
        return
        [
            .. await db.DataProtectionKeys.OrderBy(key => key.Id).Select(key => key.Xml).ToListAsync(Cancelled),
            .. (await db.ReceiptSecrets.ToListAsync(Cancelled)).Select(secret => Convert.ToHexString(secret.Key)),
        ];
    }

    private static async Task<LiaisonWorkplace> FilledAsync()
    {
        var workplace = await LiaisonWorkplace.OpenAsync(Today);
        await workplace.The<Demonstration>().FillAsync(300, new Progress<int>(), Cancelled);
        return workplace;
    }
}
