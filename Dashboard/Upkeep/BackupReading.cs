using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Backups;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Data.Accounts;

namespace VoterLiaison.Dashboard.Upkeep;

/// <summary>How it stands with the backups: by the audit log, in which every good one is, by hand or by night, and by what the nightly rounds say of themselves.</summary>
public sealed class BackupReading(BackupRounds rounds, TimeProvider clock)
{
    /// <summary>What is older is too old in any case, and is not looked for.</summary>
    private static readonly TimeSpan Sought = TimeSpan.FromDays(400);

    private Noted _noted = new(0, null);

    /// <summary>As it was read last; null before the first look.</summary>
    public BackupStanding? Last { get; private set; }

    public async Task<BackupStanding> ReadAsync(LiaisonDbContext db, CancellationToken cancellationToken = default)
    {
        var (since, noted) = (clock.GetUtcNow().UtcDateTime - Sought, _noted);
        var newest = await db.AuditEntries.MaxAsync(entry => (int?)entry.Id, cancellationToken) ?? 0;
        if (newest > noted.UpTo)
        {
            var good = await db.AuditEntries
                .Where(entry => entry.Id > noted.UpTo && entry.Id <= newest && entry.At >= since && entry.Act == AuditAct.Backup && entry.Result == AuditResult.Done)
                .MaxAsync(entry => (DateTime?)entry.At, cancellationToken);
            _noted = noted = new Noted(newest, good ?? noted.Good);
        }

        return Last = new BackupStanding(noted.Good, rounds.LastFailure?.At, rounds.LastFailure?.Why ?? "", rounds.NextAt);
    }

    /// <summary>Looked at twice a minute: each entry once.</summary>
    private sealed record Noted(int UpTo, DateTime? Good);
}

/// <param name="LastGood">When the last one was found good; null where none is known. UTC, as the other.</param>
/// <param name="LastFailure">When one last failed; null where none did since the start.</param>
/// <param name="Why">What stood in its way.</param>
/// <param name="NextAt">When the next is due; null where none are made by themselves.</param>
public sealed record BackupStanding(DateTime? LastGood, DateTime? LastFailure, string Why, DateTime? NextAt)
{
    /// <summary>The last try failed.</summary>
    public bool IsFailing => LastFailure is { } failure && !(LastGood >= failure);
}
