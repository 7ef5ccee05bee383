using System.Globalization;
using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard.Overview;

/// <summary>Remembers what was shown last, so that what changed can be marked, and what did not change is left alone.</summary>
internal sealed class ChangeMark
{
    private OpinionCounts? _before;
    private OpinionCounts? _now;
    private bool _again;

    /// <summary>The class that starts the mark. Two take turns, because an animation starts anew only under another name.</summary>
    public string? Class => _before is null ? null : _again ? "just again" : "just";

    /// <summary>Takes the numbers to be shown now. False when they are those already shown.</summary>
    public bool Show(OpinionCounts counts)
    {
        if (counts == _now)
        {
            return false;
        }

        (_before, _now, _again) = (_now, counts, !_again);
        return true;
    }

    /// <summary>+1, −2; nothing when this number stayed, or is shown for the first time.</summary>
    public string? Of(Func<OpinionCounts, int> number) => _before is null ? null : (number(_now!) - number(_before)) switch
    {
        0 => null,
        > 0 and var more => "+" + more.ToString("N0", CultureInfo.InvariantCulture),
        var fewer => "−" + (-fewer).ToString("N0", CultureInfo.InvariantCulture),
    };
}
