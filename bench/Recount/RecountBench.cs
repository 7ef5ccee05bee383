using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using VoterLiaison.Bench.House;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Live;

namespace VoterLiaison.Bench.Recount;

/// <summary>Counting one station's year and the district's, among ever more opinions of other stations and years. The floor asks SQLite the very same without the app.</summary>
internal static class RecountBench
{
    public const string Name = "recount";

    private const int Times = 200;

    public static async Task<int> RunAsync(Words words)
    {
        if (words.Of("--one") is not null)
        {
            return await RunOneAsync(words.Number("--rows", 10_000));
        }

        Table.Begin($"Recounting; the station's year has {CountedRows.OfStationYear:N0} opinions", "opinions in all:", "station p50 ms:", "station p99 ms:", "bare p50 ms:", "× bare:", "× smallest:", "district p50 ms:", "bare ms:", "× bare:");
        double? smallest = null;
        foreach (var rows in words.Numbers("--sizes", 10_000, 100_000, 1_000_000))
        {
            var (station, bare, district, bareDistrict) = await OwnProcess.RunAsync<Recounted>(Name, "--one", "yes", "--rows", Words.Written(rows));
            smallest ??= station.Half;
            Table.Row(
                $"{rows:N0}", $"{station.Half:0.00}", $"{station.Most:0.00}", $"{bare.Half:0.00}", $"{station.Half / bare.Half:0.00}", $"{station.Half / smallest:0.00}",
                $"{district.Half:0.0}", $"{bareDistrict.Half:0.0}", $"{district.Half / bareDistrict.Half:0.00}");
        }

        return 0;
    }

    private static async Task<int> RunOneAsync(int rows)
    {
        await using var house = await BenchHouse.OpenAsync(await CountedRows.FolderAsync(rows));
        var counts = house.The<CountQueries>();
        await using var db = house.Rows();
        var place = new StationYear(await db.Stations.MinAsync(station => station.Id), BenchHouse.Today.Year);
        using var connection = house.Bare();
        using var ofStation = Bare(connection, $"Year = {place.Year} AND StationId = {place.StationId}");
        using var ofDistrict = Bare(connection, $"Year = {place.Year}");
        var many = rows > 1_000_000 ? 3 : 20;
        OwnProcess.Answer(new Recounted(
            await TimesAsync(Times, () => counts.OfStationsAsync(place.Year, [place.StationId], BenchHouse.Today)),
            await TimesAsync(Times, () => ReadAsync(ofStation)),
            await TimesAsync(many, () => counts.ByStationAsync(place.Year, BenchHouse.Today)),
            await TimesAsync(many, () => ReadAsync(ofDistrict))));
        return 0;
    }

    private static SqliteCommand Bare(SqliteConnection connection, string where)
    {
        var (week, month) = (BenchHouse.Today.AddDays(-7), BenchHouse.Today.AddDays(-30));
        var command = connection.CreateCommand();
        command.CommandText =
            $"""
            SELECT StationId, Stage, AwaitingFeedbackSince IS NOT NULL AS Owed, ConcludedOn IS NULL AS Open, DueOn < '{BenchHouse.Today:yyyy-MM-dd}' AS Late, GravelyDueOn < '{BenchHouse.Today:yyyy-MM-dd}' AS Grave,
                CASE WHEN CollectedOn >= '{week:yyyy-MM-dd}' THEN 0 WHEN CollectedOn >= '{month:yyyy-MM-dd}' THEN 1 ELSE 2 END AS Age, COUNT(*)
            FROM Opinions WHERE {where} GROUP BY 1, 2, 3, 4, 5, 6, 7
            """;
        command.Prepare();
        return command;
    }

    private static Task ReadAsync(SqliteCommand command)
    {
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            _ = reader.GetInt64(7);
        }

        return Task.CompletedTask;
    }

    private static async Task<Percentiles> TimesAsync(int times, Func<Task> ask)
    {
        var took = new List<double>();
        for (var time = -times; time < times; time++)
        {
            var begun = Stopwatch.GetTimestamp();
            await ask();
            if (time >= 0)
            {
                took.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
            }
        }

        return Percentiles.Of(took);
    }

    private sealed record Recounted(Percentiles Station, Percentiles Bare, Percentiles District, Percentiles BareDistrict);
}
