using System.Globalization;
using Microsoft.Data.Sqlite;

namespace VoterLiaison.Bench.Faults;

/// <summary>What the database holds of what was acknowledged, looked at past the app.</summary>
/// <param name="Lost">Acknowledged, and not there as it was sent.</param>
/// <param name="Duplicates">There more than once: by its words, by its sending, by its receipt.</param>
internal sealed record Stored(int Lost, int Duplicates)
{
    public static Stored Of(string database, Tally tally)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = database, Pooling = false }.ToString());
        connection.Open();
        var there = new Dictionary<string, string>();
        using (var command = Command(connection, "SELECT r.Number, s.Words FROM Receipts r JOIN Submissions s ON s.Id = r.SubmissionId"))
        using (var rows = command.ExecuteReader())
        {
            while (rows.Read())
            {
                there[rows.GetString(0)] = rows.GetString(1);
            }
        }

        var lost = tally.Receipts.Count(receipt => there.GetValueOrDefault(receipt.Number) != receipt.Words);
        var signedIn = Count(connection, "SELECT COUNT(*) FROM AuditEntries WHERE Act = 'SignedIn'");
        return new Stored(
            lost + Math.Max(0, tally.SignIns - signedIn),
            tally.Receipts.Count - tally.Receipts.DistinctBy(receipt => receipt.Number).Count()
            + Count(connection, "SELECT COUNT(*) FROM (SELECT 1 FROM Submissions WHERE Words LIKE '第%件：路灯不亮。%' GROUP BY Words HAVING COUNT(*) > 1)")
            + Count(connection, "SELECT COUNT(*) FROM (SELECT 1 FROM Submissions GROUP BY Form HAVING COUNT(*) > 1)")
            + Count(connection, "SELECT COUNT(*) FROM (SELECT 1 FROM Receipts WHERE SubmissionId IS NOT NULL GROUP BY SubmissionId HAVING COUNT(*) > 1)"));
    }

    private static int Count(SqliteConnection connection, string sql)
    {
        using var command = Command(connection, sql);
        return Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    private static SqliteCommand Command(SqliteConnection connection, string sql)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        return command;
    }
}
