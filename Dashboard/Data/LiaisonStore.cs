using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using VoterLiaison.Dashboard.Parts;

namespace VoterLiaison.Dashboard.Data;

/// <summary>The one door through which anything is written: one act after another, each whole or not at all.</summary>
/// <remarks>The transaction takes the write lock before it reads, so what an act was decided on cannot change under it, even from another process.</remarks>
/// <param name="contexts">Each act has one of its own.</param>
/// <param name="ring">Is told of what was committed.</param>
/// <param name="clock">By which the first of a transaction is not kept waiting for too many others.</param>
/// <param name="reserve">Of the disk the database lies on; one in memory has none.</param>
/// <param name="logger">Is told why something could not be stored.</param>
public sealed class LiaisonStore(IDbContextFactory<LiaisonDbContext> contexts, RingOnCommit ring, TimeProvider clock, Reserve? reserve = null, ILogger<LiaisonStore>? logger = null) : IAsyncDisposable, IDisposable
{
    private readonly GroupCommit _writer = new(contexts, ring, clock);

    /// <summary>How long writes wait and take, and whether the disk takes them.</summary>
    public StoreMeter Meter { get; } = new();

    /// <summary>An act that writes thousands of rows is under way; all others wait for it.</summary>
    public bool IsWritingMuch { get; private set; }

    /// <summary>Runs an act, saves what it changed, commits, and only then returns. If the act throws, nothing is written.</summary>
    /// <remarks>Acts that come together share a transaction. One that takes long goes through <see cref="WriteLongAsync"/>, so that nobody is kept waiting for its commit.</remarks>
    /// <exception cref="NotStoredException">The disk or the database did not take it.</exception>
    public Task<T> WriteAsync<T>(Func<LiaisonDbContext, Task<T>> act, CancellationToken cancellationToken = default) => WriteUnlessFullAsync(act, Around.SharedTransaction, cancellationToken);

    /// <inheritdoc cref="WriteAsync{T}"/>
    public Task WriteAsync(Func<LiaisonDbContext, Task> act, CancellationToken cancellationToken = default) => WriteAsync(
        async db =>
        {
            await act(db);
            return true;
        },
        cancellationToken);

    /// <summary>As <see cref="WriteAsync{T}"/>, in a transaction of its own: for what writes thousands of rows.</summary>
    /// <inheritdoc cref="WriteAsync{T}" path="/exception"/>
    public Task<T> WriteLongAsync<T>(Func<LiaisonDbContext, Task<T>> act, CancellationToken cancellationToken = default) => WriteUnlessFullAsync(
        async db =>
        {
            IsWritingMuch = true;
            try
            {
                return await act(db);
            }
            finally
            {
                IsWritingMuch = false;
            }
        },
        Around.OwnTransaction,
        cancellationToken);

    /// <summary>As <see cref="WriteAsync{T}"/>, for what must go on while the disk is full: signing in and out, and one's own password.</summary>
    /// <inheritdoc cref="WriteAsync{T}" path="/exception"/>
    public async Task<T> WriteFromReserveAsync<T>(Func<LiaisonDbContext, Task<T>> act, CancellationToken cancellationToken = default)
    {
        try
        {
            return await CommitAsync(act, Around.SharedTransaction, cancellationToken);
        }
        catch (NotStoredException full) when (full.Trouble is StorageTrouble.Full)
        {
            reserve?.Spend();
            return await CommitAsync(act, Around.SharedTransaction, cancellationToken);
        }
    }

    /// <summary>Runs what no transaction may be around (rewriting the file, emptying its log) while no act of this program is under way.</summary>
    public Task<T> AloneAsync<T>(Func<LiaisonDbContext, Task<T>> work, CancellationToken cancellationToken = default) =>
        TurnAsync(new WaitingAct<T>(work, Around.Nothing), cancellationToken);

    /// <summary>Lets go of the database's file until the next act.</summary>
    public Task LetGoAsync() => AloneAsync(async _ =>
    {
        await _writer.LetGoAsync();
        return true;
    });

    public async ValueTask DisposeAsync() => await _writer.LetGoAsync();

    public void Dispose() => _writer.LetGo();

    private Task<T> WriteUnlessFullAsync<T>(Func<LiaisonDbContext, Task<T>> act, Around around, CancellationToken cancellationToken) =>
        reserve is { IsKept: false } ? Task.FromException<T>(NotStored(StorageTrouble.Full, null)) : CommitAsync(act, around, cancellationToken);

    private async Task<T> CommitAsync<T>(Func<LiaisonDbContext, Task<T>> act, Around around, CancellationToken cancellationToken)
    {
        using var write = Meter.Begin();
        try
        {
            var result = await TurnAsync(
                new WaitingAct<T>(
                    db =>
                    {
                        write.Entered();
                        return act(db);
                    },
                    around),
                cancellationToken);
            write.Committed();
            return result;
        }
        catch (Exception failure) when (NotStoredException.TroubleOf(failure) is { } trouble)
        {
            write.Failed(trouble);
            throw NotStored(trouble, failure);
        }
    }

    private Task<T> TurnAsync<T>(WaitingAct<T> act, CancellationToken cancellationToken)
    {
        _writer.Add(act);
        return act.ResultAsync(cancellationToken);
    }

    private NotStoredException NotStored(StorageTrouble trouble, Exception? failure) => new(trouble, Mishap.Report(logger ?? NullLogger<LiaisonStore>.Instance, failure));
}
