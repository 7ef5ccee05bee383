using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Data.Accounts;

namespace VoterLiaison.Dashboard.Backups;

/// <summary>Takes one backup, by hand or by night, and enters it in the audit log.</summary>
public sealed partial class BackupTaking(DatabaseBackup database, LiaisonStore store, TimeProvider clock, ILogger<BackupTaking> logger)
{
    /// <summary>Writes the file and checks it. A backup that is good stays good where the audit log cannot be written any more: a disk may be failing, which is when it is needed.</summary>
    /// <exception cref="IOException">It could not be written, or was not sound; nothing of it is left.</exception>
    public async Task<Backup> TakeAsync(string file, Actor who, CancellationToken cancellationToken = default)
    {
        var backup = await database.WriteAsync(file, cancellationToken);
        await TryEnterAsync(who, backup.File, $"{backup.Manifest.InWords}；SHA-256 {backup.Sha256}", AuditResult.Done);
        return backup;
    }

    /// <summary>Enters that one was tried and could not be had.</summary>
    internal Task EnterFailureAsync(Actor who, string file, string why) => TryEnterAsync(who, file, why, AuditResult.Refused);

    private async Task TryEnterAsync(Actor who, string about, string detail, AuditResult result)
    {
        try
        {
            await store.WriteAsync(db => db.AuditAsync(clock.GetUtcNow().UtcDateTime, who, AuditAct.Backup, about, detail, result));
        }
        catch (Exception failed) when (failed is not OperationCanceledException)
        {
            NotEntered(logger, failed);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "What became of a backup could not be entered in the audit log.")]
    private static partial void NotEntered(ILogger logger, Exception exception);
}
