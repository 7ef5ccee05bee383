using Microsoft.Data.Sqlite;
using VoterLiaison.Bench.House;

namespace VoterLiaison.Bench.Acts;

/// <summary>The floor: the rows that collecting writes, inserted by prepared statements of Microsoft.Data.Sqlite, one transaction an act, one writer. Nothing is asked, checked or hashed.</summary>
internal sealed class BareActs : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly SqliteConnection _connection;
    private readonly BareRow _voter;
    private readonly BareRow _opinion;
    private readonly BareRow _deputyLink;
    private readonly BareRow _voterLink;
    private readonly BareRow _entry;
    private readonly BareRow _audit;
    private readonly SqliteCommand _series;
    private readonly SqliteCommand _lastKey;
    private long _number;
    private long _audited;

    private BareActs(SqliteConnection connection, int like)
    {
        _connection = connection;
        _voter = BareRow.Like(connection, "Voters", $"Id = (SELECT VoterId FROM OpinionVoters WHERE OpinionId = {like})");
        _opinion = BareRow.Like(connection, "Opinions", $"Id = {like}");
        _deputyLink = BareRow.Like(connection, "OpinionDeputies", $"OpinionId = {like}");
        _voterLink = BareRow.Like(connection, "OpinionVoters", $"OpinionId = {like}");
        _entry = BareRow.Like(connection, "History", $"OpinionId = {like}");
        _audit = BareRow.Like(connection, "AuditEntries", "Id = (SELECT MAX(Id) FROM AuditEntries)");
        _series = Command($"UPDATE OpinionSeries SET Last = Last + 1 WHERE (StationId, Year) = (SELECT StationId, Year FROM Opinions WHERE Id = {like})");
        _lastKey = Command("SELECT last_insert_rowid()");
        _audited = (long)Command("SELECT MAX(Id) FROM AuditEntries").ExecuteScalar()!;
    }

    /// <param name="house">Whose database it writes.</param>
    /// <param name="synchronous">FULL as the app; OFF shows what the fsyncs cost.</param>
    public static async Task<BareActs> OnAsync(BenchHouse house, string synchronous = "FULL")
    {
        var like = await (await DeskActs.DesksAsync(house, 1))[0].CollectAsync((await DeskActs.OnAsync(house)).Form(), Guid.NewGuid());
        return new BareActs(house.Bare(synchronous), like.Id);
    }

    public async Task CollectAsync()
    {
        await _gate.WaitAsync();
        try
        {
            using var transaction = _connection.BeginTransaction();
            Write(transaction);
            transaction.Commit();
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Several acts by one commit.</summary>
    public void CollectMany(int acts)
    {
        using var transaction = _connection.BeginTransaction();
        for (var act = 0; act < acts; act++)
        {
            Write(transaction);
        }

        transaction.Commit();
    }

    public void Dispose()
    {
        _connection.Dispose();
        _gate.Dispose();
    }

    private void Write(SqliteTransaction transaction)
    {
        var number = ++_number;
        _voter.Insert(transaction, ("Id", null), ("Phone", $"138{number:00000000}"));
        var voter = LastKey(transaction);
        _opinion.Insert(transaction, ("Id", null), ("Number", $"bare-{number}"));
        var opinion = LastKey(transaction);
        _deputyLink.Insert(transaction, ("OpinionId", opinion));
        _voterLink.Insert(transaction, ("OpinionId", opinion), ("VoterId", voter));
        _entry.Insert(transaction, ("Id", null), ("OpinionId", opinion), ("Submission", Guid.NewGuid()));
        _audit.Insert(transaction, ("Id", ++_audited));
        _series.Transaction = transaction;
        _series.ExecuteNonQuery();
    }

    private long LastKey(SqliteTransaction transaction)
    {
        _lastKey.Transaction = transaction;
        return (long)_lastKey.ExecuteScalar()!;
    }

    private SqliteCommand Command(string sql)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        return command;
    }
}
