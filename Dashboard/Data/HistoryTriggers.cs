namespace VoterLiaison.Dashboard.Data;

/// <summary>History is only ever added to. The database itself refuses the rest, whoever asks.</summary>
internal static class HistoryTriggers
{
    public static IReadOnlyList<string> Names { get; } = ["History_is_never_changed", "History_is_never_replaced", "History_is_never_deleted"];

    /// <remarks>INSERT OR REPLACE would take an entry away without a DELETE. Undoing an import takes its opinions back whole; only then, and only theirs, may entries go.</remarks>
    public const string Create =
        """
        CREATE TRIGGER History_is_never_changed BEFORE UPDATE ON History
        BEGIN
            SELECT RAISE(ABORT, 'history is append-only');
        END;
        CREATE TRIGGER History_is_never_replaced BEFORE INSERT ON History
        WHEN EXISTS (SELECT 1 FROM History WHERE Id = NEW.Id)
            OR EXISTS (SELECT 1 FROM History WHERE OpinionId = NEW.OpinionId AND Sequence = NEW.Sequence)
            OR EXISTS (SELECT 1 FROM History WHERE Submission = NEW.Submission)
        BEGIN
            SELECT RAISE(ABORT, 'history is append-only');
        END;
        CREATE TRIGGER History_is_never_deleted BEFORE DELETE ON History
        WHEN NOT EXISTS (
            SELECT 1 FROM Opinions JOIN ImportBatches ON ImportBatches.Id = Opinions.ImportBatchId
            WHERE Opinions.Id = OLD.OpinionId AND ImportBatches.UndoneAt IS NOT NULL)
        BEGIN
            SELECT RAISE(ABORT, 'history is append-only');
        END;
        """;
}
