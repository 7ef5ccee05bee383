using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.Dashboard.Ledgers;
using VoterLiaison.Domain.Rules;

namespace VoterLiaison.Dashboard.Imports;

/// <summary>One ledger on its way in: looked at, read, compared, confirmed by a person, written. It goes on while nobody looks, and can be stopped.</summary>
public sealed class ImportRun
{
    private readonly ImportDesk _desk;
    private readonly ImportMappings _mappings;
    private readonly Func<Exception, string> _unforeseen;
    private readonly IProgress<ImportProgress> _telling;
    private readonly Lock _lock = new();
    private LedgerFile? _file;
    private LedgerReading? _reading; // kept in memory between the dry run and the confirmation, so that no voter's words lie in a temporary file
    private int? _year;
    private readonly List<CancellationTokenSource> _stops = [new()]; // the last is of what is being done now

    internal ImportRun(ImportDesk desk, ImportMappings mappings, Actor who, string fileName, string stationCode, Func<Exception, string> unforeseen)
    {
        _desk = desk;
        _mappings = mappings;
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

    /// <summary>Something is being done at this moment.</summary>
    public bool IsBusy => Step is ImportStep.Reading or ImportStep.Writing;

    /// <summary>Somebody still has to decide, or wait.</summary>
    public bool IsOpen => IsBusy || Step is ImportStep.Choosing or ImportStep.Tried;

    public ImportProgress Progress { get; private set; } = new("读取", 0);

    /// <summary>The file's sheets as they look; empty until they were looked at.</summary>
    public IReadOnlyList<SheetLook> Sheets { get; private set; } = [];

    /// <summary>The remembered mappings that were made for such a file.</summary>
    public IReadOnlyList<ColumnMapping> Fitting { get; private set; } = [];

    /// <summary>How it is to be read; null until it was looked at.</summary>
    public ColumnDraft? Draft { get; private set; }

    /// <summary>What would be written, or was.</summary>
    public ImportReport? Report { get; private set; }

    /// <summary>Why the file was refused; null while it was not.</summary>
    public string? Refusal { get; private set; }

    /// <summary>The file itself, from which a marked copy is made.</summary>
    internal byte[]? Content { get; private set; }

    /// <summary>Reads the file as the draft says, and compares it with what is stored.</summary>
    /// <param name="remember">The name to remember the mapping under; null or empty remembers nothing.</param>
    /// <exception cref="RuleBrokenException">The draft lacks something.</exception>
    public async Task ChooseAsync(string? remember)
    {
        Draft!.RequireReadable();
        if (!string.IsNullOrWhiteSpace(remember))
        {
            await _desk.RememberAsync(Draft.Remembered(remember));
        }

        if (Begin(ImportStep.Choosing, ImportStep.Reading))
        {
            Start(stop => TryAsync(Draft.Choice, stop));
        }
    }

    /// <summary>Back from the dry run to the sheet and its columns.</summary>
    public void ChooseAgain()
    {
        if (Begin(ImportStep.Tried, ImportStep.Choosing))
        {
            (Report, _reading) = (null, null);
            LookAgain();
            Changed?.Invoke();
        }
    }

    /// <summary>Asks anew which mappings are remembered for such a file.</summary>
    public void LookAgain() => Fitting = _mappings.Fitting(Sheets);

    /// <summary>Writes what the dry run promised. A second click finds it under way.</summary>
    public void Write(bool skipRefused)
    {
        if (Begin(ImportStep.Tried, ImportStep.Writing))
        {
            Start(async stop =>
            {
                Report = await _desk.WriteAsync(_reading!, StationCode, skipRefused, _telling, stop);
                (_reading, _file) = (null, null);
                Step = ImportStep.Written;
            });
        }
    }

    /// <summary>Stops it. What was being written is not written; what was written stays, as a batch that can be undone.</summary>
    public void Stop()
    {
        lock (_lock)
        {
            _stops[^1].Cancel();
            if (Step is not (ImportStep.Choosing or ImportStep.Tried))
            {
                return;
            }

            Step = ImportStep.Stopped;
        }

        Forget();
        Changed?.Invoke();
    }

    internal void Read(byte[] content, int? year) => Start(async stop =>
    {
        (Content, _year) = (content, year);
        _file = await LedgerFile.OpenAsync(new MemoryStream(content, writable: false), FileName, stop);
        Sheets = LedgerSheets.Look(_file);
        LookAgain();
        Draft = new ColumnDraft(Sheets, Fitting);
        if (!Draft.IsReadable || Fitting.Count > 0 || Sheets.Count(sheet => sheet is { IsLedger: true, Hidden: false }) > 1)
        {
            Step = ImportStep.Choosing;
            return;
        }

        await TryAsync(new LedgerChoice(), stop);
    });

    private async Task TryAsync(LedgerChoice choice, CancellationToken stop)
    {
        _reading = LedgerReading.Of(_file!, Content!, choice, _year, _telling, stop);
        Report = await _desk.TryAsync(_reading, StationCode, _telling, stop);
        Step = ImportStep.Tried;
    }

    private bool Begin(ImportStep from, ImportStep to)
    {
        lock (_lock)
        {
            if (Step != from)
            {
                return false;
            }

            Step = to;
            _stops.Add(new CancellationTokenSource());
            return true;
        }
    }

    private void Start(Func<CancellationToken, Task> work) => _ = Task.Run(async () =>
    {
        var stop = _stops[^1].Token;
        try
        {
            await work(stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            Forget();
            Step = ImportStep.Stopped;
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
        Forget();
        Step = ImportStep.Refused;
    }

    private void Forget() => (_reading, _file, Content, Report) = (null, null, null, null);

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

    /// <summary>A person says which sheet it is, and what its columns mean.</summary>
    Choosing,

    /// <summary>The dry run is done; a person decides.</summary>
    Tried,
    Writing,
    Written,

    /// <summary>The file cannot be taken over.</summary>
    Refused,

    /// <summary>The person stopped it; nothing was written.</summary>
    Stopped,
}
