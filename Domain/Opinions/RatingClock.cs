using VoterLiaison.Domain.Calendar;

namespace VoterLiaison.Domain.Opinions;

/// <summary>代表评价期限: a deputy rates the lead's answer within 15 working days of receiving it (channels 1 and 2).</summary>
/// <remarks>Counted apart: it is none of the two clocks of an opinion, and no part of 逾期.</remarks>
/// <param name="StartedOn">The day of the lead's first answer in the round that stands; a supplement does not start it anew.</param>
/// <param name="Limit">The last day in time, or the year whose calendar is missing.</param>
public sealed record RatingClock(DateOnly StartedOn, WorkdayLimit Limit)
{
    public const int WorkingDays = 15;

    /// <summary>The clock that runs, or null: nothing was answered yet, the answer is rated already, or along this channel deputies do not rate.</summary>
    public static RatingClock? Of(Opinion opinion, WorkCalendar calendar) =>
        opinion.WhyNot(OpinionAct.RateAnswer) is null
        && opinion.CurrentForwarding?.Answers.FirstOrDefault(answer => answer.Kind is AnswerKind.Lead) is { AnsweredOn: var receivedOn }
            ? new RatingClock(receivedOn, calendar.After(receivedOn, WorkingDays))
            : null;
}
