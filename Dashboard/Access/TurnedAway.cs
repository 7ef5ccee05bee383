using System.Collections.Concurrent;

namespace VoterLiaison.Dashboard.Access;

/// <summary>How many requests and connections were turned away lately because they came too fast or were too many; by the minute, for a day.</summary>
public sealed class TurnedAway(TimeProvider clock)
{
    private const int Kept = 24 * 60;

    private readonly ConcurrentDictionary<long, int> _minutes = [];

    public void Note()
    {
        LiaisonMeter.TurnedAway.Add(1);
        var minute = Minute;
        _minutes.AddOrUpdate(minute, 1, (_, many) => many + 1);
        foreach (var old in _minutes.Keys.Where(old => old < minute - Kept))
        {
            _minutes.TryRemove(old, out _);
        }
    }

    /// <summary>How many within this time.</summary>
    public int Within(TimeSpan time) => _minutes.Where(one => one.Key > Minute - (long)time.TotalMinutes).Sum(one => one.Value);

    private long Minute => clock.GetUtcNow().ToUnixTimeSeconds() / 60;
}
