namespace VoterLiaison.Dashboard.Data;

/// <summary>What was closed stays as it was; reopening writes only that it was reopened. The database itself refuses the rest, whoever asks.</summary>
internal static class ClosingTriggers
{
    public static IReadOnlyList<string> Names { get; } =
    [
        "ClosedYears_are_only_reopened", "ClosedYears_are_never_replaced", "ClosedYears_are_kept",
        "FrozenCounts_are_never_changed", "FrozenCounts_are_never_replaced", "FrozenCounts_are_kept",
        "FrozenBooks_are_never_changed", "FrozenBooks_are_never_replaced", "FrozenBooks_are_kept",
    ];

    public const string Create =
        """
        CREATE TRIGGER ClosedYears_are_only_reopened BEFORE UPDATE ON ClosedYears
        WHEN NOT (
            OLD.ReopenedAt IS NULL AND NEW.ReopenedAt IS NOT NULL
            AND NEW.Id IS OLD.Id AND NEW.Year IS OLD.Year AND NEW.Edition IS OLD.Edition AND NEW.AsOf IS OLD.AsOf AND NEW.LastEntryId IS OLD.LastEntryId
            AND NEW.CarriedOver IS OLD.CarriedOver AND NEW.ClosedBy IS OLD.ClosedBy AND NEW.ClosedAt IS OLD.ClosedAt)
        BEGIN
            SELECT RAISE(ABORT, 'a closed year stays as it was');
        END;
        CREATE TRIGGER ClosedYears_are_never_replaced BEFORE INSERT ON ClosedYears
        WHEN EXISTS (SELECT 1 FROM ClosedYears WHERE Id = NEW.Id OR (Year = NEW.Year AND (Edition = NEW.Edition OR ReopenedAt IS NULL)))
        BEGIN
            SELECT RAISE(ABORT, 'a closed year stays as it was');
        END;
        CREATE TRIGGER ClosedYears_are_kept BEFORE DELETE ON ClosedYears
        BEGIN
            SELECT RAISE(ABORT, 'a closed year stays as it was');
        END;
        CREATE TRIGGER FrozenCounts_are_never_changed BEFORE UPDATE ON FrozenCounts
        BEGIN
            SELECT RAISE(ABORT, 'a closed year stays as it was');
        END;
        CREATE TRIGGER FrozenCounts_are_never_replaced BEFORE INSERT ON FrozenCounts
        WHEN EXISTS (SELECT 1 FROM FrozenCounts WHERE ClosedYearId = NEW.ClosedYearId AND StationId = NEW.StationId AND "Key" = NEW."Key")
        BEGIN
            SELECT RAISE(ABORT, 'a closed year stays as it was');
        END;
        CREATE TRIGGER FrozenCounts_are_kept BEFORE DELETE ON FrozenCounts
        BEGIN
            SELECT RAISE(ABORT, 'a closed year stays as it was');
        END;
        CREATE TRIGGER FrozenBooks_are_never_changed BEFORE UPDATE ON FrozenBooks
        BEGIN
            SELECT RAISE(ABORT, 'a closed year stays as it was');
        END;
        CREATE TRIGGER FrozenBooks_are_never_replaced BEFORE INSERT ON FrozenBooks
        WHEN EXISTS (SELECT 1 FROM FrozenBooks WHERE Id = NEW.Id OR (ClosedYearId = NEW.ClosedYearId AND UnitId IS NEW.UnitId))
        BEGIN
            SELECT RAISE(ABORT, 'a closed year stays as it was');
        END;
        CREATE TRIGGER FrozenBooks_are_kept BEFORE DELETE ON FrozenBooks
        BEGIN
            SELECT RAISE(ABORT, 'a closed year stays as it was');
        END;
        """;
}
