using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Late;
using VoterLiaison.Dashboard.Live;
using VoterLiaison.Dashboard.Opinions;
using VoterLiaison.Dashboard.Reports;
using VoterLiaison.Domain.Calendar;
using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard.Books;

/// <summary>Reads a year's figures, of the opinions within the book's scope, through a context that holds one moment. Opinions are counted by <see cref="CountQueries"/> alone.</summary>
internal sealed class FigureQueries(LiaisonDbContext db, BookScope scope, DateTime asOf, ClockLimits limits, CancellationToken cancellationToken)
{
    private readonly DateOnly _today = ChinaTime.DayOf(asOf);

    private IQueryable<Opinion> Opinions => db.Opinions.AsNoTracking().Within(scope.Reach);

    public async Task<YearFigures> ReadAsync(BookPeriod period)
    {
        var opinions = Opinions.CollectedIn(period);
        var answers = await AnswerQueries.ReadAsync(opinions, limits, _today, cancellationToken);
        var byStation = await StationsAsync(opinions, answers);
        return new YearFigures
        {
            Period = period,
            Scope = scope,
            AsOf = asOf,
            Today = _today,
            Limits = limits,
            Registers = await Registers.ReadAsync(db, scope.Reach, cancellationToken),
            Stations = byStation,
            StationChannels = await StationChannelsAsync(opinions),
            Channels = await ChannelsAsync(opinions, answers),
            Organs = await OrgansAsync(opinions, answers),
            Categories = await CountAsync(opinions.Select(o => new Placed<int> { Place = o.CategoryId ?? 0, Opinion = o })),
            Months = await MonthsAsync(opinions),
            Events = await EventsAsync(period),
            Balance = await BalanceAsync(period, byStation.Values.Sum(station => station.Counts.Collected)),
            StationBalances = await StationBalancesAsync(period, byStation),
            Carried = await CarriedAsync(opinions),
            Topics = await CountAsync(opinions.Select(o => new Placed<int> { Place = o.TopicId ?? 0, Opinion = o })),
            AnswerRatings = await AnswerRatingsAsync(opinions),
            Contacts = await new ContactQueries(db, scope, _today, cancellationToken).ReadAsync(period),
            PeriodBefore = await TallyAsync(period.Before),
            BalanceBefore = await BalanceAsync(period.Before, await Opinions.CollectedIn(period.Before).CountAsync(cancellationToken)),
            EarlierAwaiting = await Opinions.Where(o => o.CollectedOn < period.From).Counted(Measure.AwaitingFeedback, _today).CountAsync(cancellationToken),
            Closed = period.Year is { } year ? await db.StandingClosingAsync(year, cancellationToken) : null,
            Late = await db.ClosedBeforeAsync(period.From, cancellationToken) is { } closed ? await db.LateFiguresAsync(closed, scope.Reach, cancellationToken) : null,
        };
    }

    private async Task<Tally> TallyAsync(BookPeriod period)
    {
        var opinions = Opinions.CollectedIn(period);
        return Tally.Sum((await StationsAsync(opinions, await AnswerQueries.ReadAsync(opinions, limits, _today, cancellationToken))).Values);
    }

    private async Task<Dictionary<int, Tally>> StationsAsync(IQueryable<Opinion> opinions, IReadOnlyList<AnswerGroup> answers)
    {
        var counts = await CountQueries.CountAsync(opinions, _today, cancellationToken);
        var answered = answers.ToLookup(group => group.StationId, group => group.Answers);
        var ratings = (await opinions.Where(o => o.Rating != null).GroupBy(o => new { o.StationId, o.Rating }).Select(group => new { group.Key, Times = group.Count() }).ToListAsync(cancellationToken))
            .ToDictionary(group => (group.Key.StationId, group.Key.Rating!.Value), group => group.Times);
        return counts.ToDictionary(station => station.Key, station => new Tally(station.Value, AnswerTally.Sum(answered[station.Key]), Ratings(station.Key)));

        RatingTally Ratings(int station) =>
            new(Rated(station, VoterRating.Satisfied), Rated(station, VoterRating.MostlySatisfied), Rated(station, VoterRating.Dissatisfied)) { NotReached = Rated(station, VoterRating.NotReached) };

        int Rated(int station, VoterRating rating) => ratings.GetValueOrDefault((station, rating));
    }

    private Task<Dictionary<StationChannel, OpinionCounts>> StationChannelsAsync(IQueryable<Opinion> opinions) => CountAsync(opinions
        .Where(o => o.Channel != null)
        .Select(o => new Placed<StationChannel> { Place = new StationChannel { StationId = o.StationId, Channel = o.Channel!.Value }, Opinion = o }));

    private async Task<Dictionary<ForwardingChannel, Tally>> ChannelsAsync(IQueryable<Opinion> opinions, IReadOnlyList<AnswerGroup> answers)
    {
        var counts = await CountAsync(opinions.Where(o => o.Channel != null).Select(o => new Placed<ForwardingChannel> { Place = o.Channel!.Value, Opinion = o }));
        var answered = answers.ToLookup(group => group.Channel, group => group.Answers);
        return counts.ToDictionary(channel => channel.Key, channel => new Tally(channel.Value, AnswerTally.Sum(answered[channel.Key]), RatingTally.None));
    }

