using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
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
        await using var db = house.Rows();
        await db.Database.OpenConnectionAsync(Cancelled);
        Assert.Equal(
            ("wal", 2L, 1L, 1L),
            (Ask<string>(db, "PRAGMA journal_mode"), Ask<long>(db, "PRAGMA synchronous"), Ask<long>(db, "PRAGMA foreign_keys"), Ask<long>(db, "PRAGMA secure_delete")));
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
    public async Task An_older_database_is_copied_before_it_is_upgraded_even_if_that_was_tried_before()
    {
        using var folder = new LiaisonFolder();
        Run(folder, """
            CREATE TABLE __EFMigrationsHistory (MigrationId TEXT PRIMARY KEY, ProductVersion TEXT NOT NULL);
            INSERT INTO __EFMigrationsHistory VALUES ('20200101000000_Older', '10.0.0');
            CREATE TABLE Opinions (Words TEXT); INSERT INTO Opinions VALUES ('旧的话');
            """);
        await Assert.ThrowsAsync<SqliteException>(() => PrepareAsync(folder)); // there is an Opinions already
        var copy = Assert.Single(Directory.GetFiles(folder.Path, "before-*.db"));

        Run(folder, "DROP TABLE Opinions");
        await PrepareAsync(folder, later: TimeSpan.FromMinutes(1));

        Assert.Equal(2, Directory.GetFiles(folder.Path, "before-*.db").Length);
        await using var kept = new SqliteConnection($"Data Source={copy};Pooling=False");
        await kept.OpenAsync(Cancelled);
        Assert.Equal("旧的话", Ask(kept, "SELECT Words FROM Opinions"));
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
    public async Task A_second_server_on_the_same_folder_says_so_and_ends_with_3()
    {
        using var folder = new LiaisonFolder();
        using var held = LockOf(folder);
        held.Hold();
        using var second = Process.Start(new ProcessStartInfo("dotnet", [typeof(Database).Assembly.Location, $"--Liaison:DataDirectory={folder.Path}", "--Urls=http://127.0.0.1:0"])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        })!;

        var said = await second.StandardError.ReadToEndAsync(Cancelled);
        await second.WaitForExitAsync(Cancelled);

        Assert.Equal(3, second.ExitCode);
        Assert.Contains("另一个程序正在使用数据目录", said, StringComparison.Ordinal);
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
