using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using VoterLiaison.Dashboard.Commands;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Data;

public sealed class DatabaseTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_new_folder_gets_a_database_and_a_prepared_one_is_left_alone()
    {
        await using var house = await LiaisonHouse.OpenAsync();
        await house.CollectAsync();

        await house.The<Database>().PrepareAsync(Cancelled);
        await using var another = house.Another(); // while the first has the folder
        await another.The<Database>().PrepareAsync(Cancelled);

        await using var db = house.Rows();
        Assert.Equal(1, await db.Opinions.CountAsync(Cancelled));
        Assert.Empty(Directory.GetFiles(house.Folder, "before-*"));
    }

    [Fact]
    public async Task Every_connection_keeps_its_promises()
    {
        await using var house = await LiaisonHouse.OpenAsync();
        for (var opening = 0; opening < 3; opening++)
        {
            await using var open = house.Rows(); // meanwhile the pool has to open another
            await open.Database.OpenConnectionAsync(Cancelled);
            await using var db = house.Rows();
            await db.Database.OpenConnectionAsync(Cancelled);
            Assert.Equal(
                ("wal", 2L, 1L, 1L),
                (Ask<string>(db, "PRAGMA journal_mode"), Ask<long>(db, "PRAGMA synchronous"), Ask<long>(db, "PRAGMA foreign_keys"), Ask<long>(db, "PRAGMA secure_delete")));
        }
    }

    [Fact]
    public async Task A_log_that_grew_while_somebody_read_for_long_is_cut_when_it_begins_anew()
    {
        await using var house = await LiaisonHouse.OpenAsync();
        await using var writer = house.Rows();
        await writer.Database.OpenConnectionAsync(Cancelled);
        Ask<object>(writer, "CREATE TABLE Much (Bytes BLOB)");
        var log = new FileInfo(house.The<DataFolder>().Database + "-wal");
        await using (var reader = house.Rows())
        {
            await reader.Database.OpenConnectionAsync(Cancelled);
            Ask<object>(reader, "BEGIN");
            Ask<long>(reader, "SELECT COUNT(*) FROM Much");
            Ask<object>(writer, "INSERT INTO Much VALUES (zeroblob(30000000))");
            log.Refresh();
            Assert.True(log.Length > 30_000_000);
            Ask<object>(reader, "COMMIT");
        }

        Ask<object>(writer, "PRAGMA wal_checkpoint");
        Ask<object>(writer, "INSERT INTO Much VALUES (1)");

        log.Refresh();
        Assert.InRange(log.Length, 1, 16 << 20);
    }

    [Fact]
    public async Task A_start_that_was_killed_while_migrating_does_not_block_the_next()
    {
        using var folder = new LiaisonFolder();
        Run(folder, "CREATE TABLE __EFMigrationsLock (Id INTEGER PRIMARY KEY, Timestamp TEXT NOT NULL); INSERT INTO __EFMigrationsLock VALUES (1, '2026-03-02')");
        await PrepareAsync(folder).WaitAsync(TimeSpan.FromSeconds(20), Cancelled);
        Assert.Equal(0L, Ask(folder, "SELECT COUNT(*) FROM Opinions"));
    }

    [Fact]
    public async Task What_such_a_start_left_goes_also_where_nothing_is_to_be_upgraded()
    {
        await using var house = await LiaisonHouse.OpenAsync();
        await using (var db = house.Rows())
        {
            await db.Database.ExecuteSqlRawAsync("CREATE TABLE IF NOT EXISTS __EFMigrationsLock (Id INTEGER PRIMARY KEY, Timestamp TEXT NOT NULL); INSERT INTO __EFMigrationsLock VALUES (1, '2026-03-02')", Cancelled);
        }

        house.The<FolderLock>().Hold();
        await house.The<Database>().PrepareAsync(Cancelled);

        await using var behind = house.Behind();
        Assert.Equal(0L, Ask(behind, "SELECT COUNT(*) FROM sqlite_master WHERE name = '__EFMigrationsLock'"));
    }

    [Fact]
    public async Task An_older_database_is_copied_before_it_is_upgraded_even_if_that_was_tried_before()
    {
        using var folder = new LiaisonFolder();
        await using (var old = LiaisonHouse.Unprepared(folder))
        await using (var db = old.Rows())
        {
            await db.GetService<IMigrator>().MigrateAsync(db.Database.GetMigrations().First(), Cancelled);
        }

        Run(folder, "CREATE TABLE DisplayKeys (InTheWay TEXT); INSERT INTO DisplayKeys VALUES ('旧的话')");
        var failed = await Assert.ThrowsAsync<DataUnusableException>(() => PrepareAsync(folder));
        var copy = Assert.Single(Directory.GetFiles(folder.Path, "before-*.db"));
        Assert.Contains(copy, failed.Message, StringComparison.Ordinal);

        Run(folder, "DROP TABLE DisplayKeys");
        await PrepareAsync(folder, later: TimeSpan.FromMinutes(1));

        Assert.Equal(2, Directory.GetFiles(folder.Path, "before-*.db").Length);
        await using var kept = new SqliteConnection($"Data Source={copy};Pooling=False");
        await kept.OpenAsync(Cancelled);
        Assert.Equal("旧的话", Ask(kept, "SELECT InTheWay FROM DisplayKeys"));
    }

    [Fact]
    public async Task A_database_of_a_newer_version_is_refused_by_the_site_and_by_verbs_and_stays_as_it_is()
    {
        using var folder = new LiaisonFolder();
        MigratedDatabase.CopyInto(folder);
        Run(folder, "INSERT INTO __EFMigrationsHistory VALUES ('20990101000000_Later', '10.0.0')");
        var before = await File.ReadAllBytesAsync(FolderOf(folder).Database, Cancelled);

        await using (var house = LiaisonHouse.Unprepared(folder))
        {
            Assert.Contains("20990101000000_Later", (await Assert.ThrowsAsync<DataUnusableException>(() => house.The<Database>().PrepareAsync(Cancelled))).Message, StringComparison.Ordinal);
        }

        Assert.Equal(CommandLine.Refused, await CommandLine.RunAsync([$"--Liaison:DataDirectory={folder.Path}", "counts", "--year", "2026"]));
        Assert.Equal(before, await File.ReadAllBytesAsync(FolderOf(folder).Database, Cancelled));
    }

    [Fact]
    public async Task A_damaged_database_stops_the_start_with_what_to_do_and_is_looked_through_again_at_the_next()
    {
        using var folder = new LiaisonFolder();
        MigratedDatabase.CopyInto(folder);
        await using (var file = File.OpenWrite(FolderOf(folder).Database))
        {
            file.Position = file.Length / 2;
            file.Write(new byte[16384]);
        }

        for (var start = 0; start < 2; start++)
        {
            await using var house = LiaisonHouse.Unprepared(folder);
            house.The<FolderLock>().Hold();
            Assert.Equal(start > 0, house.The<FolderLock>().MustBeLookedThrough);
            var refused = await Assert.ThrowsAsync<DataUnusableException>(() => house.The<Database>().PrepareAsync(Cancelled));
            Assert.Contains("restore", refused.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_refused_with_a_sentence()
    {
        using var folder = new LiaisonFolder();
        await File.WriteAllTextAsync(FolderOf(folder).Database, new string('x', 5000), Cancelled);

        Assert.Equal(CommandLine.Refused, await CommandLine.RunAsync([$"--Liaison:DataDirectory={folder.Path}", "counts", "--year", "2026"]));
    }

    [Fact]
    public void Whoever_was_killed_left_a_mark_and_whoever_ends_in_order_takes_it_away()
    {
        using var folder = new LiaisonFolder();
        using (var first = LockOf(folder))
        {
            first.Hold();
            Assert.False(first.MustBeLookedThrough);
        }

        Assert.Equal(0, new FileInfo(FolderOf(folder).Lock).Length);
        File.WriteAllText(FolderOf(folder).Lock, "held");
        using var next = LockOf(folder);
        next.Hold();
        Assert.True(next.MustBeLookedThrough);
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_no_folder_in_use()
    {
        using var folder = new LiaisonFolder();
        var file = Path.Combine(folder.Path, "file");
        File.WriteAllText(file, "");
        using var onFile = new FolderLock(new DataFolder(Microsoft.Extensions.Options.Options.Create(new LiaisonOptions { DataDirectory = Path.Combine(file, "data") })));

        Assert.Contains("不能写入", Assert.Throws<DataUnusableException>(onFile.Hold).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_is_held_by_one_and_free_again_when_that_one_ends()
    {
        using var folder = new LiaisonFolder();
        var first = LockOf(folder);
        first.Hold();
        first.Hold();
        using var second = LockOf(folder);
        Assert.Contains(folder.Path, Assert.Throws<FolderInUseException>(second.Hold).Message, StringComparison.Ordinal);

        first.Dispose();
        second.Hold();
    }

    [Fact]
    public async Task A_site_told_to_stop_leaves_one_whole_file_and_ends_with_0_and_a_second_on_its_folder_ends_with_3()
    {
        using var folder = new LiaisonFolder();
        MigratedDatabase.CopyInto(folder);
        using var first = LiaisonProgram.Serve(folder);
        while (await first.StandardOutput.ReadLineAsync(Cancelled) is { } line && !line.Contains("Now listening", StringComparison.Ordinal))
        {
        }

        using var second = LiaisonProgram.Serve(folder);
        var said = await second.StandardError.ReadToEndAsync(Cancelled);
        await second.WaitForExitAsync(Cancelled);
        Assert.Equal(CommandLine.FolderInUse, second.ExitCode);
        Assert.Contains("另一个程序正在使用数据目录", said, StringComparison.Ordinal);

        using var stop = Process.Start("kill", ["-TERM", $"{first.Id}"]);
        await first.WaitForExitAsync(Cancelled).WaitAsync(TimeSpan.FromSeconds(15), Cancelled);
        Assert.Equal(CommandLine.Done, first.ExitCode);
        Assert.Equal(["liaison.db", "liaison.lock", "reserve"], Directory.GetFiles(folder.Path).Select(Path.GetFileName).Order());
        Assert.Equal(0, new FileInfo(FolderOf(folder).Lock).Length);
    }

    private static FolderLock LockOf(LiaisonFolder folder) => new(FolderOf(folder));

    private static DataFolder FolderOf(LiaisonFolder folder) => new(Microsoft.Extensions.Options.Options.Create(new LiaisonOptions { DataDirectory = folder.Path }));

    private static async Task PrepareAsync(LiaisonFolder folder, TimeSpan later = default)
    {
        await using var house = LiaisonHouse.Unprepared(folder);
        house.Clock.Advance(later);
        await house.The<Database>().PrepareAsync(Cancelled);
    }

    private static void Run(LiaisonFolder folder, string statements) => Ask(folder, statements);

    private static object? Ask(LiaisonFolder folder, string question)
    {
        using var connection = new SqliteConnection($"Data Source={FolderOf(folder).Database};Pooling=False");
        connection.Open();
        return Ask(connection, question);
    }

    private static T Ask<T>(LiaisonDbContext db, string question) => (T)Ask((SqliteConnection)db.Database.GetDbConnection(), question)!;

    private static object? Ask(SqliteConnection connection, string question)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the tests' own questions
        command.CommandText = question;
#pragma warning restore CA2100
        return command.ExecuteScalar();
    }
}
