using Microsoft.EntityFrameworkCore;
using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard.Data;

/// <summary>Writes many whole opinions at once, for imports and seeding: some ten times faster than tracking and saving them.</summary>
/// <remarks>
/// Use it inside <see cref="LiaisonStore.WriteAsync(Func{LiaisonDbContext, Task}, CancellationToken)"/>, so that gate, transaction and commit are the same as for every act.
/// Tables, columns, conversions and references are read from the model, so that a migration cannot leave it behind.
/// </remarks>
public sealed class BatchWriter(RingOnCommit ring)
{
    /// <summary>Begins a batch in the transaction of a context. Nobody else may write until it is committed.</summary>
    public async Task<Batch> BeginAsync(LiaisonDbContext db, CancellationToken cancellationToken = default)
    {
        if (db.Database.CurrentTransaction is null)
        {
            throw new InvalidOperationException("A batch is written inside LiaisonStore.WriteAsync.");
        }

        // Many indexes grow at once; with the usual 2 MB their pages would be written out and read back over and over.
        await db.Database.ExecuteSqlRawAsync("PRAGMA cache_size=-65536", cancellationToken);
        return new Batch(db, await LastKeysAsync(db, cancellationToken), place => ring.Touch(db, place));
    }

    /// <summary>Inserts opinions with everything that belongs to them, and gives them their keys.</summary>
    /// <returns>How many.</returns>
    public async Task<int> InsertAsync(LiaisonDbContext db, IEnumerable<Opinion> opinions, CancellationToken cancellationToken = default)
    {
        using var batch = await BeginAsync(db, cancellationToken);
        foreach (var opinion in opinions)
        {
            cancellationToken.ThrowIfCancellationRequested();
            batch.Insert(opinion);
        }

        return batch.Inserted;
    }

    /// <inheritdoc cref="InsertAsync(LiaisonDbContext, IEnumerable{Opinion}, CancellationToken)"/>
    public async Task<int> InsertAsync(LiaisonDbContext db, IAsyncEnumerable<Opinion> opinions, CancellationToken cancellationToken = default)
    {
        using var batch = await BeginAsync(db, cancellationToken);
        await foreach (var opinion in opinions.WithCancellation(cancellationToken))
        {
            batch.Insert(opinion);
        }

        return batch.Inserted;
    }

    /// <remarks>Not the largest key in the table but the largest ever given: who still has a form open on an opinion that was undone must not write on another.</remarks>
    private static async Task<Dictionary<string, int>> LastKeysAsync(LiaisonDbContext db, CancellationToken cancellationToken)
    {
        var keys = await db.Database.SqlQueryRaw<LastKey>("SELECT name AS \"Table\", seq AS \"Key\" FROM sqlite_sequence").ToListAsync(cancellationToken);
        return keys.ToDictionary(key => key.Table, key => key.Key);
    }

    private sealed record LastKey(string Table, int Key);
}
