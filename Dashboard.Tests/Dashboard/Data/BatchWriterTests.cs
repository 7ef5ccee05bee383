using System.Globalization;
using CsCheck;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using VoterLiaison.Domain.Opinions;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Data;

public sealed class BatchWriterTests
{
    private static readonly string[] Tables =
        ["Opinions", "OpinionDeputies", "OpinionVoters", "Voters", "Forwardings", "Answers", "Feedbacks", "History", "OpinionSeries"];

    [Fact]
    public async Task A_batch_writes_the_same_rows_as_saving_one_by_one() => await RandomLife.Dice.SampleAsync(
        async dice => Assert.Equal(await RowsAsync(dice, SaveOneByOneAsync), await RowsAsync(dice, WriteInBatchAsync)), iter: 30, threads: 1);

    [Fact]
    public async Task A_batch_rings_for_its_stations_once_it_is_committed()
    {
        using var database = new LiaisonDatabase();
        var station = database.District.BajiaoHome;
        await database.Store.WriteAsync(async db =>
        {
            var series = db.Add(new OpinionSeries(station.Id, 2026)).Entity;
            await database.Batches.InsertAsync(db, [Collect(database, series)], TestContext.Current.CancellationToken);
        }, TestContext.Current.CancellationToken);

        var changes = await database.Changes.NextAsync(TestContext.Current.CancellationToken);
        Assert.Equal([new StationYear(station.Id, 2026)], changes.Touched);
    }

    [Fact]
    public async Task The_key_of_an_erased_opinion_is_not_given_to_another()
    {
        using var database = new LiaisonDatabase();
        var batch = new ImportBatch("台账.xlsx", "0f", database.District.BajiaoHome.Id, new DateTime(2026, 3, 2, 1, 0, 0, DateTimeKind.Utc), "王静");
        var series = new OpinionSeries(database.District.BajiaoHome.Id, 2026);
        var erased = Collect(database, series);
        await database.Store.WriteAsync(async db =>
        {
            db.AddRange(batch, series);
            await db.SaveChangesAsync();
            erased.CameWith(batch);
            await database.Batches.InsertAsync(db, [erased]);
            batch.Undo("王静", batch.ImportedAt);
            await db.SaveChangesAsync();
            await db.Set<HistoryEntry>().ExecuteDeleteAsync();
            await db.Opinions.ExecuteDeleteAsync();
        }, TestContext.Current.CancellationToken);

        var next = Collect(database, series);
        await database.Store.WriteAsync(db => database.Batches.InsertAsync(db, [next]), TestContext.Current.CancellationToken);

        Assert.Equal(erased.Id + 1, next.Id);
    }

    [Fact]
    public async Task A_batch_that_fails_leaves_nothing()
    {
        using var database = new LiaisonDatabase();
        var opinion = Collect(database, new OpinionSeries(database.District.BajiaoHome.Id, 2026));

        await Assert.ThrowsAnyAsync<Exception>(() => database.Store.WriteAsync(
            db => database.Batches.InsertAsync(db, [opinion, opinion]), TestContext.Current.CancellationToken));

        await using var read = database.CreateDbContext();
        Assert.False(await read.Opinions.AnyAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public void What_a_batch_does_not_know_how_to_write_it_does_not_write_otherwise()
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        using var create = connection.CreateCommand();
        create.CommandText = "CREATE TABLE Sums (Sum)";
        create.ExecuteNonQuery();
        using var insertion = new PreparedInsertion(connection, "INSERT INTO Sums VALUES (?)");

        Assert.Throws<NotSupportedException>(() => insertion.Run([1.5m]));

        insertion.Run([null]);
        create.CommandText = "SELECT COUNT(*) FROM Sums WHERE Sum IS NULL";
        Assert.Equal(1L, create.ExecuteScalar());
    }

    private static Opinion Collect(LiaisonDatabase database, OpinionSeries series) => Opinion.Collect(
        series, database.District.BajiaoHome, new CollectedFacts { Words = "路灯不亮", On = new DateOnly(2026, 3, 2) },
        new Stamp("王静", new DateTime(2026, 3, 2, 1, 0, 0, DateTimeKind.Utc), new ClockLimits()));

    private static async Task SaveOneByOneAsync(LiaisonDatabase database, int[] dice)
    {
        await using var db = database.CreateDbContext();
        var series = new Dictionary<(int, int), OpinionSeries>();
        var opinions = await new RandomLife(database.District, dice).OpinionsAsync(series, async lead =>
        {
            db.Add(lead);
            await db.SaveChangesAsync();
        });
        db.AddRange(series.Values);
        foreach (var opinion in opinions)
        {
            if (opinion.Id == 0)
            {
                db.Add(opinion);
            }

            await db.SaveChangesAsync();
        }
    }

    private static Task WriteInBatchAsync(LiaisonDatabase database, int[] dice) => database.Store.WriteAsync(async db =>
    {
        using var batch = await database.Batches.BeginAsync(db);
        var series = new Dictionary<(int, int), OpinionSeries>();
        foreach (var opinion in await new RandomLife(database.District, dice).OpinionsAsync(series, lead =>
        {
            batch.Identify(lead);
            return Task.CompletedTask;
        }))
        {
            batch.Insert(opinion);
        }

        db.AddRange(series.Values);
    });

    private static async Task<List<string>> RowsAsync(int[] dice, Func<LiaisonDatabase, int[], Task> write)
    {
        using var database = new LiaisonDatabase();
        await write(database, dice);

        await using var db = database.CreateDbContext();
        await db.Database.OpenConnectionAsync();
        var rows = new List<string>();
        foreach (var table in Tables)
        {
            await using var select = db.Database.GetDbConnection().CreateCommand();
            select.CommandText = $"SELECT * FROM {table} ORDER BY 1, 2";
            await using var reader = await select.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                rows.Add(table + string.Concat(Enumerable.Range(0, reader.FieldCount)
                    .Select(column => string.Create(CultureInfo.InvariantCulture, $"|{reader.GetName(column)}:{reader.GetDataTypeName(column)}={reader.GetValue(column)}"))));
            }
        }

        return rows;
    }
}
