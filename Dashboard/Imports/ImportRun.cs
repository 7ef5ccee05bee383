using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.Dashboard.Ledgers;
using VoterLiaison.Domain.Rules;

namespace VoterLiaison.Dashboard.Imports;

/// <summary>One ledger on its way in: read, compared, confirmed by a person, written. It goes on while nobody looks.</summary>
public sealed class ImportRun
{
    private readonly ImportDesk _desk;
    private readonly Func<Exception, string> _unforeseen;
    private readonly IProgress<ImportProgress> _telling;
    private readonly Lock _lock = new();
    private LedgerReading? _reading; // kept in memory between the dry run and the confirmation, so that no voter's words lie in a temporary file

    internal ImportRun(ImportDesk desk, Actor who, string fileName, string stationCode, Func<Exception, string> unforeseen)
    {
        _desk = desk;
        _unforeseen = unforeseen;
        _telling = new Telling(this);
        Who = who;
        FileName = fileName;
        StationCode = stationCode;
    }

    /// <summary>Something of the run has changed. Raised on any thread.</summary>
    public event Action? Changed;

    public Guid Id { get; } = Guid.NewGuid();

    /// <summary>Who began it.</summary>
    public Actor Who { get; }

    public string FileName { get; }

    public string StationCode { get; }

    public ImportStep Step { get; private set; } = ImportStep.Reading;

    public ImportProgress Progress { get; private set; } = new("读取", 0);

    /// <summary>What would be written, or was.</summary>
    public ImportReport? Report { get; private set; }

    /// <summary>Why the file was refused; null while it was not.</summary>
    public string? Refusal { get; private set; }

    /// <summary>Writes what the dry run promised. A second click finds it under way.</summary>
    public void Write(bool skipRefused)
    {
        lock (_lock)
        {
            if (Step is not ImportStep.Tried || _reading is null)
            {
                return;
            }

            Step = ImportStep.Writing;
        }

        Start(async () =>
        {
            Report = await _desk.WriteAsync(_reading, StationCode, skipRefused, _telling);
            _reading = null;
            Step = ImportStep.Written;
        });
    }

    internal void Read(byte[] content, int? year) => Start(async () =>
    {
        _reading = await LedgerReading.ReadAsync(content, FileName, year, _telling);
        Report = await _desk.TryAsync(_reading, StationCode, _telling);
        Step = ImportStep.Tried;
    });

    private void Start(Func<Task> work) => _ = Task.Run(async () =>
    {
        try
        {
            await work();
        }
        catch (Exception refused) when (refused is LedgerRefusedException or RuleBrokenException)
        {
            Refuse(refused.Message);
        }
        catch (Exception unforeseen)
        {
            Refuse(_unforeseen(unforeseen));
        }
        finally
        {
            Changed?.Invoke();
        }
    });

    private void Refuse(string sentence)
    {
        Refusal = sentence;
        _reading = null;
        Step = ImportStep.Refused;
    }

    private sealed class Telling(ImportRun run) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value)
        {
            run.Progress = value;
            run.Changed?.Invoke();
        }
    }
}

public enum ImportStep
{
    /// <summary>Reading the file and comparing it with what is stored.</summary>
    Reading = 1,

    /// <summary>The dry run is done; a person decides.</summary>
    Tried,
    Writing,
    Written,

    /// <summary>The file cannot be taken over.</summary>
    Refused,
}
