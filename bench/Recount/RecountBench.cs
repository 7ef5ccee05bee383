using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using VoterLiaison.Bench.House;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Live;
using VoterLiaison.Domain.Opinions;

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
        var (ofStationTimes, bareStation) = await InTurnAsync(Times, () => counts.OfStationsAsync(place.Year, [place.StationId], BenchHouse.Today), () => ReadAsync(ofStation));
        var (ofDistrictTimes, bareDistrict) = await InTurnAsync(many, () => counts.ByStationAsync(place.Year, BenchHouse.Today), () => ReadAsync(ofDistrict));
        OwnProcess.Answer(new Recounted(ofStationTimes, bareStation, ofDistrictTimes, bareDistrict));
        return 0;
    }

    private static SqliteCommand Bare(SqliteConnection connection, string where)
    {
        var (week, month) = Standing.AgesFrom(BenchHouse.Today);
        var command = connection.CreateCommand();
        command.CommandText =
            $"""
            SELECT StationId, Stage, (AwaitingFeedbackSince IS NOT NULL) * 18 + (ConcludedOn IS NULL) * 9
                + CASE WHEN GravelyDueOn < '{BenchHouse.Today:yyyy-MM-dd}' THEN 6 WHEN DueOn < '{BenchHouse.Today:yyyy-MM-dd}' THEN 3 ELSE 0 END
                + CASE WHEN CollectedOn >= '{week:yyyy-MM-dd}' THEN 0 WHEN CollectedOn >= '{month:yyyy-MM-dd}' THEN 1 ELSE 2 END, COUNT(*)
            FROM Opinions WHERE {where} GROUP BY 1, 2, 3
            """;
        command.Prepare();
        return command;
    }

    private static Task ReadAsync(SqliteCommand command)
    {
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            _ = reader.GetInt64(3);
        }

        return Task.CompletedTask;
    }

    /// <summary>One after the other and again: the machine's pace, which changes from second to second, is the same for both.</summary>
    private static async Task<(Percentiles Asked, Percentiles Bare)> InTurnAsync(int times, Func<Task> ask, Func<Task> bare)
    {
        var (asked, read) = (new List<double>(), new List<double>());
        for (var time = -times; time < times; time++)
        {
            var took = (await TimedAsync(ask), await TimedAsync(bare));
            if (time >= 0)
            {
                asked.Add(took.Item1);
                read.Add(took.Item2);
            }
        }

        return (Percentiles.Of(asked), Percentiles.Of(read));
    }

    private static async Task<double> TimedAsync(Func<Task> ask)
    {
        var begun = Stopwatch.GetTimestamp();
        await ask();
        return Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
    }

    private sealed record Recounted(Percentiles Station, Percentiles Bare, Percentiles District, Percentiles BareDistrict);
}
