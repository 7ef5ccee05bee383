using Microsoft.EntityFrameworkCore;

namespace VoterLiaison.Dashboard.Data;

/// <summary>The one door through which anything is written: one act, one transaction, one writer at a time.</summary>
/// <remarks>
/// Without the gate a hundred writers starve one another for seconds on SQLite's lock. The transaction takes the write lock
/// before it reads, so what an act was decided on cannot change under it, even from another process.
/// </remarks>
public sealed class LiaisonStore(IDbContextFactory<LiaisonDbContext> contexts) : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);

    /// <summary>How long writes wait and take, and whether the disk takes them.</summary>
    public StoreMeter Meter { get; } = new();

    /// <summary>Runs an act, saves what it changed, commits, and only then returns. If the act throws, nothing is written.</summary>
    public async Task<T> WriteAsync<T>(Func<LiaisonDbContext, Task<T>> act, CancellationToken cancellationToken = default)
    {
        using var write = Meter.Begin();
        await _gate.WaitAsync(cancellationToken);
        write.Entered();
        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            var result = await act(db);
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            write.Committed();
            return result;
        }
        catch (Exception failed) when (write.Failed(failed))
        {
            throw; // never: the meter only looks
        }
        finally
        {
            _gate.Release();
        }
    }

    public Task WriteAsync(Func<LiaisonDbContext, Task> act, CancellationToken cancellationToken = default) => WriteAsync(
        async db =>
        {
            await act(db);
            return true;
        },
        cancellationToken);

    /// <summary>Runs what no transaction may be around (rewriting the file, emptying its log) while no act of this program is under way.</summary>
    public async Task<T> AloneAsync<T>(Func<LiaisonDbContext, Task<T>> work, CancellationToken cancellationToken = default)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            return await work(db);
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();
}
