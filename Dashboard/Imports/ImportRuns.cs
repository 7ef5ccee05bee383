using System.Collections.Concurrent;
using VoterLiaison.Dashboard.Data.Accounts;

namespace VoterLiaison.Dashboard.Imports;

/// <summary>The imports under way on the page. Each belongs to the person who began it and not to a browser, so that they may leave and come back; for others it is not there.</summary>
public sealed class ImportRuns
{
    private const int Kept = 6;

    private readonly ConcurrentDictionary<Guid, ImportRun> _runs = [];
    private readonly ConcurrentQueue<Guid> _order = [];

    /// <summary>Begins to read and compare a ledger; the run says how far it is.</summary>
    public ImportRun Begin(ImportDesk desk, Actor who, byte[] content, string fileName, string stationCode, int? year, Func<Exception, string> unforeseen)
    {
        var run = new ImportRun(desk, who, fileName, stationCode, unforeseen);
        _runs.TryAdd(run.Id, run);
        _order.Enqueue(run.Id);
        while (_order.Count > Kept && _order.TryDequeue(out var oldest))
        {
            _runs.TryRemove(oldest, out _); // a run that is still writing goes on without its page
        }

        run.Read(content, year);
        return run;
    }

    public ImportRun? Find(Guid id, Actor who) => _runs.TryGetValue(id, out var run) && run.Who.IsSamePersonAs(who) ? run : null;
}
