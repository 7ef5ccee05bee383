using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Opinions;
using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard.Books;

/// <summary>How the lead answered, whether in time and after how many days: read one by one, since the limits are the domain's and not the database's.</summary>
internal static class AnswerQueries
{
    /// <summary>The answers of the rounds that stand, for the opinions that count as answered.</summary>
    public static async Task<IReadOnlyList<AnswerGroup>> ReadAsync(IQueryable<Opinion> opinions, ClockLimits limits, DateOnly today, CancellationToken cancellationToken)
    {
        var answers =
            from opinion in opinions.Counted(Measure.AnsweredOnes, today)
            from forwarding in opinion.Forwardings
            where forwarding.EndedOn == null && forwarding.Round == opinion.Round
            from answer in forwarding.Answers
            where answer.Kind == AnswerKind.Lead
            select new { opinion.StationId, OrganId = opinion.LeadOrganId ?? 0, Outcome = opinion.Outcome!.Value, Forwarding = forwarding, answer.AnsweredOn };

        var tallies = new Dictionary<(int StationId, ForwardingChannel Channel, int OrganId, AnswerOutcome Outcome), AnswerTally>();
        await foreach (var answer in answers.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            var place = (answer.StationId, answer.Forwarding.Channel, answer.OrganId, answer.Outcome);
            tallies[place] = tallies.GetValueOrDefault(place, AnswerTally.None) + Tally(Clock.OnAnswer(answer.Forwarding, limits), answer.Forwarding, answer.AnsweredOn);
        }

        return [.. tallies.Select(tally => new AnswerGroup(tally.Key.StationId, tally.Key.Channel, tally.Key.OrganId, tally.Key.Outcome, tally.Value))];
    }

    private static AnswerTally Tally(Clock? clock, Forwarding forwarding, DateOnly answeredOn) =>
        new(1, clock is null || answeredOn <= clock.DueOn ? 1 : 0, answeredOn.DayNumber - (clock?.StartedOn ?? forwarding.ForwardedOn).DayNumber);
}

/// <param name="StationId">Where the opinion was collected.</param>
/// <param name="Channel">Along which channel it travelled.</param>
/// <param name="OrganId">The lead organ; 0 where there is none.</param>
/// <param name="Outcome">What the lead says now.</param>
/// <param name="Answers">Their numbers.</param>
internal sealed record AnswerGroup(int StationId, ForwardingChannel Channel, int OrganId, AnswerOutcome Outcome, AnswerTally Answers);
