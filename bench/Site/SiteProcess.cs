namespace VoterLiaison.Bench.Site;

/// <summary>The site, served by a process of its own.</summary>
internal sealed class SiteProcess : IAsyncDisposable
{
    private readonly OwnProcess _process;
    private bool _isStopped;

    private SiteProcess(OwnProcess process, string folder, Uri address) => (_process, Folder, Address) = (process, folder, address);

    public string Folder { get; }

    public Uri Address { get; }

    /// <param name="opinions">So many of them; null for the demonstration.</param>
    /// <param name="smallBuffers">Whether the system holds little for clients that do not read.</param>
    public static async Task<SiteProcess> StartAsync(int? opinions = null, bool smallBuffers = false)
    {
        var folder = await Folders.CopyAsync(opinions);
        var process = OwnProcess.Start(SiteHost.Name, "--folder", folder, "--buffer", Words.Written(smallBuffers ? 4096 : 0));
        return new SiteProcess(process, folder, await process.AnswerAsync<Uri>());
    }

    /// <summary>Acts at a rate for a while; ends with the last.</summary>
    public async Task<IReadOnlyList<Committed>> ActAsync(double perSecond, double seconds)
    {
        await _process.SayAsync(FormattableString.Invariant($"acts {perSecond} {seconds}"));
        return await CommitsAsync(_process);
    }

    /// <summary>An order of <see cref="SiteHost"/> that is not answered.</summary>
    public Task SayAsync(string order) => _process.SayAsync(order);

    /// <summary>An order of <see cref="SiteHost"/> that is answered by how many milliseconds it took.</summary>
    public Task<double> AskAsync(string order) => _process.AskAsync<double>(order);

    public Task<Used> UsedAsync(bool collect = true) => _process.AskAsync<Used>(collect ? "used" : "glance");

    /// <summary>How many errors it has logged.</summary>
    public Task<int> ErrorsAsync() => _process.AskAsync<int>("errors");

    /// <summary>Ends it and leaves its folder, for another program to begin on.</summary>
    public async Task StopAsync()
    {
        if (!_isStopped)
        {
            _isStopped = true;
            await _process.DisposeAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Folders.Delete(Folder);
    }

    internal static async Task<IReadOnlyList<Committed>> CommitsAsync(OwnProcess process)
    {
        var commits = new List<Committed>();
        while (await process.AnswerAsync<Committed>() is { At: > 0 } commit)
        {
            commits.Add(commit);
        }

        return commits;
    }
}
