using Microsoft.Data.Sqlite;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Data;

public sealed class IndexesTests : IDisposable
{
    private readonly SqliteConnection _connection = new("Data Source=:memory:");

    public IndexesTests()
    {
        _connection.Open();
        MigratedDatabase.CopyTo(_connection);
    }

    public void Dispose() => _connection.Dispose();

    [Theory]
    [InlineData("Opinions", "TopicId")]
    [InlineData("Opinions", "LeadOpinionId")]
    [InlineData("Opinions", "DueOn")]
    [InlineData("Opinions", "LookAgainOn")]
    [InlineData("Opinions", "SupervisedSince")]
    [InlineData("Opinions", "ConcernsDeputyId")]
    [InlineData("Forwardings", "CityDeputyId")]
    [InlineData("History", "Submission")]
    public void What_an_opinion_leaves_empty_stands_in_no_index_and_the_others_are_found_by_it(string table, string column)
    {
        Assert.EndsWith($"WHERE \"{column}\" IS NOT NULL", Ask($"SELECT sql FROM sqlite_master WHERE name = 'IX_{table}_{column}'"), StringComparison.Ordinal);
        Assert.Contains($"INDEX IX_{table}_{column} ({column}=?)", Ask($"EXPLAIN QUERY PLAN SELECT Id FROM {table} WHERE {column} = @it", column: 3), StringComparison.Ordinal);
    }

    private string Ask(string sql, int column = 0)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("@it", 1);
        using var reader = command.ExecuteReader();
        Assert.True(reader.Read(), sql);
        return reader.GetString(column);
    }
}
