namespace VoterLiaison.Dashboard.Upkeep;

/// <summary>What somebody should see to, the gravest first.</summary>
public enum AlarmKind
{
    /// <summary>The disk does not take writes, or the database cannot be read.</summary>
    StorageFails = 1,
    DatabaseDamaged,
    AuditBroken,
    BackupFailed,
    BackupOld,
    DiskLow,
    CountsBehind,

    /// <summary>Many accounts locked, or many wrong passwords.</summary>
    Guessing,

    /// <summary>Many acts outside of somebody's scope.</summary>
    Refusals,

    /// <summary>Many requests that came too fast.</summary>
    TurnedAway,
}

/// <param name="Kind">Of which there is one at a time.</param>
/// <param name="Sentence">What is so, with its numbers; no person in it.</param>
public sealed record Alarm(AlarmKind Kind, string Sentence)
{
    /// <summary>Since when it is known, UTC.</summary>
    public DateTime Since { get; init; }
}
