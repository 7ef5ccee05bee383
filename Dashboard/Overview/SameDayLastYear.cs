using VoterLiaison.Dashboard.Live;

namespace VoterLiaison.Dashboard.Overview;

/// <summary>上年同期, read once for all boards. What is done today does not change it, only late entries do: so it holds for ten minutes.</summary>
public sealed class SameDayLastYear(DoingQueries queries, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan _holds = TimeSpan.FromMinutes(10);

    private readonly SemaphoreSlim _reading = new(1, 1);
    private volatile Reading? _known;

    /// <param name="today">The day in the district, this year.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async ValueTask<IReadOnlyDictionary<int, Progress>> OnAsync(DateOnly today, CancellationToken cancellationToken = default)
    {
        if (Known(today) is { } known)
        {
            return known.Stations;
        }

        await _reading.WaitAsync(cancellationToken);
        try
        {
            if (Known(today) is { } read)
            {
                return read.Stations;
            }

            var at = clock.GetUtcNow();
            return (_known = new Reading(today, at, await queries.YearAgoAsync(today, cancellationToken))).Stations;
        }
        finally
        {
            _reading.Release();
        }
    }

    public void Dispose() => _reading.Dispose();

    private Reading? Known(DateOnly today) => _known is { } known && known.Today == today && clock.GetUtcNow() - known.At < _holds ? known : null;

    private sealed record Reading(DateOnly Today, DateTimeOffset At, IReadOnlyDictionary<int, Progress> Stations);
}
