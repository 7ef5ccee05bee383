using VoterLiaison.Domain.Opinions;
using VoterLiaison.Domain.Stations;

namespace VoterLiaison.Dashboard.Books;

/// <summary>The figures of some stations together: of one, of a unit's, of all. Whatever goes by station, in the book and on the page 统计, reads them here.</summary>
internal static class StationFigures
{
    public static Tally TallyOf(this YearFigures figures, IEnumerable<Station> stations) =>
        Tally.Sum(stations.Select(station => figures.Stations.GetValueOrDefault(station.Id, Tally.None)));

    public static Balance BalanceOf(this YearFigures figures, IEnumerable<Station> stations) =>
        Balance.Sum(stations.Select(station => figures.StationBalances.GetValueOrDefault(station.Id, Balance.None)));

    public static SessionTally SessionsOf(this YearFigures figures, IEnumerable<Station> stations) =>
        SessionTally.Sum(stations.Select(station => figures.Contacts.Stations.GetValueOrDefault(station.Id, SessionTally.None)));

    public static Stationed StationedOf(this YearFigures figures, IEnumerable<Station> stations)
    {
        var open = stations.Where(station => station.IsOpenOn(figures.Today)).ToList(); // that deputies received at a closed one stays in the register
        var (resident, owing) = (figures.Registers.DeputiesAt(open), figures.Registers.OwingAt(open, figures.Contacts.OwingDay));
        return new Stationed(
            new Rate(resident.Count(deputy => figures.Contacts.Attended.ContainsKey(deputy.Id)), resident.Count),
            new Rate(owing.Count(deputy => figures.Contacts.Reports.ContainsKey(deputy.Id)), owing.Count));
    }

    public static AnswerRatings AnswerRatingsOf(this YearFigures figures, IReadOnlyCollection<Station> stations) => new(
        stations.Sum(station => Enum.GetValues<ForwardingChannel>().Where(channel => channel.HasStatutoryClock()).Sum(channel => figures.Along(station, channel).Answered)),
        RatingTally.Sum(stations.Select(station => figures.AnswerRatings.GetValueOrDefault(station.Id, RatingTally.None))));

    /// <summary>What a station sent along one of the five channels.</summary>
    public static OpinionCounts Along(this YearFigures figures, Station station, ForwardingChannel channel) =>
        figures.StationChannels.GetValueOrDefault(new StationChannel { StationId = station.Id, Channel = channel }, OpinionCounts.None);
}

/// <summary>驻站代表 of some stations, each counted once.</summary>
/// <param name="Received">进站率: those who received voters, at whichever station, of all.</param>
/// <param name="Reported">述职率: those who reported, of those who owe a report.</param>
internal sealed record Stationed(Rate Received, Rate Reported)
{
    public int Deputies => Received.Denominator;
}

/// <summary>代表评价 of answers.</summary>
/// <param name="Owed">应评价: answered along the first two channels.</param>
/// <param name="Ratings">As far as they were rated.</param>
internal sealed record AnswerRatings(int Owed, RatingTally Ratings)
{
    public int Unrated => Owed - Ratings.Rated;
}
