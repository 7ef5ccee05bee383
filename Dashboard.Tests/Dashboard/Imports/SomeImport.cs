using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Domain.Opinions;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Imports;

/// <summary>The import desk over a database of its own. It is 9 o'clock on Monday, 2 March 2026, in the district.</summary>
public abstract class SomeImport : IDisposable
{
    protected const string Headings = "信件编号,标题,来信人,来信时间,来信内容,答复单位,答复时间,答复内容";

    protected SomeImport()
    {
        var (door, _) = Database.DoorFor("值班员", Clock);
        Mappings = new ImportMappings(new DataFolder(Options.Create(new LiaisonOptions { DataDirectory = OwnFolder.Path })));
        Desk = new ImportDesk(door, Database.Batches, Database.Ring, Database, Clock, Options.Create(new LiaisonOptions()), Mappings);
    }

    /// <summary>Remembered in a folder of the test's own.</summary>
    protected LiaisonFolder OwnFolder { get; } = new();
    protected ImportMappings Mappings { get; }

    protected LiaisonDatabase Database { get; } = new();
    protected FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8)));
    protected ImportDesk Desk { get; }
    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        Database.Dispose();
        OwnFolder.Dispose();
        GC.SuppressFinalize(this);
    }

    protected static Task<LedgerReading> ReadAsync(string csv, int? year = null) => LedgerReading.ReadAsync(Encoding.UTF8.GetBytes(csv), "来信.csv", year, null, Cancel);

    protected static Task<LedgerReading> RowsAsync(params string[] rows) => ReadAsync(string.Join('\n', rows.Prepend(Headings)));

    protected async Task<ImportReport> TryAsync(params string[] rows) => await Desk.TryAsync(await RowsAsync(rows), "BJ01", null, Cancel);

    protected async Task<ImportReport> WriteAsync(params string[] rows) => await Desk.WriteAsync(await RowsAsync(rows), "BJ01", skipRefused: false, null, Cancel);

    protected async Task<Opinion> OpinionAsync(string sourceNumber)
    {
        await using var db = Database.CreateDbContext();
        return await db.Opinions.Include(o => o.Voters).ThenInclude(v => v.Voter).Include(o => o.Deputies).Include(o => o.Forwardings).ThenInclude(f => f.Answers)
            .Include(o => o.Feedbacks).Include(o => o.History.OrderBy(entry => entry.Sequence)).SingleAsync(o => o.SourceNumber == sourceNumber, Cancel);
    }

    /// <summary>How many rows each table has.</summary>
    protected async Task<Dictionary<string, int>> TablesAsync()
    {
        await using var db = Database.CreateDbContext();
        var counts = new Dictionary<string, int>();
        foreach (var table in db.Model.GetEntityTypes().Select(type => type.GetTableName()!).Distinct())
        {
            var count = $"SELECT COUNT(*) AS Value FROM \"{table}\"";
            counts[table] = await db.Database.SqlQueryRaw<int>(count).SingleAsync(Cancel);
        }

        return counts;
    }
}
