namespace VoterLiaison.Dashboard.Data.Accounts;

/// <summary>The audit log is only ever added to, and for at least 190 days nothing of it goes. The database itself refuses the rest, whoever asks.</summary>
internal static class AuditTriggers
{
    public static IReadOnlyList<string> Names { get; } = ["AuditEntries_are_never_changed", "AuditEntries_are_never_replaced", "AuditEntries_are_kept"];

    public const string Create =
        """
        CREATE TRIGGER AuditEntries_are_never_changed BEFORE UPDATE ON AuditEntries
        BEGIN
            SELECT RAISE(ABORT, 'the audit log is append-only');
        END;
        CREATE TRIGGER AuditEntries_are_never_replaced BEFORE INSERT ON AuditEntries
        WHEN EXISTS (SELECT 1 FROM AuditEntries WHERE Id >= NEW.Id)
        BEGIN
            SELECT RAISE(ABORT, 'the audit log is append-only');
        END;
        CREATE TRIGGER AuditEntries_are_kept BEFORE DELETE ON AuditEntries
        WHEN OLD.At > datetime('now', '-190 days')
        BEGIN
            SELECT RAISE(ABORT, 'the audit log is kept for 190 days');
        END;
        """;
}
