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

        var end = db.AuditEntries.Local.MaxBy(entry => entry.Id) is { } added ? AuditEnd.At(added) : await AuditEnd.OfAsync(db, cancellationToken);
        db.AuditEntries.Add(AuditEntry.After(end, at, who, act, about, detail, result));
    }
}
