using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace VoterLiaison.Dashboard.Data;

/// <summary>Writes one act after another. Acts that come while others are being written share the next transaction, and with it what a commit costs: the disk's word that it is there.</summary>
/// <remarks>
/// Each act has a context and a savepoint of its own, sees what those before it did, and takes only itself back when it is refused. Nobody is told before the commit that holds
/// the act. There is no waiting for company: an act that comes alone is written at once. Without one writer a hundred callers starve one another for seconds on SQLite's lock.
/// One connection is kept for all of it: it need not be opened for each act, and what it sees change was changed by another program.
/// </remarks>
internal sealed class GroupCommit(IDbContextFactory<LiaisonDbContext> contexts, RingOnCommit ring, TimeProvider clock)
{
    private const string Savepoint = "act";

    /// <summary>So long others are let into a transaction, counted from its beginning: whoever was first is not kept waiting for them.</summary>
    private static readonly TimeSpan _patience = TimeSpan.FromMilliseconds(25);

    private readonly ActQueue _waiting = new();
    private LiaisonDbContext? _kept; // through its connection everything is written

    /// <summary>Puts an act at the end of those that wait. Where none does it is written here and now, by whoever brings it, and those that come meanwhile by a writer of their own.</summary>
    public void Add(WaitingAct act)
    {
        if (_waiting.Add(act))
        {
            _ = WriteOwnAsync();
        }
    }

    /// <summary>Closes the connection; the next act opens one anew. Asked for by an act, or by whoever knows that none is under way.</summary>
    public ValueTask LetGoAsync() => Interlocked.Exchange(ref _kept, null)?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <inheritdoc cref="LetGoAsync"/>
    public void LetGo() => Interlocked.Exchange(ref _kept, null)?.Dispose();

    private async Task WriteOwnAsync()
    {
        if (_waiting.Next() is { } own)
        {
            await WriteAsync(own, mayJoin: false);
            if (!_waiting.IsDone())
            {
                ThreadPool.UnsafeQueueUserWorkItem(static writer => _ = writer.WriteAllAsync(), this, preferLocal: false); // which is nobody in particular
            }
        }
    }

    private async Task WriteAllAsync()
    {
        while (_waiting.Next() is { } first)
        {
            await WriteAsync(first, mayJoin: first.Around is Around.SharedTransaction && _waiting.IsAny);
        }
    }

    private async Task WriteAsync(WaitingAct first, bool mayJoin)
    {
        var acts = new List<WaitingAct> { first };
        try
        {
            await WriteAsync(first, mayJoin, acts);
        }
        catch (Exception failed)
        {
            if (NotStoredException.TroubleOf(failed) is not null)
            {
                await LetGoAsync();
            }

            acts.ForEach(act => act.Refuse(failed));
        }
    }

    /// <param name="first">The first of the transaction.</param>
    /// <param name="mayJoin">Whether others are let into it.</param>
    /// <param name="acts">All that are in it: those that joined are added, those that were refused taken out.</param>
    private async Task WriteAsync(WaitingAct first, bool mayJoin, List<WaitingAct> acts)
    {
        await using var db = await ContextAsync();
        if (first.Around is Around.Nothing)
        {
            await first.RunAsync(db);
            first.Acknowledge();
            return;
        }

        await using var transaction = await db.Database.BeginTransactionAsync();
        var began = clock.GetTimestamp();
        if (!mayJoin)
        {
            await first.RunAsync(db);
            await transaction.CommitAsync();
            first.Acknowledge();
            return;
        }

        var contextsOfActs = new List<LiaisonDbContext>();
        try
        {
            for (WaitingAct? act = first; act is not null; act = clock.GetElapsedTime(began) < _patience ? _waiting.NextToJoin() : null)
            {
                if (act != first)
                {
                    acts.Add(act);
                }

                await JoinAsync(act, acts, transaction.GetDbTransaction(), contextsOfActs);
            }

            await transaction.CommitAsync();
            contextsOfActs.ForEach(ring.Committed);
            acts.ForEach(act => act.Acknowledge());
        }
        finally
        {
            foreach (var context in contextsOfActs)
            {
                await context.DisposeAsync();
            }
        }
    }

    /// <summary>Runs an act within the transaction; what it refuses is taken back alone.</summary>
    private async Task JoinAsync(WaitingAct act, List<WaitingAct> acts, DbTransaction transaction, List<LiaisonDbContext> contextsOfActs)
    {
        var db = await ContextAsync();
        contextsOfActs.Add(db);
        await db.Database.UseTransactionAsync(transaction);
        await transaction.SaveAsync(Savepoint);
        try
        {
            await act.RunAsync(db);
            await transaction.ReleaseAsync(Savepoint);
        }
        catch (Exception refused)
        {
            if (!await TookBackAsync(transaction))
            {
                throw; // SQLite took back everything, as it does when the disk fails: all of them are told
            }

            ring.Forget(db);
            acts.Remove(act);
            act.Refuse(refused);
        }
    }

    private async Task<LiaisonDbContext> ContextAsync()
    {
        var db = await contexts.CreateDbContextAsync();
        db.Database.SetDbConnection((_kept ??= await OpenAsync()).Database.GetDbConnection());
        return db;
    }

    private async Task<LiaisonDbContext> OpenAsync()
    {
        var kept = await contexts.CreateDbContextAsync();
        try
        {
            await kept.Database.OpenConnectionAsync();
            return kept;
        }
        catch
        {
            await kept.DisposeAsync();
            throw;
        }
    }

    private static async Task<bool> TookBackAsync(DbTransaction transaction)
    {
        try
        {
            await transaction.RollbackAsync(Savepoint);
            return true;
        }
        catch (Exception gone) when (gone is SqliteException or InvalidOperationException)
        {
            return false;
        }
    }
}
