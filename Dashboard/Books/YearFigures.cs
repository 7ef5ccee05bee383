using VoterLiaison.Dashboard.Late;
using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard.Books;

/// <summary>All that the book's summaries print, as it stood at one moment.</summary>
internal sealed record YearFigures
{
    public required BookPeriod Period { get; init; }

    /// <summary>For whom the book is made.</summary>
    public required BookScope Scope { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime AsOf { get; init; }

    public required DateOnly Today { get; init; }

    public required ClockLimits Limits { get; init; }

    public required Registers Registers { get; init; }

    /// <summary>By station; a station without opinions is not in it.</summary>
    public required IReadOnlyDictionary<int, Tally> Stations { get; init; }

    /// <summary>转办 of each station along each channel.</summary>
    public required IReadOnlyDictionary<StationChannel, OpinionCounts> StationChannels { get; init; }

    public required IReadOnlyDictionary<ForwardingChannel, Tally> Channels { get; init; }

    /// <summary>By lead organ; 0 where none is named.</summary>
    public required IReadOnlyDictionary<int, OrganTally> Organs { get; init; }

    /// <summary>By category; 0 where none is chosen.</summary>
    public required IReadOnlyDictionary<int, OpinionCounts> Categories { get; init; }

    /// <summary>By month of collection, which its first day stands for.</summary>
    public required IReadOnlyDictionary<DateOnly, OpinionCounts> Months { get; init; }

    /// <summary>What was done in the period, by month, whenever the opinion was collected.</summary>
    public required YearEvents Events { get; init; }

    public required Balance Balance { get; init; }

    /// <summary>The balance of each station; one that never had an opinion is not in it.</summary>
    public required IReadOnlyDictionary<int, Balance> StationBalances { get; init; }

    public required CarriedFigures Carried { get; init; }

    /// <summary>By topic; 0 for those under none.</summary>
    public required IReadOnlyDictionary<int, OpinionCounts> Topics { get; init; }

    /// <summary>代表评价 of the answers that stand, by station.</summary>
    public required IReadOnlyDictionary<int, RatingTally> AnswerRatings { get; init; }

    public required ContactFigures Contacts { get; init; }

    /// <summary>Of the period before, as it stands now.</summary>
    public required Tally PeriodBefore { get; init; }

    public required Balance BalanceBefore { get; init; }

    /// <summary>待反馈 of earlier days, which this book's list does not have.</summary>
    public required int EarlierAwaiting { get; init; }

    /// <summary>What was entered late after the closing before the period; null where no year before it is closed.</summary>
    public required LateFigures? Late { get; init; }

    /// <summary>The closing of the year it is, if that is a year and is closed.</summary>
    public required StandingClosing? Closed { get; init; }

    public Tally Total => Tally.Sum(Stations.Values);

    /// <summary>All rows of the ledgers together.</summary>
    public int LedgerRows => Total.Counts.Collected + Total.Counts.AwaitingFeedback + Contacts.ReceptionRows + Contacts.PerformanceRows;

    public static void RequireAll(Measure measure, int listed, int counted) => RequireAll(measure.Key, listed, counted);

    /// <summary>A list that lacks a row, or has one too many, is no book to hand in.</summary>
    public static void RequireAll(string what, int listed, int counted)
    {
        if (listed != counted)
        {
            throw new InvalidOperationException($"The book lists {listed} rows where {what} counts {counted}.");
        }
    }
}

/// <summary>A station and one of the five channels.</summary>
internal sealed record StationChannel
{
    public required int StationId { get; init; }

    public required ForwardingChannel Channel { get; init; }
}

/// <summary>What an organ was charged with as lead, and how it answered.</summary>
internal sealed record OrganTally(Tally Tally, IReadOnlyDictionary<AnswerOutcome, int> Outcomes);

/// <summary>By month of the event, which its first day stands for.</summary>
internal sealed record YearEvents(IReadOnlyDictionary<DateOnly, int> Forwarded, IReadOnlyDictionary<DateOnly, int> Answered, IReadOnlyDictionary<DateOnly, int> FedBack);

/// <summary>结转: opening + received − concluded = closing, by the day of the event.</summary>
internal sealed record Balance(int Opening, int Received, int Concluded, int Closing)
{
    public static Balance None { get; } = new(0, 0, 0, 0);

    public static Balance operator +(Balance left, Balance right) =>
        new(left.Opening + right.Opening, left.Received + right.Received, left.Concluded + right.Concluded, left.Closing + right.Closing);

    public static Balance Sum(IEnumerable<Balance> balances) => balances.Aggregate(None, (sum, one) => sum + one);
}
