using System.Collections.Concurrent;

namespace VoterLiaison.Dashboard.Imports;

/// <summary>The imports under way on the page. They belong to the app and not to a browser, so that a person may leave and come back.</summary>
public sealed class ImportRuns
{
    private const int Kept = 6;

    private readonly ConcurrentDictionary<Guid, ImportRun> _runs = [];
    private readonly ConcurrentQueue<Guid> _order = [];

    /// <summary>Begins to read and compare a ledger; the run says how far it is.</summary>
    public ImportRun Begin(ImportDesk desk, byte[] content, string fileName, string stationCode, int? year, Func<Exception, string> unforeseen)
    {
        var run = new ImportRun(desk, fileName, stationCode, unforeseen);
        _runs.TryAdd(run.Id, run);
        _order.Enqueue(run.Id);
        while (_order.Count > Kept && _order.TryDequeue(out var oldest))
        {
            _runs.TryRemove(oldest, out _); // a run that is still writing goes on without its page
        }

        run.Read(content, year);
        return run;
    }

    public ImportRun? Find(Guid id) => _runs.GetValueOrDefault(id);
}
