using VoterLiaison.Domain.Deputies;
using VoterLiaison.Domain.Opinions;
using VoterLiaison.Domain.Reports;

namespace VoterLiaison.Dashboard.Deputies;

/// <summary>What a deputy's own page shows on a day: who waits for word, what is out, and the year so far.</summary>
public sealed record DeputyHome
{
    public required Deputy Deputy { get; init; }

    public required DateOnly Today { get; init; }

    /// <summary>Whether somebody else looks, who acts in the deputy's name.</summary>
    public required bool ForAnother { get; init; }

    /// <summary>答复已到，请告知选民: overdue first, then by the day it falls due.</summary>
    public required IReadOnlyList<DeputyCase> ToTell { get; init; }

    /// <summary>暂不能解决，请解释说明: an explanation is owed with the word.</summary>
    public required IReadOnlyList<DeputyCase> ToExplain { get; init; }

    /// <summary>还在承办单位, and what travels with a lead that has no word yet.</summary>
    public required IReadOnlyList<DeputyCase> AtOrgans { get; init; }

    /// <summary>待转交: taken down, and on no way yet.</summary>
    public required IReadOnlyList<DeputyCase> ToForward { get; init; }

    /// <summary>请您评价: answered along channels 1 and 2, and not rated by the deputy.</summary>
    public required IReadOnlyList<DeputyCase> ToRate { get; init; }

    /// <summary>选民不满意: another round may be decided.</summary>
    public required IReadOnlyList<DeputyCase> Dissatisfied { get; init; }

    public required LastTold? LastTold { get; init; }

    public required NextSession? NextSession { get; init; }

    public required DeputyYear Year { get; init; }

    /// <summary>询问 (第七条) that wait for the deputy's answer.</summary>
    public required int InquiriesWaiting { get; init; }

    /// <summary>待反馈: the rows of ledger F that are this deputy's.</summary>
    public IEnumerable<DeputyCase> Waiting => ToTell.Concat(ToExplain);

    /// <summary>How many voters wait: each person once, whatever they said; where nobody left a name, one for each opinion.</summary>
    public int VotersWaiting => VotersOf(Waiting);

    /// <summary>How many of them have waited beyond the limit.</summary>
    public int VotersLate => VotersOf(Waiting.Where(one => one.DaysLate > 0));

    public int MostDaysLate => Waiting.Select(one => one.DaysLate).DefaultIfEmpty().Max();

    /// <summary>Changes whenever anything shown of the opinions does; asked cheaply before all is read again.</summary>
    public required DeputyMark Mark { get; init; }

    private static int VotersOf(IEnumerable<DeputyCase> cases)
    {
        var all = cases.ToList();
        return all.SelectMany(one => one.VoterIds).Distinct().Count() + all.Count(one => one.VoterIds.Count == 0);
    }
}

/// <param name="Opinions">How many there are.</param>
/// <param name="Acts">How many acts they have had in all.</param>
/// <param name="Inquiries">How many inquiries wait for an answer.</param>
/// <param name="Day">The day it was asked.</param>
public sealed record DeputyMark(int Opinions, long Acts, int Inquiries, DateOnly Day);

/// <summary>The last time one of the deputy's voters was told.</summary>
public sealed record LastTold(string Number, DateOnly On, FeedbackMeans Means, string Voter, VoterRating? Rating);

/// <summary>The next reception: people, time and place.</summary>
public sealed record NextSession(DateOnly On, TimeOnly From, TimeOnly Until, string Place, IReadOnlyList<string> With);

/// <summary>The year so far.</summary>
/// <param name="Year">Of the collection dates.</param>
/// <param name="Attended">Receptions the deputy was at.</param>
/// <param name="Expected">How many a year are expected at least.</param>
/// <param name="Opinions">All opinions of the deputy, counted as everywhere.</param>
/// <param name="Report">述职, planned or held; null where nothing is arranged.</param>
public sealed record DeputyYear(int Year, int Attended, int Expected, OpinionCounts Opinions, PerformanceReport? Report)
{
    /// <summary>Whether it was held; a plan is none yet.</summary>
    public bool Reported => Report is { Status: ReportStatus.Held };
}
