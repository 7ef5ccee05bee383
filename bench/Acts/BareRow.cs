using Microsoft.Data.Sqlite;

namespace VoterLiaison.Bench.Acts;

/// <summary>A prepared insertion into one table, by Microsoft.Data.Sqlite alone.</summary>
internal sealed class BareRow : IDisposable
{
    private readonly SqliteCommand _insert;

    private BareRow(SqliteCommand insert) => _insert = insert;

    public static BareRow Of(SqliteConnection connection, string table, IReadOnlyCollection<string> columns)
    {
        var insert = connection.CreateCommand();
        foreach (var column in columns)
        {
            insert.Parameters.AddWithValue($"@{column}", DBNull.Value);
        }

        insert.CommandText = $"INSERT INTO \"{table}\" ({string.Join(", ", columns.Select(column => $"\"{column}\""))}) VALUES ({string.Join(", ", columns.Select(column => $"@{column}"))})";
        insert.Prepare();
        return new BareRow(insert);
    }

    /// <summary>Of rows like one that an act has written: what is not said otherwise is as in that row.</summary>
    public static BareRow Like(SqliteConnection connection, string table, string condition)
    {
        using var select = connection.CreateCommand();
        select.CommandText = $"SELECT * FROM \"{table}\" WHERE {condition} LIMIT 1";
        using var found = select.ExecuteReader();
        found.Read();
        var row = Of(connection, table, [.. Enumerable.Range(0, found.FieldCount).Select(found.GetName)]);
        foreach (var place in Enumerable.Range(0, found.FieldCount))
        {
            row._insert.Parameters[place].Value = found.GetValue(place);
        }

        return row;
    }

    public void Insert(SqliteTransaction transaction, params ReadOnlySpan<(string Column, object? Value)> other)
    {
        foreach (var (column, value) in other)
        {
            _insert.Parameters[$"@{column}"].Value = value ?? DBNull.Value;
        }

        _insert.Transaction = transaction;
        _insert.ExecuteNonQuery();
    }

    /// <summary>All columns in their order.</summary>
    public void Insert(SqliteTransaction transaction, IReadOnlyList<object> values)
    {
        for (var place = 0; place < values.Count; place++)
        {
            _insert.Parameters[place].Value = values[place];
        }

        _insert.Transaction = transaction;
        _insert.ExecuteNonQuery();
    }

    public void Dispose() => _insert.Dispose();
}
