using Microsoft.EntityFrameworkCore;

namespace VoterLiaison.Dashboard.Data.Accounts;

public static class AuditTrail
{
    /// <summary>Adds an entry in the transaction of the act it tells of, so that there is never one without the other.</summary>
    public static async Task AuditAsync(
        this LiaisonDbContext db, DateTime at, Actor who, AuditAct act, string about, string detail = "", AuditResult result = AuditResult.Done, CancellationToken cancellationToken = default)
    {
        if (db.Database.CurrentTransaction is null)
        {
            throw new InvalidOperationException("An audit entry belongs into the transaction of its act.");
        }

        var last = db.AuditEntries.Local.MaxBy(entry => entry.Id)
            ?? await db.AuditEntries.AsNoTracking().OrderByDescending(entry => entry.Id).FirstOrDefaultAsync(cancellationToken);
        db.AuditEntries.Add(AuditEntry.After(last, await AuditChain.LastIdGivenAsync(db, cancellationToken), at, who, act, about, detail, result));
    }
}
