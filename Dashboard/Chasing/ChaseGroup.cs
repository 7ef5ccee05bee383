namespace VoterLiaison.Dashboard.Chasing;

/// <summary>Who owes, and what of it stands on this page of the list.</summary>
/// <param name="Key">The id of the organ or deputy; 0 for nobody named.</param>
/// <param name="Kind">What the id is of.</param>
/// <param name="Name">As it is read.</param>
/// <param name="Beside">The unit of a deputy.</param>
/// <param name="Counts">Of the whole group, also where it goes on on another page.</param>
/// <param name="Rows">Those of this page.</param>
public sealed record ChaseGroup(int Key, ChaseGroupKind Kind, string Name, string? Beside, ChaseCounts Counts, IReadOnlyList<ChaseRow> Rows)
{
    public string TestId => $"group-{Kind}-{Key}";
}

public enum ChaseGroupKind
{
    Organ = 1,
    CityDeputy,

    /// <summary>未指定.</summary>
    NoHandler,
    Deputy,

    /// <summary>代表待定.</summary>
    NoDeputy,
}

/// <param name="Groups">In official order.</param>
/// <param name="Total">How many rows the list has on all its pages.</param>
/// <param name="Of">How many there are of each class in this view, whatever urgency is chosen.</param>
public sealed record ChaseList(IReadOnlyList<ChaseGroup> Groups, int Total, ChaseCounts Of);
