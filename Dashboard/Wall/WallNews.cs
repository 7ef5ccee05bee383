using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using VoterLiaison.Dashboard.Live;
using VoterLiaison.Domain.Accounts;

namespace VoterLiaison.Dashboard.Wall;

/// <summary>
/// What keeps a wall current: one line of JSON after another, each with the moment and the parts that are different.
/// It holds up nobody; a wall that stalls is told the newest when it goes on.
/// </summary>
public sealed class WallNews(WallReading reading, WallParts parts, LiveCounts live, TimeProvider clock, IHostApplicationLifetime lifetime)
{
    /// <summary>At least so often a line goes out, so that a wall notices when none come.</summary>
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(5);

    /// <summary>At most so often: changes within it are shown as one.</summary>
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);

    /// <summary>Pictures are drawn anew at most so often after a change…</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);

    /// <summary>…and less often where there is so much to read: it takes at most this part of the time.</summary>
    private const int OneIn = 10;

    /// <summary>So often without a change: a reception, an organ, a name is no count.</summary>
    private static readonly TimeSpan Stale = TimeSpan.FromMinutes(1);

    /// <summary>Then the wall connects anew, and whose it is is asked again.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public async Task SendAsync(HttpContext http)
    {
        http.Response.ContentType = "application/x-ndjson; charset=utf-8";
        http.Response.Headers["X-Accel-Buffering"] = "no"; // a proxy before us hands on each line as it comes
        using var tooLong = new CancellationTokenSource(Longest, clock);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, lifetime.ApplicationStopping, tooLong.Token);
        try
        {
            await SendAsync(http, ending.Token);
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            // The wall went away, or comes back by itself.
        }
    }

    private async Task SendAsync(HttpContext http, CancellationToken ending)
    {
        var changed = NewSignal();
        using var watch = live.Watch(_ =>
        {
            changed.TrySetResult();
            return Task.CompletedTask;
        });
        var shown = new Dictionary<string, string>();
        Drawn? drawn = null;
        while (await reading.ReachAsync(http.User, ending) is var reach && !reach.IsNothing)
        {
            changed = NewSignal(); // before reading: what happens from here on is heard
            var counts = await reading.CountsAsync(reach, ending);
            var isDue = drawn is null || !drawn.Reach.Equals(reach) || clock.GetElapsedTime(drawn.At) >= (drawn.Sequence == counts.Sequence && drawn.Pictures.Today == clock.Today() ? Stale : drawn.Fresh);
            drawn = isDue ? await DrawAsync(reach, counts.Sequence, ending) : drawn!;
            var different = (await parts.DrawAsync(WallReading.Face(reach, counts, drawn.Pictures), isDue)).Where(part => shown.GetValueOrDefault(part.Key) != part.Value).ToDictionary();
            foreach (var (name, html) in different)
            {
                shown[name] = html;
            }

            await http.Response.Body.WriteAsync(
                JsonSerializer.SerializeToUtf8Bytes(new WallLine(WallParts.Moment(counts.AsOf), WallParts.Moment(clock.GetUtcNow().UtcDateTime), WallParts.Build, different), _json), ending);
            await http.Response.Body.WriteAsync("\n"u8.ToArray(), ending);
            await http.Response.Body.FlushAsync(ending);
            await Task.Delay(Pace, clock, ending);
            await Task.WhenAny(changed.Task, Task.Delay(Beat - Pace, clock, ending));
        }
    }

    private async Task<Drawn> DrawAsync(Reach reach, long sequence, CancellationToken ending)
    {
        var began = clock.GetTimestamp();
        var pictures = await reading.PicturesAsync(reach, ending);
        var took = OneIn * clock.GetElapsedTime(began);
        return new Drawn(reach, sequence, pictures, began, took > Fresh ? took : Fresh);
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The pictures as they were read last.</summary>
    private sealed record Drawn(Reach Reach, long Sequence, WallPictures Pictures, long At, TimeSpan Fresh);

    /// <summary>A line of the stream: when the counts were read, what time it is here, and what is now different. Moments are milliseconds since 1970.</summary>
    private sealed record WallLine(long AsOf, long Now, string Build, IReadOnlyDictionary<string, string> Parts);
}
