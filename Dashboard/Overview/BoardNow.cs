using VoterLiaison.Dashboard.Live;
using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard.Overview;

/// <summary>What one open board shows now, within its reader's part. Its parts look here when it changes; each draws itself anew only when its own piece did, so that a change costs what changed and not the board.</summary>
/// <remarks>Everything here happens on the circuit of its board.</remarks>
public sealed class BoardNow
{
    /// <summary>Three heartbeats missed: older counts are said to be old.</summary>
    internal static readonly TimeSpan Trusted = 3 * Heartbeats.Every;

    /// <summary>There is something new to draw.</summary>
    internal event Action? Shown;

    /// <summary>The parts are to look.</summary>
    internal event Action? Changed;

    /// <summary>Null until there is something to show.</summary>
    public YearCounts? Counts { get; private set; }

    public OpinionCounts Total { get; private set; } = OpinionCounts.None;

    public Doings Doings { get; private set; } = null!;

    /// <summary>How long ago the counts were current.</summary>
    public TimeSpan Age { get; private set; }

    public bool IsStale => Age > Trusted;

    /// <summary>Is drawn with the page.</summary>
    internal void Take(YearCounts counts, Doings doings, TimeSpan age)
    {
        Total = counts.Stations == Counts?.Stations ? Total : counts.Total;
        (Counts, Doings, Age) = (counts, doings, age);
    }

    /// <summary>What was taken is drawn where it differs.</summary>
    internal void Show() => Shown?.Invoke();

    internal void Tell() => Changed?.Invoke();
}
