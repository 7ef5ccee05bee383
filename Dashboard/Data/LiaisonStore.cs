using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using VoterLiaison.Dashboard.Parts;

namespace VoterLiaison.Dashboard.Data;

/// <summary>The one door through which anything is written: one act, one transaction, one writer at a time.</summary>
/// <remarks>
/// Without the gate a hundred writers starve one another for seconds on SQLite's lock. The transaction takes the write lock
/// before it reads, so what an act was decided on cannot change under it, even from another process.
/// </remarks>
/// <param name="contexts">Each transaction has one of its own.</param>
/// <param name="reserve">Of the disk the database lies on; one in memory has none.</param>
/// <param name="logger">Is told why something could not be stored.</param>
public sealed class LiaisonStore(IDbContextFactory<LiaisonDbContext> contexts, Reserve? reserve = null, ILogger<LiaisonStore>? logger = null) : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);

    /// <summary>Runs an act, saves what it changed, commits, and only then returns. If the act throws, nothing is written.</summary>
    /// <exception cref="NotStoredException">The disk or the database did not take it.</exception>
    public Task<T> WriteAsync<T>(Func<LiaisonDbContext, Task<T>> act, CancellationToken cancellationToken = default) =>
        reserve is { IsKept: false } ? Task.FromException<T>(NotStored(StorageTrouble.Full, null)) : CommitAsync(act, cancellationToken);

    /// <summary>As <see cref="WriteAsync{T}"/>, for what must go on while the disk is full: signing in and out, and one's own password.</summary>
    /// <inheritdoc cref="WriteAsync{T}" path="/exception"/>
    public async Task<T> WriteFromReserveAsync<T>(Func<LiaisonDbContext, Task<T>> act, CancellationToken cancellationToken = default)
    {
        try
        {
            return await CommitAsync(act, cancellationToken);
        }
        catch (NotStoredException full) when (full.Trouble is StorageTrouble.Full)
        {
            reserve?.Spend();
            return await CommitAsync(act, cancellationToken);
        }
    }

    private async Task<T> CommitAsync<T>(Func<LiaisonDbContext, Task<T>> act, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            var result = await act(db);
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return result;
        }
        catch (Exception failure) when (NotStoredException.TroubleOf(failure) is { } trouble)
        {
            throw NotStored(trouble, failure);
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

    private NotStoredException NotStored(StorageTrouble trouble, Exception? failure) => new(trouble, Mishap.Report(logger ?? NullLogger<LiaisonStore>.Instance, failure));

    public void Dispose() => _gate.Dispose();
}
