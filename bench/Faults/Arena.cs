using System.Diagnostics;

namespace VoterLiaison.Bench.Faults;

/// <summary>One run: a data folder of its own, the app before it, and twenty who write at once.</summary>
internal sealed class Arena(string folder, string log) : IDisposable
{
    private const int Writers = 20;
    private const int WhoSignIn = 2;

    private static readonly TimeSpan UntilAcknowledged = TimeSpan.FromSeconds(90);

    private readonly List<Writer> _writers = [];
    private readonly List<Task> _writing = [];
    private CancellationTokenSource _stop = new();
    private CancellationTokenSource _over = new();
    private BuiltSite? _site;
    private Disk? _disk;

    public string Folder => folder;

    public string Database => Path.Combine(folder, "liaison.db");

    public string Log => log;

    public Tally Tally { get; private set; } = new();

    public BuiltSite Site => _site ?? throw new InvalidOperationException("It was not started.");

    /// <summary>What was found wrong besides what is counted.</summary>
    public List<string> Faulty { get; } = [];

    /// <summary>Moves the folder onto a small disk of its own.</summary>
    public Disk OnDisk(int megabytes) => _disk = Disk.Over(folder, megabytes);

    /// <summary>Starts the app and waits until it answers.</summary>
    /// <returns>Whether it does.</returns>
    public async Task<bool> StartAsync(params string[] before)
    {
        _site?.Dispose();
        _site = BuiltSite.Start(folder, Template.Port, log, before);
        return await _site.IsUpAsync();
    }

    /// <summary>Starts the app, which must come up.</summary>
    public async Task StartWellAsync(params string[] before) => Expect(await StartAsync(before), "the app did not start");

    /// <summary>From here on voters speak and people sign in, until they are finished.</summary>
    public void Write(int letters = 40)
    {
        (_stop, _over) = (new CancellationTokenSource(), new CancellationTokenSource());
        for (var who = 0; who < Writers; who++)
        {
            var writer = Another(letters);
            _writing.Add(who < WhoSignIn ? Task.Run(() => writer.ComeAndGoAsync(_stop.Token, _over.Token)) : Task.Run(() => writer.SpeakAsync(_stop.Token, _over.Token)));
        }
    }

    public Writer Another(int letters = 0)
    {
        var writer = new Writer(new Uri($"http://127.0.0.1:{Template.Port}"), Tally, letters);
        _writers.Add(writer);
        return writer;
    }

    /// <summary>Waits until so many more are acknowledged: how long that takes is the machine's affair.</summary>
    public Task MoreAsync(int acknowledged)
    {
        var goal = Tally.Acknowledged + acknowledged;
        return UntilAsync(() => Tally.Acknowledged >= goal, $"{acknowledged} more were not acknowledged");
    }

    /// <summary>Waits for something that must come about.</summary>
    public async Task UntilAsync(Func<bool> holds, string otherwise)
    {
        var watch = Stopwatch.StartNew();
        while (!holds() && watch.Elapsed < UntilAcknowledged)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20));
        }

        Expect(holds(), otherwise);
    }

    /// <summary>Lets everybody send what they have begun until it is acknowledged.</summary>
    public async Task FinishAsync()
    {
        await _stop.CancelAsync();
        _over.CancelAfter(UntilAcknowledged);
        await Task.WhenAll(_writing);
        Expect(!_over.IsCancellationRequested, "something was never acknowledged");
        _writing.Clear();
    }

    /// <summary>Lets everybody give up at once: the app is gone for good.</summary>
    public async Task GiveUpAsync()
    {
        await _stop.CancelAsync();
        await _over.CancelAsync();
        await Task.WhenAll(_writing);
        _writing.Clear();
    }

    /// <summary>What was acknowledged so far is put aside; what follows is told apart from it.</summary>
    public Tally BeginAnew()
    {
        var before = Tally;
        Tally = new Tally(before.Tried);
        return before;
    }

    public void Expect(bool holds, string otherwise)
    {
        if (!holds)
        {
            Faulty.Add(otherwise);
        }
    }

    /// <summary>Stops the app and looks at what is stored.</summary>
    public async Task<Outcome> CheckAsync(string note)
    {
        if (_site is not null)
        {
            await _site.EndAsync(BuiltSite.Terminate);
        }

        var (exit, said) = await BuiltSite.RunAsync(folder, "verify");
        Expect(exit == 0, $"verify: {said.Trim()}");
        Expect(Tally.Wordless == 0, $"{Tally.Wordless} refusals without what was typed");
        Faulty.AddRange(Tally.Strange.Select(strange => $"{strange.Value} × {strange.Key}"));
        return new Outcome(Tally.Acknowledged, Tally.Refused, Tally.Unanswered, Stored.Of(Database, Tally), exit == 0, note, Faulty);
    }

    public void Dispose()
    {
        _site?.Dispose();
        _writers.ForEach(writer => writer.Dispose());
        _disk?.Dispose();
        _stop.Dispose();
        _over.Dispose();
    }
}
