using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using VoterLiaison.Bench.House;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Data.Seeding;

namespace VoterLiaison.Bench;

/// <summary>Data folders to measure on. What takes long to fill is kept in the temporary folder, for this form of the database, under a name, and filled once; what is measured is a copy.</summary>
internal static class Folders
{
    private const string Database = "liaison.db";

    public static string Root { get; } = Path.Combine(Path.GetTempPath(), "liaison-bench", Form());

    /// <summary>A copy of a folder with the demonstration, or with so many opinions over five years.</summary>
    public static async Task<string> CopyAsync(int? opinions = null)
    {
        var filled = await FilledAsync(opinions);
        var copy = Directory.CreateDirectory(Path.Combine(Root, $"copy-{Guid.NewGuid():N}")).FullName;
        File.Copy(Path.Combine(filled, Database), Path.Combine(copy, Database));
        return copy;
    }

    public static void Delete(string folder)
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private static string Form()
    {
        using var db = new LiaisonDbContext(new DbContextOptionsBuilder<LiaisonDbContext>().UseSqlite().Options);
        return db.Database.GetMigrations().Last();
    }

    private static async Task<string> FilledAsync(int? opinions)
    {
        var folder = Path.Combine(Root, opinions is { } count ? $"opinions-{count}-{BenchHouse.Today:yyyy}" : $"demonstration-{BenchHouse.Today:yyyyMMdd}");
        if (!Directory.Exists(folder))
        {
            var filling = $"{folder}-{Environment.ProcessId}";
            await using (var house = await BenchHouse.OpenAsync(filling))
            {
                var demonstration = house.The<Demonstration>();
                _ = opinions is { } many ? await demonstration.FillAsync(many, new Progress<int>()) : await demonstration.DemonstrateAsync();
            }

            SqliteConnection.ClearAllPools(); // the last connection takes the log into the file
            Directory.Move(filling, folder);
        }

        return folder;
    }
}
