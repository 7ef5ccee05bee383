using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Data.Accounts;

/// <summary>Asked of the database itself, as somebody with sqlite3 would.</summary>
public sealed class AuditTriggersTests : IDisposable
{
    private const string Columns = "At, AccountId, Who, Role, Address, Act, About, Detail, Result, PreviousHash, Hash";

    private readonly LiaisonDatabase _database = new();

    public void Dispose() => _database.Dispose();

    [Theory]
    [InlineData("UPDATE AuditEntries SET Who = '别人'")]
    [InlineData("UPDATE AuditEntries SET Id = 99 WHERE Id = 3")]
    [InlineData("DELETE FROM AuditEntries")]
    [InlineData("DELETE FROM AuditEntries WHERE Id = 1")]
    [InlineData($"INSERT OR REPLACE INTO AuditEntries (Id, {Columns}) SELECT Id, {Columns} FROM AuditEntries WHERE Id = 2")]
    [InlineData($"INSERT INTO AuditEntries (Id, {Columns}) SELECT 0, {Columns} FROM AuditEntries WHERE Id = 3")]
    [InlineData($"INSERT INTO AuditEntries (Id, {Columns}) SELECT -5, {Columns} FROM AuditEntries WHERE Id = 3")]
    public async Task A_young_log_is_never_changed_replaced_deleted_or_put_before(string statement)
    {
        await _database.Store.AuditedAsync(3, TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(-189));

        var refused = await Assert.ThrowsAsync<SqliteException>(() => RunAsync(statement));

        Assert.StartsWith("the audit log is", refused.Message.Split('\'')[1], StringComparison.Ordinal);
        await using var db = _database.CreateDbContext();
        Assert.Equal([1, 2, 3], await db.AuditEntries.Where(entry => entry.Who == AuditLog.Clerk.Name).OrderBy(entry => entry.Id).Select(entry => entry.Id).ToListAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task What_is_old_may_go()
    {
        await _database.Store.AuditedAsync(2, TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(-191));
        await _database.Store.AuditedAsync(1, TimeProvider.System.GetUtcNow().UtcDateTime);

        await RunAsync("DELETE FROM AuditEntries WHERE Id < 3");

        await using var db = _database.CreateDbContext();
        Assert.Equal(3, (await db.AuditEntries.SingleAsync(TestContext.Current.CancellationToken)).Id);
    }

    private async Task RunAsync(string statement)
    {
        await using var db = _database.CreateDbContext();
        await db.Database.ExecuteSqlRawAsync(statement, TestContext.Current.CancellationToken);
    }
}
