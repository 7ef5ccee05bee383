using VoterLiaison.Domain.Reports;

namespace VoterLiaison.Dashboard.Books;

/// <summary>Receptions and reports to the voters, in the year. Stations and topics are those of the book's scope; what a deputy attended is of all stations, as on the deputy's own page.</summary>
internal sealed record ContactFigures
{
    /// <summary>By station; one without a reception is not in it.</summary>
    public required IReadOnlyDictionary<int, SessionTally> Stations { get; init; }

    /// <summary>Receptions about each topic.</summary>
    public required IReadOnlyDictionary<int, int> Topics { get; init; }

    /// <summary>参加接待, by deputy.</summary>
    public required IReadOnlyDictionary<int, int> Attended { get; init; }

    /// <summary>述职 that were held, by deputy.</summary>
    public required IReadOnlyDictionary<int, PerformanceReport> Reports { get; init; }

    /// <summary>The day on which whoever was in office owed a report.</summary>
    public required DateOnly OwingDay { get; init; }

    /// <summary>Rows of ledger A: an opinion each, and one for a reception at which there was none.</summary>
    public required int ReceptionRows { get; init; }

    public SessionTally Total => SessionTally.Sum(Stations.Values);

    /// <summary>Rows of ledger B: a deputy at a reception each.</summary>
    public int PerformanceRows => Total.Visits;
}

/// <summary>接待场次, 进站代表人次, 接待选民人次: three units that never add up together.</summary>
internal sealed record SessionTally(int Sessions, int Visits, int VoterTimes)
{
    public static SessionTally None { get; } = new(0, 0, 0);

    public static SessionTally operator +(SessionTally left, SessionTally right) => new(left.Sessions + right.Sessions, left.Visits + right.Visits, left.VoterTimes + right.VoterTimes);

    public static SessionTally Sum(IEnumerable<SessionTally> tallies) => tallies.Aggregate(None, (sum, one) => sum + one);
}
