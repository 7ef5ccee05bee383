using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Data;

namespace VoterLiaison.TestKit;

/// <summary>The empty database as the migrations make it: made once in a run, and copied by every test that only needs it to be there.</summary>
internal static class MigratedDatabase
{
    private static readonly Lock _oneAtATime = new();
    private static readonly Lazy<SqliteConnection> _made = new(Make);

    public static void CopyTo(SqliteConnection connection)
    {
        lock (_oneAtATime)
        {
            _made.Value.BackupDatabase(connection);
        }
    }

    public static void CopyInto(LiaisonFolder folder)
    {
        lock (_oneAtATime)
        {
            folder.Receive(_made.Value);
        }
    }

    private static SqliteConnection Make()
    {
        var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        using var db = new LiaisonDbContext(new DbContextOptionsBuilder<LiaisonDbContext>().UseSqlite(connection).Options);
        db.Database.Migrate();
        return connection;
    }
}
