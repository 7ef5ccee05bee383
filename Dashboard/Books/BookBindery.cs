using System.Threading.Channels;
using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.Dashboard.Parts;

namespace VoterLiaison.Dashboard.Books;

/// <summary>装订: makes the ordered books one after another, apart from any browser, so that whoever ordered one may leave and come back.</summary>
public sealed class BookBindery(YearBook books, FinishedBooks finished, ILogger<BookBindery> logger) : BackgroundService
{
    private readonly Channel<Guid> _queue = Channel.CreateUnbounded<Guid>();
    private readonly Lock _lock = new();
    private readonly Dictionary<Guid, CancellationTokenSource> _cancellations = [];
    private List<BookOrder> _orders = [];

    private event Action? Changed;

    /// <summary>What is waiting, being made or failed, in the order it was asked for; of everybody.</summary>
    public IReadOnlyList<BookOrder> Orders => _orders;

    /// <summary>Asks for a book. One that is waiting or being made is not made twice; one that failed is tried again.</summary>
    public void Order(BookRequest request, Actor who, Shelf shelf, BookScope scope)
    {
        var order = new BookOrder(Guid.NewGuid(), request, who, shelf, scope);
        lock (_lock)
        {
            if (_orders.Exists(other => other.IsSameBookAs(order) && other.Mishap is null))
            {
                return;
            }

            _cancellations.Add(order.Id, new CancellationTokenSource());
            _orders = [.. _orders.Where(other => !other.IsSameBookAs(order)), order];
        }

        _queue.Writer.TryWrite(order.Id);
        Changed?.Invoke();
    }

    /// <summary>Takes an order back, or a failed one off the list. What was written of it so far is thrown away.</summary>
    public void Cancel(Guid id)
    {
        lock (_lock)
        {
            if (_cancellations.TryGetValue(id, out var cancellation))
            {
                cancellation.Cancel();
            }
        }

        Remove(id);
    }

    /// <summary>Calls after each change, until the answer is disposed of.</summary>
    public IDisposable Watch(Action watcher)
    {
        Changed += watcher;
        return new Watching(this, watcher);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        finished.ClearUnfinished();
        await foreach (var id in _queue.Reader.ReadAllAsync(stoppingToken))
        {
            await Task.Run(() => MakeAsync(id, stoppingToken), stoppingToken);
        }
    }

    private async Task MakeAsync(Guid id, CancellationToken stopping)
    {
        if (_orders.Find(order => order.Id == id) is not { } order)
        {
            return; // taken back while it waited
        }

        using var cancelling = CancellationTokenSource.CreateLinkedTokenSource(stopping, CancellationOf(id));
        try
        {
            await using var reading = await books.OpenAsync(order.Request.Period, order.Scope, cancelling.Token);
            var path = finished.PathFor(order.Shelf, order.Title, reading.Figures.AsOf, order.Scope.VotersInFull, reading.Figures.LedgerRows);
            await books.WriteAsync(reading, path, order.Who, new Steps(this, id), cancelling.Token);
            Remove(id);
        }
        catch (OperationCanceledException) when (cancelling.IsCancellationRequested)
        {
            Remove(id);
        }
        catch (Exception unforeseen)
        {
            var number = Mishap.Report(logger, unforeseen);
            Change(id, failed => failed with { Mishap = number });
        }
    }

    private CancellationToken CancellationOf(Guid id)
    {
        lock (_lock)
        {
            return _cancellations.TryGetValue(id, out var cancellation) ? cancellation.Token : new CancellationToken(canceled: true);
        }
    }

    private void Change(Guid id, Func<BookOrder, BookOrder> change)
    {
        lock (_lock)
        {
            _orders = [.. _orders.Select(order => order.Id == id ? change(order) : order)];
        }

        Changed?.Invoke();
    }

    private void Remove(Guid id)
    {
        lock (_lock)
        {
            _orders = [.. _orders.Where(order => order.Id != id)];
            _cancellations.Remove(id);
        }

        Changed?.Invoke();
    }

    private sealed class Steps(BookBindery bindery, Guid id) : IProgress<YearBookProgress>
    {
        public void Report(YearBookProgress value) => bindery.Change(id, order => order with { Progress = value });
    }

    private sealed class Watching(BookBindery bindery, Action watcher) : IDisposable
    {
        public void Dispose() => bindery.Changed -= watcher;
    }
}
