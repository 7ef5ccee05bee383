using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Domain.Accounts;

namespace VoterLiaison.Dashboard.Imports;

/// <summary>Reads for the page and the command line.</summary>
public sealed class ImportQueries(IDbContextFactory<LiaisonDbContext> contexts, Doorkeeper doorkeeper, ImportRuns runs)
{
    /// <summary>All batches of the person's stations, the newest first; undone ones are remembered.</summary>
    public async Task<IReadOnlyList<BatchRow>> BatchesAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var stations = db.Stations.Within(await doorkeeper.ReachAsync(db, Deed.ImportLedgers, cancellationToken));
        return await db.ImportBatches.Where(batch => stations.Any(station => station.Id == batch.StationId)).OrderByDescending(batch => batch.Id)
            .Select(batch => new BatchRow(
                batch.Id, batch.FileName, db.Stations.First(station => station.Id == batch.StationId).Name, batch.Opinions,
                batch.ImportedAt, batch.ImportedBy, batch.UndoneAt, batch.UndoneBy))
            .ToListAsync(cancellationToken);
    }

    /// <summary>An import under way that this person began, into a station that is still theirs; null where there is none.</summary>
    public async Task<ImportRun?> RunAsync(Guid id, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var who = await doorkeeper.AdmitAsync(db, cancellationToken);
        return runs.Find(id, who.Actor) is { } run && await IsWithinAsync(db, run, who.Rights.For(Deed.ImportLedgers), cancellationToken) ? run : null;
    }

    /// <summary>What was read is said only of a station that is still theirs; before there is a report there is nothing to say.</summary>
    private static async Task<bool> IsWithinAsync(LiaisonDbContext db, ImportRun run, Reach reach, CancellationToken cancellationToken) =>
        run.Report is null || await db.Stations.Within(reach).AnyAsync(station => station.Code == run.StationCode, cancellationToken);
}

/// <summary>One batch in a list. Moments are UTC.</summary>
public sealed record BatchRow(int Id, string FileName, string Station, int Opinions, DateTime ImportedAt, string ImportedBy, DateTime? UndoneAt, string? UndoneBy);
