namespace VoterLiaison.Dashboard.Data;

/// <summary>An act that waits for its turn, and whoever waits for it.</summary>
internal abstract class WaitingAct(Around around)
{
    private readonly ExecutionContext? _surroundings = ExecutionContext.Capture();
    private int _state = Waiting;

    private const int Waiting = 0;
    private const int Begun = 1;
    private const int Withdrawn = 2;

    public Around Around => around;

    /// <summary>From here on it cannot be withdrawn. False where it has been.</summary>
    public bool Begin() => Interlocked.CompareExchange(ref _state, Begun, Waiting) is Waiting;

    /// <summary>Runs it as if its own caller did: with what surrounds the caller, and not with what surrounds whoever writes.</summary>
    public async Task RunAsync(LiaisonDbContext db)
    {
        if (_surroundings is null)
        {
            await ActAsync(db);
            return;
        }

        var running = Task.CompletedTask;
        ExecutionContext.Run(_surroundings, _ => running = ActAsync(db), null);
        await running;
    }

    /// <summary>Tells the caller that it is stored.</summary>
    public abstract void Acknowledge();

    /// <summary>Tells the caller that it is not.</summary>
    public abstract void Refuse(Exception why);

    protected abstract Task ActAsync(LiaisonDbContext db);

    /// <summary>Takes it back, where it has not begun.</summary>
    protected bool Withdraw() => Interlocked.CompareExchange(ref _state, Withdrawn, Waiting) is Waiting;
}

/// <inheritdoc/>
internal sealed class WaitingAct<T>(Func<LiaisonDbContext, Task<T>> act, Around around) : WaitingAct(around)
{
    private readonly TaskCompletionSource<T> _told = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? _result;

    /// <summary>What came of it, once that is stored.</summary>
    public async Task<T> ResultAsync(CancellationToken cancellationToken)
    {
        await using (cancellationToken.UnsafeRegister(_ => GiveUp(cancellationToken), null))
        {
            return await _told.Task;
        }
    }

    public override void Acknowledge() => _told.TrySetResult(_result!);

    public override void Refuse(Exception why) => _told.TrySetException(why);

    protected override async Task ActAsync(LiaisonDbContext db)
    {
        _result = await act(db);
        if (Around is not Around.Nothing)
        {
            await db.SaveChangesAsync();
        }
    }

    private void GiveUp(CancellationToken cancellationToken)
    {
        if (Withdraw())
        {
            _told.TrySetCanceled(cancellationToken);
        }
    }
}

/// <summary>What stands around an act.</summary>
internal enum Around
{
    /// <summary>A transaction, with a savepoint for the act where others are in it as well.</summary>
    SharedTransaction = 1,

    /// <summary>A transaction of its own, because it takes long.</summary>
    OwnTransaction,

    /// <summary>No transaction, and no other act.</summary>
    Nothing,
}
