using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using VoterLiaison.Bench.Acts;
using VoterLiaison.Bench.House;
using VoterLiaison.Dashboard.Imports;

namespace VoterLiaison.Bench.Import;

/// <summary>Taking over a whole ledger: reading, comparing with what is there, writing, one commit. The floor inserts the very same rows by prepared statements, in one transaction, without reading or comparing.</summary>
internal static class ImportBench
{
    public const string Name = "import";

    private static readonly (string Table, string OfBatch)[] Written =
    [
        ("Opinions", "ImportBatchId = {0}"),
        ("OpinionVoters", "OpinionId IN (SELECT Id FROM Opinions WHERE ImportBatchId = {0})"),
        ("Forwardings", "OpinionId IN (SELECT Id FROM Opinions WHERE ImportBatchId = {0})"),
        ("Answers", "ForwardingId IN (SELECT Id FROM Forwardings WHERE OpinionId IN (SELECT Id FROM Opinions WHERE ImportBatchId = {0}))"),
        ("History", "OpinionId IN (SELECT Id FROM Opinions WHERE ImportBatchId = {0})"),
    ];

    public static async Task<int> RunAsync(Words words)
    {
        if (words.Of("--one") is not null)
        {
            return await RunOneAsync(words.Number("--rows", 10_000));
        }

        Table.Begin("Taking over a ledger", "rows:", "rows/s:", "read s:", "compare s:", "write s:", "in all s:", "rows written:", "bare insertion s:", "write × bare:", "all × bare:", "peak MB:");
        foreach (var rows in words.Numbers("--sizes", 10_000, 100_000))
        {
            var one = await OwnProcess.RunAsync<Imported>(Name, "--one", "yes", "--rows", Words.Written(rows));
            Table.Row(
                $"{rows:N0}", $"{rows / one.All:N0}", $"{one.Read:0.0}", $"{one.Compare:0.0}", $"{one.All - one.Read - one.Compare:0.0}", $"{one.All:0.0}", $"{one.Written:N0}",
                $"{one.Bare:0.0}", $"{(one.All - one.Read - one.Compare) / one.Bare:0.00}", $"{one.All / one.Bare:0.00}", $"{one.PeakMegabytes:N0}");
        }

        return 0;
    }

    private static async Task<int> RunOneAsync(int rows)
    {
        const int WarmUp = 500;
        var (folder, floor) = (await Folders.CopyAsync(), await Folders.CopyAsync());
        await using (var house = await BenchHouse.OpenAsync(folder))
        {
            var desk = (await house.SignedInAsync()).GetRequiredService<ImportDesk>();
            await desk.WriteAsync(await SomeLedger.ReadAsync(SomeLedger.Of(WarmUp)), SomeLedger.Station, skipRefused: true);
            var ledger = SomeLedger.Of(rows);
            var watch = Stopwatch.StartNew();
            var reading = await SomeLedger.ReadAsync(ledger);
            var read = watch.Elapsed.TotalSeconds;
            await desk.TryAsync(reading, SomeLedger.Station);
            var compare = watch.Elapsed.TotalSeconds - read;
            watch.Restart();
            var report = await desk.WriteAsync(reading, SomeLedger.Station, skipRefused: true);
            var all = read + watch.Elapsed.TotalSeconds;
            var peak = Used.Now(collect: false).PeakMegabytes;
            await using var bare = await BenchHouse.OpenAsync(floor);
            var (written, seconds) = Bare(bare, house, report.BatchId ?? throw new InvalidOperationException($"Nothing was taken over; {report.Refused.Count} rows were refused."));
            OwnProcess.Answer(new Imported(read, compare, all, written, seconds, peak));
        }

        Folders.Delete(folder);
        Folders.Delete(floor);
        return 0;
    }

    /// <summary>The same rows into a copy of the database as it was before, read beforehand.</summary>
    private static (int Rows, double Seconds) Bare(BenchHouse into, BenchHouse from, int batch)
    {
        using var connection = into.Bare();
        using var source = from.Bare();
        Run(connection, "PRAGMA foreign_keys=OFF; PRAGMA cache_size=-65536");
        var tables = Written.Select(table => (table.Table, Content: All(source, $"SELECT * FROM {table.Table} WHERE {string.Format(null, table.OfBatch, batch)}"))).ToList();
        var watch = Stopwatch.StartNew();
        using var transaction = connection.BeginTransaction();
        foreach (var (table, (columns, rows)) in tables)
        {
            using var row = BareRow.Of(connection, table, columns);
            rows.ForEach(values => row.Insert(transaction, values));
        }

        transaction.Commit();
        return (tables.Sum(table => table.Content.Rows.Count), watch.Elapsed.TotalSeconds);
    }

    private static (List<string> Columns, List<object[]> Rows) All(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<object[]>();
        while (reader.Read())
        {
            rows.Add(new object[reader.FieldCount]);
            reader.GetValues(rows[^1]);
        }

        return ([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)], rows);
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private sealed record Imported(double Read, double Compare, double All, int Written, double Bare, double PeakMegabytes);
}
