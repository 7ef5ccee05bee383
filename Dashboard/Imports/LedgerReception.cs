using VoterLiaison.Domain.Activities;
using VoterLiaison.Domain.Plans;

namespace VoterLiaison.Dashboard.Imports;

/// <summary>One reception of ledger A: who received, when and where, and how many came. What was heard there are entries of their own.</summary>
internal sealed class LedgerReception
{
    /// <summary>记录编号 of that ledger; here it gets one of its own.</summary>
    public required string Number { get; init; }

    public required string Station { get; init; }
    public required DateOnly On { get; init; }
    public required TimeOnly From { get; init; }
    public required TimeOnly Until { get; init; }
    public required string Place { get; init; }
    public ContactWay? Way { get; init; }
    public ContactForm Form { get; init; }
    public IReadOnlyList<string> Deputies { get; init; } = [];
    public string Notes { get; init; } = "";

    /// <summary>接待人次 of all its rows: our own books write it into the first alone.</summary>
    public int VoterTimes { get; set; }

    public List<int> Lines { get; } = [];

    /// <summary>What another row of its number says otherwise; null where they agree.</summary>
    public string? Contradiction(LedgerReception other) =>
        (On, From, Until) != (other.On, other.From, other.Until) ? "日期或时间" : Place != other.Place ? "地点" : Station != other.Station ? "家站" : null;
}
