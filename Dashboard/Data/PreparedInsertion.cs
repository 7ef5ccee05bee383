using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace VoterLiaison.Dashboard.Data;

/// <summary>An insertion prepared once and filled by place. A command of Microsoft.Data.Sqlite looks up each of some forty values by its name, which takes a quarter of the time of a batch.</summary>
/// <remarks>Writes each value as Microsoft.Data.Sqlite writes it.</remarks>
internal sealed class PreparedInsertion : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;

    public PreparedInsertion(SqliteConnection connection, string sql)
    {
        _database = connection.Handle!;
        Require(raw.sqlite3_prepare_v2(_database, sql, out _statement));
    }

    /// <exception cref="SqliteException">The database refuses the row.</exception>
    public void Run(ReadOnlySpan<object?> values)
    {
        for (var place = 0; place < values.Length; place++)
        {
            Require(Bind(place + 1, values[place]));
        }

        try
        {
            Require(raw.sqlite3_step(_statement));
        }
        finally
        {
            _ = raw.sqlite3_reset(_statement); // says again what the step has said
        }
    }

    public void Dispose() => _statement.Dispose();

    private int Bind(int place, object? value) => value switch
    {
        null => raw.sqlite3_bind_null(_statement, place),
        string text => raw.sqlite3_bind_text(_statement, place, text),
        int number => raw.sqlite3_bind_int64(_statement, place, number),
        bool yes => raw.sqlite3_bind_int64(_statement, place, yes ? 1 : 0),
        DateOnly day => raw.sqlite3_bind_text(_statement, place, day.ToString("yyyy'-'MM'-'dd", CultureInfo.InvariantCulture)),
        DateTime moment => raw.sqlite3_bind_text(_statement, place, moment.ToString("yyyy'-'MM'-'dd HH':'mm':'ss.FFFFFFF", CultureInfo.InvariantCulture)),
        Guid id => raw.sqlite3_bind_text(_statement, place, id.ToString().ToUpperInvariant()),
        _ => throw new NotSupportedException($"A batch does not write values of the type {value.GetType()} yet."),
    };

    /// <summary>Nothing where it went well, and where a step is done.</summary>
    private void Require(int code) => SqliteException.ThrowExceptionForRC(code, _database);
}
