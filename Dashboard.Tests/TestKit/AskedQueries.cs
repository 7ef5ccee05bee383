using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace VoterLiaison.TestKit;

/// <summary>The queries that were asked of a database, and how SQLite goes about them.</summary>
internal sealed class AskedQueries : DbCommandInterceptor
{
    private readonly ConcurrentDictionary<string, bool> _texts = [];

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        _texts[command.CommandText] = true;
        return ValueTask.FromResult(result);
    }

    public IEnumerable<string> Texts => _texts.Keys;

    public void Forget() => _texts.Clear();

    /// <summary>Those that read one of these tables from its first row to its last. One that wants its first row, whichever that is, does not.</summary>
    public IEnumerable<string> ReadingThrough(DbConnection connection, params string[] tables)
    {
        foreach (var text in _texts.Keys.Where(text => text.StartsWith("SELECT", StringComparison.Ordinal) && (text.Contains("WHERE", StringComparison.Ordinal) || !text.EndsWith("LIMIT 1", StringComparison.Ordinal))))
        {
            using var plan = connection.CreateCommand();
            plan.CommandText = "EXPLAIN QUERY PLAN " + text;
            foreach (var name in System.Text.RegularExpressions.Regex.Matches(text, "@[A-Za-z0-9_]+").Select(match => match.Value).Distinct())
            {
                var parameter = plan.CreateParameter();
                (parameter.ParameterName, parameter.Value) = (name, DBNull.Value);
                plan.Parameters.Add(parameter);
            }

            using var steps = plan.ExecuteReader();
            while (steps.Read())
            {
                var step = steps.GetString(3);
                if (step.StartsWith("SCAN", StringComparison.Ordinal) && tables.Any(table => text.Contains($"\"{table}\" AS \"{step.Split(' ')[1]}\"", StringComparison.Ordinal)))
                {
                    yield return $"{step}: {text}";
                }
            }
        }
    }
}
