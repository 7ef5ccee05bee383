using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.Dashboard.Parts;
using VoterLiaison.Domain.Rules;

namespace VoterLiaison.Dashboard.Imports;

/// <summary>The imports under way on the page, of which one at a time is at work. Each belongs to the person who began it and not to a browser, so that they may leave and come back; for others it is not there.</summary>
public sealed class ImportRuns(ImportMappings mappings, ILogger<ImportRuns> logger) : BackgroundService
{
    private const int Kept = 6;

    private readonly Workbench _bench = new(logger);
    private readonly Lock _lock = new();
    private readonly List<ImportRun> _runs = []; // the oldest first

    /// <summary>Begins to read and compare a ledger; the run says how far it is.</summary>
    /// <exception cref="RuleBrokenException">The person has one that is being read or written at this moment.</exception>
    public ImportRun Begin(ImportDesk desk, Actor who, byte[] content, string fileName, string stationCode, int? year)
    {
        var run = new ImportRun(desk, mappings, _bench, who, fileName, stationCode);
        lock (_lock)
        {
            if (_runs.Find(other => other.IsBusy && other.Who.IsSamePersonAs(who)) is { } busy)
            {
                throw new RuleBrokenException($"您的“{busy.FileName}”{busy.Step.InWords()}，一次只导入一份。请等它完成，或先停止它。");
            }

            _runs.Add(run);
            for (var place = 0; _runs.Count > Kept && place < _runs.Count - 1;)
            {
                if (_runs[place].IsBusy)
                {
                    place++;
                }
                else
                {
                    _runs.RemoveAt(place);
                }
            }
        }

        run.Read(content, year);
        return run;
    }

    public ImportRun? Find(Guid id, Actor who) => Of(who).FirstOrDefault(run => run.Id == id);

    /// <summary>A person's own, the newest first.</summary>
    public IReadOnlyList<ImportRun> Of(Actor who)
    {
        lock (_lock)
        {
            return [.. _runs.Where(run => run.Who.IsSamePersonAs(who)).Reverse()];
        }
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => _bench.WorkAsync(stoppingToken);
}
