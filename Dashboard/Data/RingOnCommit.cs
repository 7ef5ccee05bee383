using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using VoterLiaison.Domain.Opinions;
using VoterLiaison.Domain.Reports;

namespace VoterLiaison.Dashboard.Data;

/// <summary>Notes which stations a save touches and rings once they are committed, so that no writer can forget to.</summary>
public sealed class RingOnCommit(ChangeSignal signal) : SaveChangesInterceptor, IDbTransactionInterceptor
{
    private readonly ConditionalWeakTable<DbContext, HashSet<StationYear>> _touched = [];

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Note(eventData.Context!);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Note(eventData.Context!);
        return ValueTask.FromResult(result);
    }

    public override int SavedChanges(SaveChangesCompletedEventData eventData, int result)
    {
        RingUnlessInTransaction(eventData.Context!);
        return result;
    }

    public override ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        RingUnlessInTransaction(eventData.Context!);
        return ValueTask.FromResult(result);
    }

    public void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData) => Ring(eventData.Context!);

    public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Ring(eventData.Context!);
        return Task.CompletedTask;
    }

    /// <summary>Notes what is written past the change tracker, in a transaction of the context.</summary>
    internal void Touch(DbContext context, StationYear place) => _touched.GetOrCreateValue(context).Add(place);

    /// <summary>A transaction that is not the context's own was committed, with what was saved in it.</summary>
    internal void Committed(DbContext context) => Ring(context);

    /// <summary>What was saved was taken back again.</summary>
    internal void Forget(DbContext context) => _touched.Remove(context);

    private void Note(DbContext context)
    {
        var touched = _touched.GetOrCreateValue(context);
        foreach (var entry in context.ChangeTracker.Entries().Where(entry => entry.State is not EntityState.Unchanged))
        {
            switch (entry.Entity)
            {
                case Opinion opinion:
                    touched.Add(new StationYear(opinion.StationId, opinion.Year));
                    if (entry.State is EntityState.Modified)
                    {
                        touched.Add(new StationYear(entry.OriginalValues.GetValue<int>(nameof(Opinion.StationId)), entry.OriginalValues.GetValue<int>(nameof(Opinion.Year))));
                    }

                    break;
                case Inquiry inquiry: // nothing is counted of it; pages that show it look for themselves
                    touched.Add(new StationYear(inquiry.StationId, inquiry.AskedOn.Year));
                    break;
            }
        }
    }

    private void RingUnlessInTransaction(DbContext context)
    {
        if (context.Database.CurrentTransaction is null)
        {
            Ring(context);
        }
    }

    private void Ring(DbContext context)
    {
        if (_touched.TryGetValue(context, out var touched) && touched.Count > 0)
        {
            signal.Ring(touched);
            touched.Clear();
        }
    }
}