    private async Task<Dictionary<int, OrganTally>> OrgansAsync(IQueryable<Opinion> opinions, IReadOnlyList<AnswerGroup> answers)
    {
        var counts = await CountAsync(opinions.Where(o => o.Channel != null).Select(o => new Placed<int> { Place = o.LeadOrganId ?? 0, Opinion = o }));
        var answered = answers.ToLookup(group => group.OrganId);
        return counts.ToDictionary(organ => organ.Key, organ => new OrganTally(
            new Tally(organ.Value, AnswerTally.Sum(answered[organ.Key].Select(group => group.Answers)), RatingTally.None),
            answered[organ.Key].GroupBy(group => group.Outcome).ToDictionary(outcome => outcome.Key, outcome => outcome.Sum(group => group.Answers.Answered))));
    }

    private async Task<Dictionary<DateOnly, OpinionCounts>> MonthsAsync(IQueryable<Opinion> opinions) =>
        (await CountAsync(opinions.Select(o => new Placed<int> { Place = (o.CollectedOn.Year * 12) + o.CollectedOn.Month - 1, Opinion = o })))
        .ToDictionary(month => new DateOnly(month.Key / 12, (month.Key % 12) + 1, 1), month => month.Value);

    private async Task<YearEvents> EventsAsync(BookPeriod period) => new(
        await ByMonthAsync(Opinions.Forwardings(), period), await ByMonthAsync(Opinions.Answers(), period), await ByMonthAsync(Opinions.Feedbacks(), period));

    private async Task<Dictionary<DateOnly, int>> ByMonthAsync(IQueryable<Done> done, BookPeriod period)
    {
        var (from, until) = (period.From, period.Until);
        return (await done.Where(one => one.On >= from && one.On <= until).GroupBy(one => new { one.On.Year, one.On.Month })
            .Select(month => new { month.Key, Times = month.Count() }).ToListAsync(cancellationToken))
            .ToDictionary(month => new DateOnly(month.Key.Year, month.Key.Month, 1), month => month.Times);
    }

    private async Task<Balance> BalanceAsync(BookPeriod period, int received)
    {
        var (first, next) = (period.From, period.Until.AddDays(1));
        return new Balance(
            await Opinions.OutstandingBefore(first).CountAsync(cancellationToken),
            received,
            await Opinions.ConcludedWithin(first, next).CountAsync(cancellationToken),
            await Opinions.OutstandingBefore(next).CountAsync(cancellationToken));
    }

    private async Task<Dictionary<int, Balance>> StationBalancesAsync(BookPeriod period, Dictionary<int, Tally> received)
    {
        var (first, next) = (period.From, period.Until.AddDays(1));
        var opening = await ByStationAsync(Opinions.OutstandingBefore(first));
        var concluded = await ByStationAsync(Opinions.ConcludedWithin(first, next));
        var closing = await ByStationAsync(Opinions.OutstandingBefore(next));
        return opening.Keys.Union(received.Keys).Union(concluded.Keys).Union(closing.Keys).ToDictionary(station => station, station => new Balance(
            opening.GetValueOrDefault(station), received.GetValueOrDefault(station, Tally.None).Counts.Collected, concluded.GetValueOrDefault(station), closing.GetValueOrDefault(station)));
    }

    private Task<Dictionary<int, int>> ByStationAsync(IQueryable<Opinion> opinions) =>
        opinions.GroupBy(o => o.StationId).Select(group => new { group.Key, Times = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Times, cancellationToken);

    private async Task<CarriedFigures> CarriedAsync(IQueryable<Opinion> opinions)
    {
        var places = await CountAsync(opinions.SelectMany(o => o.Deputies, (o, link) => new Placed<int> { Place = link.Order, Opinion = o }));
        var without = await CountAsync(opinions.Where(o => !o.Deputies.Any()).Select(o => new Placed<int> { Place = 0, Opinion = o }));
        return new CarriedFigures(
            await DeputyYears.CountsAsync(opinions, _today, cancellationToken),
            OpinionCounts.Sum(without.Values),
            OpinionCounts.Sum(places.Where(place => place.Key > 1).Select(place => place.Value)));
    }

    private async Task<Dictionary<int, RatingTally>> AnswerRatingsAsync(IQueryable<Opinion> opinions)
    {
        var rated =
            from opinion in opinions.Counted(Measure.AnsweredOnes, _today)
            from forwarding in opinion.Forwardings
            where forwarding.EndedOn == null && forwarding.Round == opinion.Round && forwarding.DeputyRating != null
            group forwarding by new { opinion.StationId, forwarding.DeputyRating } into ratings
            select new { ratings.Key, Times = ratings.Count() };
        var times = (await rated.ToListAsync(cancellationToken)).ToDictionary(group => (group.Key.StationId, group.Key.DeputyRating!.Value), group => group.Times);
        return times.Keys.Select(key => key.StationId).Distinct().ToDictionary(station => station, station => new RatingTally(
            Rated(station, DeputyRating.Satisfied), Rated(station, DeputyRating.MostlySatisfied), Rated(station, DeputyRating.Dissatisfied)));

        int Rated(int station, DeputyRating rating) => times.GetValueOrDefault((station, rating));
    }

    private Task<Dictionary<TPlace, OpinionCounts>> CountAsync<TPlace>(IQueryable<Placed<TPlace>> opinions)
        where TPlace : notnull => CountQueries.CountAsync(opinions, _today, cancellationToken);
}
