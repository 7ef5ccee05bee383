namespace VoterLiaison.Dashboard.Data;

/// <summary>History is only ever added to. The database itself refuses the rest, whoever asks.</summary>
internal static class HistoryTriggers
{
    public static IReadOnlyList<string> Names { get; } = ["History_is_never_changed", "History_is_never_replaced", "History_is_never_deleted"];

    /// <summary>The first guard, loosened at one place: where an opinion is anonymised, notes may lose what tells who the voters are. Nothing else of an entry changes, ever.</summary>
    public const string LetTracesGo =
        """
        DROP TRIGGER History_is_never_changed;
        CREATE TRIGGER History_is_never_changed BEFORE UPDATE ON History
        WHEN NOT (
            EXISTS (SELECT 1 FROM Opinions WHERE Id = OLD.OpinionId AND AnonymisedOn IS NOT NULL)
            AND length(NEW.Note) = length(OLD.Note)
            AND NEW.Id IS OLD.Id AND NEW.OpinionId IS OLD.OpinionId AND NEW.Sequence IS OLD.Sequence AND NEW.Act IS OLD.Act AND NEW."On" IS OLD."On"
            AND NEW.At IS OLD.At AND NEW."By" IS OLD."By" AND NEW.Stage IS OLD.Stage AND NEW.Submission IS OLD.Submission)
        BEGIN
            SELECT RAISE(ABORT, 'history is append-only');
        END;
        """;

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
