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
                batch.ImportedAt, batch.ImportedBy, batch.UndoneAt, batch.UndoneBy)
            {
                Together = db.ImportBatches.Count(other => other.Sha256 == batch.Sha256 && other.ImportedAt == batch.ImportedAt && stations.Any(station => station.Id == other.StationId)),
            })
            .ToListAsync(cancellationToken);
    }

    /// <summary>An import under way that this person began, into a station that is still theirs; null where there is none.</summary>
    public async Task<ImportRun?> RunAsync(Guid id, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var who = await doorkeeper.AdmitAsync(db, cancellationToken);
        return runs.Find(id, who.Actor) is { } run && await IsWithinAsync(db, run, who.Rights.For(Deed.ImportLedgers), cancellationToken) ? run : null;
    }

    /// <summary>The person's own imports that are at work or wait for them, the newest first.</summary>
    public async Task<IReadOnlyList<ImportRun>> OpenRunsAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var who = await doorkeeper.AdmitAsync(db, cancellationToken);
        var open = new List<ImportRun>();
        foreach (var run in runs.Of(who.Actor).Where(run => run.IsOpen))
        {
            if (await IsWithinAsync(db, run, who.Rights.For(Deed.ImportLedgers), cancellationToken))
            {
                open.Add(run);
            }
        }

        return open;
    }

    /// <summary>What was read is said only of a station that is still theirs; before there is a report there is nothing to say.</summary>
    private static async Task<bool> IsWithinAsync(LiaisonDbContext db, ImportRun run, Reach reach, CancellationToken cancellationToken) =>
        run.Report is not { } report || (report.StationCode == ImportDesk.AsWritten
            ? await db.Stations.Within(reach).CountAsync(station => report.ByStation.Keys.Contains(station.Code), cancellationToken) == report.ByStation.Count
            : await db.Stations.Within(reach).AnyAsync(station => station.Code == report.StationCode, cancellationToken));
}

/// <summary>One batch in a list. Moments are UTC.</summary>
public sealed record BatchRow(int Id, string FileName, string Station, int Opinions, DateTime ImportedAt, string ImportedBy, DateTime? UndoneAt, string? UndoneBy)
{
    /// <summary>How many batches, this one among them, are of one ledger of several stations; they are undone together.</summary>
    public int Together { get; init; } = 1;
}
