using VoterLiaison.Dashboard.Live;
using VoterLiaison.Domain.Opinions;
using VoterLiaison.Domain.Organs;

namespace VoterLiaison.Dashboard.Wall;

/// <summary>What the pictures on the wall are drawn from: a year's opinions within a scope, all read at one moment.</summary>
public sealed record WallPictures
{
    public required int Year { get; init; }

    public required DateOnly Today { get; init; }

    /// <summary>In official order, with the stations the board lists.</summary>
    public required IReadOnlyList<WallUnit> Units { get; init; }

    /// <summary>From Monday to Sunday, cut off where the year begins and ends.</summary>
    public required IReadOnlyList<WallWeek> Weeks { get; init; }

    /// <summary>Of all that is forwarded.</summary>
    public required IReadOnlyList<Journeys> Journeys { get; init; }

    /// <summary>The longest overdue first, as many as a wall can tell of.</summary>
    public required IReadOnlyList<LateOpinion> Late { get; init; }

    public required Progress Done { get; init; }

    public OpinionCounts Total => OpinionCounts.Sum(Units.Select(unit => unit.Counts));
}

public sealed record WallUnit(string Name, IReadOnlyList<WallStation> Stations)
{
    public OpinionCounts Counts => OpinionCounts.Sum(Stations.Select(station => station.Counts));
}

/// <param name="Code">家站代码.</param>
/// <param name="Name">家站.</param>
/// <param name="IsHome">A Home, not a Station.</param>
/// <param name="Counts">Of the year.</param>
/// <param name="Months">收集 in each month, from January.</param>
/// <param name="IsSilent">久未接待. Nowhere, as long as nobody keeps receptions here at all.</param>
public sealed record WallStation(string Code, string Name, bool IsHome, OpinionCounts Counts, IReadOnlyList<int> Months, bool IsSilent);

/// <param name="From">The first day of it that lies in the year.</param>
/// <param name="Until">The last.</param>
/// <param name="Counts">Of what was collected in it.</param>
/// <param name="LastYear">What was collected in the same week of the year before.</param>
public sealed record WallWeek(DateOnly From, DateOnly Until, OpinionCounts Counts, int LastYear);

/// <summary>What went along a channel to an organ, and what came of it.</summary>
/// <param name="Channel">Along which.</param>
/// <param name="Lead">主办; null with a city deputy, and where nobody is charged yet.</param>
/// <param name="Outcome">What the lead says now; null while it owes an answer.</param>
/// <param name="Times">How many opinions.</param>
public sealed record Journeys(ForwardingChannel Channel, Organ? Lead, AnswerOutcome? Outcome, int Times);

/// <summary>One that is overdue, without its words and without anybody's name.</summary>
/// <param name="Station">家站.</param>
/// <param name="Owes">Who owes the answer; null where it is the voter who waits.</param>
/// <param name="Days">Since the last day in time.</param>
public sealed record LateOpinion(string Station, string? Owes, int Days)
{
    public Measure Measure => Owes is null ? Measure.FeedbackOverdue : Measure.AnswerOverdue;
}
