using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.Dashboard.Parts;

namespace VoterLiaison.Dashboard.Books;

/// <summary>装订: makes the ordered books one after another, apart from any browser, so that whoever ordered one may leave and come back.</summary>
public sealed class BookBindery(YearBook books, FinishedBooks finished, ILogger<BookBindery> logger) : BackgroundService
{
    private readonly Workbench _bench = new(logger);
    private readonly Watchers _watchers = new();
    private readonly Lock _lock = new();
    private readonly Dictionary<Guid, Job> _jobs = [];
    private List<BookOrder> _orders = [];

    /// <summary>What is waiting, being made or refused, in the order it was asked for; of everybody.</summary>
    public IReadOnlyList<BookOrder> Orders => _orders;

    /// <summary>Asks for a book. One that is waiting or being made is not made twice; one that failed is tried again.</summary>
    public void Order(BookRequest request, Actor who, Shelf shelf, BookScope scope)
    {
        var order = new BookOrder(Guid.NewGuid(), request, who, shelf, scope);
        lock (_lock)
        {
            if (_orders.Exists(other => other.IsSameBookAs(order) && other.Refusal is null))
            {
                return;
            }

            _orders = [.. _orders.Where(other => !other.IsSameBookAs(order)), order];
            _jobs.Add(order.Id, _bench.Put(stop => MakeAsync(order, stop), stopped: () => Remove(order.Id), refused: sentence => Refuse(order.Id, sentence)));
        }

        _watchers.Tell();
    }

    /// <summary>Takes an order back, or a failed one off the list. What was written of it so far is thrown away.</summary>
    public void Cancel(Guid id)
    {
        Job? job;
        lock (_lock)
        {
            job = _jobs.GetValueOrDefault(id);
        }

        job?.TakeBack();
        Remove(id);
    }

    /// <summary>Calls after each change, until the answer is disposed of.</summary>
    public IDisposable Watch(Action watcher) => _watchers.Watch(watcher);

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        finished.ClearUnfinished();
        return _bench.WorkAsync(stoppingToken);
    }

    private async Task MakeAsync(BookOrder order, CancellationToken stop)
    {
        await using var reading = await books.OpenAsync(order.Request.Period, order.Scope, stop);
        var path = finished.PathFor(order.Shelf, order.Title, reading.Figures.AsOf, order.Scope.VotersInFull, reading.Figures.LedgerRows);
        await books.WriteAsync(reading, path, order.Who, new Steps(this, order.Id), stop);
        Remove(order.Id);
    }

    private void Refuse(Guid id, string sentence)
    {
        lock (_lock)
        {
            _jobs.Remove(id);
        }

        Change(id, refused => refused with { Refusal = sentence });
    }

    private void Change(Guid id, Func<BookOrder, BookOrder> change)
    {
        lock (_lock)
        {
            _orders = [.. _orders.Select(order => order.Id == id ? change(order) : order)];
        }

        _watchers.Tell();
    }

    private void Remove(Guid id)
    {
        lock (_lock)
        {
            _orders = [.. _orders.Where(order => order.Id != id)];
            _jobs.Remove(id);
        }

        _watchers.Tell();
    }

    private sealed class Steps(BookBindery bindery, Guid id) : IProgress<YearBookProgress>
    {
        public void Report(YearBookProgress value) => bindery.Change(id, order => order with { Progress = value });
    }
}
