using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace VoterLiaison.Dashboard.Data;

/// <summary>SQLite's own online backup, piece by piece, so that it can be broken off.</summary>
internal static class OnlineCopy
{
    private const int PagesAtATime = 1024;

    /// <param name="live">Holds one moment; what is written meanwhile is not in the copy.</param>
    /// <param name="copy">Empty.</param>
    /// <param name="cancellationToken">Breaks it off.</param>
    public static void Run(SqliteConnection live, SqliteConnection copy, CancellationToken cancellationToken)
    {
        using var backup = raw.sqlite3_backup_init(copy.Handle, "main", live.Handle, "main");
        if (backup.IsInvalid)
        {
            SqliteException.ThrowExceptionForRC(raw.sqlite3_errcode(copy.Handle), copy.Handle);
        }

        int said;
        do
        {
            cancellationToken.ThrowIfCancellationRequested();
            said = raw.sqlite3_backup_step(backup, PagesAtATime);
        }
        while (said == raw.SQLITE_OK);

        if (said != raw.SQLITE_DONE)
        {
            SqliteException.ThrowExceptionForRC(said, copy.Handle);
        }
    }
}
