using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.Dashboard.Ledgers;
using VoterLiaison.Dashboard.Parts;
using VoterLiaison.Domain.Rules;

namespace VoterLiaison.Dashboard.Imports;

/// <summary>One ledger on its way in: looked at, read, compared, confirmed by a person, written. It goes on while nobody looks, and can be stopped.</summary>
public sealed class ImportRun
{
    private readonly ImportDesk _desk;
    private readonly ImportMappings _mappings;
    private readonly Workbench _bench;
    private readonly Watchers _watchers = new();
    private readonly IProgress<ImportProgress> _telling;
    private readonly Lock _lock = new();
    private LedgerFile? _file;
    private LedgerReading? _reading; // kept in memory between the dry run and the confirmation, so that no voter's words lie in a temporary file
    private int? _year;
    private Job? _job; // what is being done now, or was last

    internal ImportRun(ImportDesk desk, ImportMappings mappings, Workbench bench, Actor who, string fileName, string stationCode)
    {
        _desk = desk;
        _mappings = mappings;
        _bench = bench;
        _telling = new Telling(this);
        Who = who;
        FileName = fileName;
        StationCode = stationCode;
    }

    public Guid Id { get; } = Guid.NewGuid();

    /// <summary>Who began it.</summary>
    public Actor Who { get; }

    public string FileName { get; }

    public string StationCode { get; }

    public ImportStep Step { get; private set; } = ImportStep.Reading;

    /// <summary>Something is being done at this moment.</summary>
    public bool IsBusy => Step is ImportStep.Reading or ImportStep.Writing;

    /// <summary>It waits for another's import to be done.</summary>
    public bool IsWaiting => IsBusy && _job is { IsWaiting: true };

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

    /// <summary>Calls after each change, until the answer is disposed of.</summary>
    public IDisposable Watch(Action watcher) => _watchers.Watch(watcher);

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

        Begin(ImportStep.Choosing, ImportStep.Reading, stop => TryAsync(Draft.Choice, stop));
    }

    /// <summary>Back from the dry run to the sheet and its columns.</summary>
    public void ChooseAgain()
    {
        if (Become(ImportStep.Choosing, ImportStep.Tried))
        {
            (Report, _reading) = (null, null);
            LookAgain();
            _watchers.Tell();
        }
    }

    /// <summary>Asks anew which mappings are remembered for such a file.</summary>
    public void LookAgain() => Fitting = _mappings.Fitting(Sheets);

    /// <summary>Writes what the dry run promised. A second click finds it under way.</summary>
    public void Write(bool skipRefused) => Begin(ImportStep.Tried, ImportStep.Writing, async stop =>
    {
        Report = await _desk.WriteAsync(_reading!, StationCode, skipRefused, _telling, stop);
        (_reading, _file) = (null, null);
        Step = ImportStep.Written;
    });

    /// <summary>Stops it. What was being written is not written; what was written stays, as a batch that can be undone.</summary>
    public void Stop()
    {
        if (Become(ImportStep.Stopped, ImportStep.Choosing, ImportStep.Tried))
        {
            BeStopped();
        }
        else
        {
            _job?.TakeBack();
        }
    }

    internal void Read(byte[] content, int? year) => Begin(ImportStep.Reading, ImportStep.Reading, async stop =>
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

    /// <summary>Has it done, after those of others; not where it stands elsewhere by now.</summary>
    private void Begin(ImportStep from, ImportStep to, Func<CancellationToken, Task> work)
    {
        lock (_lock)
        {
            if (!Become(to, from))
            {
                return;
            }

            _job = _bench.Put(stop => DoAsync(work, stop), BeStopped, Refuse);
        }

        _watchers.Tell();
    }

    private bool Become(ImportStep to, params ReadOnlySpan<ImportStep> from)
    {
        lock (_lock)
        {
            if (!from.Contains(Step))
            {
                return false;
            }

            Step = to;
            return true;
        }
    }

    private async Task DoAsync(Func<CancellationToken, Task> work, CancellationToken stop)
    {
        _watchers.Tell();
        try
        {
            await work(stop);
            _watchers.Tell();
        }
        catch (LedgerRefusedException refused)
        {
            Refuse(refused.Message);
        }
    }

    private void BeStopped()
    {
        Forget();
        Step = ImportStep.Stopped;
        _watchers.Tell();
    }

    private void Refuse(string sentence)
    {
        Refusal = sentence;
        Forget();
        Step = ImportStep.Refused;
        _watchers.Tell();
    }

    private void Forget() => (_reading, _file, Content, Report) = (null, null, null, null);

    private sealed class Telling(ImportRun run) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value)
        {
            run.Progress = value;
            run._watchers.Tell();
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
