using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using VoterLiaison.Domain.Opinions;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Data;

/// <summary>Asked of the database itself, as somebody with sqlite3 would.</summary>
public sealed class HistoryTriggersTests
{
    [Theory]
    [InlineData("UPDATE History SET Note = '另一种说法'")]
    [InlineData("UPDATE History SET \"By\" = '别人' WHERE Sequence = 1")]
    [InlineData("DELETE FROM History")]
    [InlineData("DELETE FROM Opinions")]
    [InlineData("INSERT OR REPLACE INTO History SELECT Id, OpinionId, Sequence, Act, \"On\", At, '别人', Stage, Note, Submission FROM History")]
    [InlineData("INSERT OR REPLACE INTO History SELECT NULL, OpinionId, Sequence, Act, \"On\", At, '别人', Stage, Note, NULL FROM History")]
    [InlineData("INSERT OR REPLACE INTO History SELECT NULL, OpinionId, Sequence + 1, Act, \"On\", At, '别人', Stage, Note, Submission FROM History")]
    public async Task History_is_never_changed_replaced_or_deleted(string statement)
    {
        await using var house = await LiaisonHouse.OpenAsync();
        await house.CollectAsync();
        await using var behind = house.Behind();

        var refused = Assert.Throws<SqliteException>(() => Run(behind, statement));

        Assert.Contains("history is append-only", refused.Message, StringComparison.Ordinal);
        await using var db = house.Rows();
        Assert.Equal("值班员", await db.Set<HistoryEntry>().Select(entry => entry.By).SingleAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Only_an_undone_batch_goes_and_only_what_came_with_it()
    {
        await using var house = await LiaisonHouse.OpenAsync();
        var came = await house.CollectAsync();
        var own = await house.CollectAsync();
        await using var behind = house.Behind();
        Run(behind, $"INSERT INTO ImportBatches (FileName, Sha256, StationId, ImportedAt, ImportedBy, Opinions) VALUES ('a.csv', 'x', {house.District.BajiaoHome.Id}, '2026-03-02', '值班员', 1)");
        Run(behind, $"UPDATE Opinions SET ImportBatchId = (SELECT MAX(Id) FROM ImportBatches) WHERE Id = {came.OpinionId}");

        Assert.Throws<SqliteException>(() => Run(behind, $"DELETE FROM History WHERE OpinionId = {came.OpinionId}")); // the batch stands
        Run(behind, "UPDATE ImportBatches SET UndoneAt = '2026-03-02', UndoneBy = '值班员'");
        Assert.Throws<SqliteException>(() => Run(behind, $"DELETE FROM History WHERE OpinionId = {own.OpinionId}"));
        Run(behind, $"DELETE FROM History WHERE OpinionId = {came.OpinionId}");

        await using var db = house.Rows();
        Assert.Equal([own.OpinionId], await db.Set<HistoryEntry>().Select(entry => entry.OpinionId).ToListAsync(TestContext.Current.CancellationToken));
    }

    private static void Run(SqliteConnection connection, string statement)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the tests' own statements
        command.CommandText = statement;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
