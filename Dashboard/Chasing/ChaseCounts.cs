namespace VoterLiaison.Dashboard.Chasing;

/// <summary>How many of each class, over all years.</summary>
/// <param name="ThisWeek">Due in the seven days that begin today.</param>
/// <param name="Overdue">The gravely overdue ones among them.</param>
/// <param name="GravelyOverdue">Part of the overdue ones.</param>
public sealed record ChaseCounts(int ThisWeek, int Overdue, int GravelyOverdue)
{
    public int All => ThisWeek + Overdue;

    internal static ChaseCounts Of(IEnumerable<DueKey> keys, DateOnly today)
    {
        var all = keys.ToList();
        return new ChaseCounts(all.Count(key => key.DueOn >= today), all.Count(key => key.DueOn < today), all.Count(key => key.GravelyDueOn < today));
    }
}

/// <param name="Due">By the clocks.</param>
/// <param name="Supervised">重点督办件.</param>
/// <param name="ToLookAt">Promises whose day has come.</param>
/// <param name="Promises">All that have a day.</param>
public sealed record ChaseTotals(ChaseCounts Due, int Supervised, int ToLookAt, int Promises);

/// <summary>What the board says of 催办, of one station or of several, over all years.</summary>
/// <param name="ThisWeek">Due in the seven days that begin today.</param>
/// <param name="Overdue">The gravely overdue ones among them.</param>
/// <param name="GravelyOverdue">Part of the overdue ones.</param>
/// <param name="ToLookAt">Promises whose day has come.</param>
public readonly record struct ChaseDue(int ThisWeek, int Overdue, int GravelyOverdue, int ToLookAt)
{
    internal static ChaseDue Sum(IEnumerable<ChaseDue> all) => all.Aggregate(default(ChaseDue), (sum, one) =>
        new ChaseDue(sum.ThisWeek + one.ThisWeek, sum.Overdue + one.Overdue, sum.GravelyOverdue + one.GravelyOverdue, sum.ToLookAt + one.ToLookAt));
}
