using System.Data.Common;
using CsCheck;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Opinions;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Opinions;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Live;

public sealed class CountQueriesTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public void A_number_is_the_same_in_memory_in_the_rows_behind_it_and_on_the_board() => RandomHistory.Any.Array[30].Sample(histories =>
    {
        var opinions = histories.SelectMany(history => history.All).ToList();
        using var database = new LiaisonDatabase();
        using (var db = database.CreateDbContext())
        {
            db.AddRange(opinions);
            db.SaveChanges();
        }

        using var rows = database.CreateDbContext();
        foreach (var today in new[] { new DateOnly(2026, 4, 1), new DateOnly(2026, 3, 20), new DateOnly(2026, 7, 1), new DateOnly(2028, 1, 1) })
        {
            var board = OpinionCounts.Sum(opinions.Select(o => o.Year).Distinct().SelectMany(year =>
                new CountQueries(database).ByStationAsync(year, today, Cancelled).GetAwaiter().GetResult().Values));
            foreach (var measure in Measure.All.Concat(Measure.ByAge))
            {
                var inMemory = opinions.Count(opinion => measure.Counts(Standing.Of(opinion, today)));
                Assert.Equal((measure.Key, inMemory, inMemory), (measure.Key, rows.Opinions.Counted(measure, today).Count(), On(board, measure)));
            }
        }
    }, iter: 3, threads: 1);

    [Fact]
    public async Task A_station_counts_alone_and_stations_make_up_the_year()
    {
        await using var house = await LiaisonHouse.OpenAsync();
        await house.CollectAsync();
        await house.CollectAsync(stationId: house.District.ShougangHome.Id);
        await house.CollectAsync(on: new DateOnly(2025, 12, 31));
        var counts = house.The<CountQueries>();

        var byStation = await counts.ByStationAsync(2026, LiaisonHouse.Today, Cancelled);

        Assert.Equal(2, byStation.Count);
        var some = await counts.OfStationsAsync(2026, [house.District.BajiaoHome.Id, house.District.BajiaoStation.Id], LiaisonHouse.Today, Cancelled);
        Assert.Equal(byStation[house.District.BajiaoHome.Id], some[house.District.BajiaoHome.Id]);
        Assert.Equal(OpinionCounts.None, some[house.District.BajiaoStation.Id]);
        Assert.Equal([2026, 2025], await counts.YearsAsync(Reach.All, Cancelled));
    }

    [Fact]
    public async Task A_year_whose_opinions_all_went_is_no_year()
    {
        await using var house = await LiaisonHouse.OpenAsync();
        await house.The<LiaisonStore>().WriteAsync(db => Task.FromResult(db.Add(new OpinionSeries(house.District.BajiaoHome.Id, 2011))), Cancelled);
        Assert.Empty(await house.The<CountQueries>().YearsAsync(Reach.All, Cancelled));
    }

    [Fact]
    public async Task Counting_reads_the_covering_index_and_nothing_else()
    {
        await using var house = await LiaisonHouse.OpenAsync();
        var plans = new Plans();
        var options = new DbContextOptionsBuilder<LiaisonDbContext>().UseSqlite($"Data Source={house.The<DataFolder>().Database}").AddInterceptors(plans).Options;
        await using var db = new LiaisonDbContext(options);

        await CountQueries.CountAsync(db.Opinions.Where(o => o.Year == 2026), LiaisonHouse.Today, Cancelled);
        await CountQueries.CountAsync(db.Opinions.Where(o => o.Year == 2026 && o.StationId == 1), LiaisonHouse.Today, Cancelled);

        Assert.Equal(2, plans.Of.Count);
        Assert.Contains("SEARCH o USING COVERING INDEX IX_Opinions_Counts (Year=?)", plans.Of[0], StringComparison.Ordinal);
        Assert.Contains("SEARCH o USING COVERING INDEX IX_Opinions_Counts (Year=? AND StationId=?)", plans.Of[1], StringComparison.Ordinal);
    }

    /// <summary>gravely-overdue is the number GravelyOverdue.</summary>
    private static int On(OpinionCounts counts, Measure measure) =>
        (int)typeof(OpinionCounts).GetProperty(string.Concat(measure.Key.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..])))!.GetValue(counts)!;

    /// <summary>Asks SQLite how it will answer each question, before it does.</summary>
    private sealed class Plans : DbCommandInterceptor
    {
        public List<string> Of { get; } = [];

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            using var explain = (SqliteCommand)command.Connection!.CreateCommand();
#pragma warning disable CA2100 // the app's own question
            explain.CommandText = "EXPLAIN QUERY PLAN " + command.CommandText;
#pragma warning restore CA2100
            foreach (SqliteParameter parameter in command.Parameters)
            {
                explain.Parameters.AddWithValue(parameter.ParameterName, parameter.Value);
            }

            using var plan = explain.ExecuteReader();
            var lines = new List<string>();
            while (plan.Read())
            {
                lines.Add(plan.GetString(3));
            }

            Of.Add(string.Join('\n', lines));
            return ValueTask.FromResult(result);
        }
    }
}
