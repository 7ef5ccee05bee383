using VoterLiaison.Bench.Crowds;
using VoterLiaison.Dashboard;

namespace VoterLiaison.Bench.Soak;

/// <summary>Somebody who reads one page after another, and a wall that listens, opened anew whenever its stream ends.</summary>
internal sealed class SoakLoad
{
    private static readonly string[] Pages = ["/", "/opinions", "/opinions?text=路灯", "/statistics", "/chasing", "/sessions", "/audit", "/my", "/public", "/public/figures", "/help"];

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan WallLife = TimeSpan.FromMinutes(3);

    private int _reads;
    private int _errors;
    private string? _first;

    public int Reads => _reads;

    public int Errors => _errors;

    /// <summary>What went wrong first; empty where nothing did.</summary>
    public string FirstError => _first is null ? "" : $" First error: {_first}";

    /// <summary>Both go on until what comes back is disposed of.</summary>
    public IAsyncDisposable Begin(Visitor visitor)
    {
        var ending = new CancellationTokenSource();
        return new Ending(ending, Task.WhenAll(ReadAsync(visitor, ending.Token), WatchAsync(visitor, ending.Token)));
    }

    public async Task TryAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception failed) when (failed is HttpRequestException or IOException or InvalidOperationException)
        {
            Interlocked.Increment(ref _errors);
            _first ??= failed.Message;
        }
    }

    private async Task ReadAsync(Visitor visitor, CancellationToken ending)
    {
        for (var next = 0; !ending.IsCancellationRequested; next++)
        {
            await TryAsync(async () =>
            {
                using var answer = await visitor.Http.GetAsync(Pages[next % Pages.Length], CancellationToken.None);
                if ((int)answer.StatusCode >= 500)
                {
                    throw new HttpRequestException($"{Pages[next % Pages.Length]}: {answer.StatusCode}");
                }
            });
            Interlocked.Increment(ref _reads);
            await Task.Delay(Pause, CancellationToken.None);
        }
    }

    private async Task WatchAsync(Visitor visitor, CancellationToken ending)
    {
        while (!ending.IsCancellationRequested)
        {
            using var life = CancellationTokenSource.CreateLinkedTokenSource(ending);
            life.CancelAfter(WallLife);
            try
            {
                await using var news = await visitor.Http.GetStreamAsync(Addresses.WallNews, life.Token);
                using var lines = new StreamReader(news);
                while (await lines.ReadLineAsync(life.Token) is not null)
                {
                    Interlocked.Increment(ref _reads);
                }
            }
            catch (OperationCanceledException)
            {
                // Its life is over; the next one begins.
            }
            catch (HttpRequestException failed)
            {
                await TryAsync(() => Task.FromException(failed));
                await Task.Delay(Pause, CancellationToken.None);
            }
        }
    }

    private sealed class Ending(CancellationTokenSource ending, Task work) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await ending.CancelAsync();
            await work;
            ending.Dispose();
        }
    }
}
