namespace VoterLiaison.Domain.Opinions;

/// <summary>The limits the office sets for itself where the law says only 及时.</summary>
/// <param name="AnswerDays">Calendar days an organ or city deputy has to answer along channels 3, 4 and 5, from the forwarding.</param>
/// <param name="FeedbackDays">Calendar days to tell the voter, from the day an answer or explanation exists.</param>
public sealed record ClockLimits(int AnswerDays = 30, int FeedbackDays = 15);

public enum ClockKind
{
    /// <summary>答复期限: organ → deputy.</summary>
    Answer = 1,

    /// <summary>反馈期限: deputy → voter.</summary>
    Feedback,
}

/// <summary>A running clock. Overdue is decided by day: due on the 10th is overdue on the 11th.</summary>
/// <param name="Kind">Which of the two clocks; they are never mixed.</param>
/// <param name="StartedOn">交办, forwarding, or the day an answer exists.</param>
/// <param name="DueOn">The last day in time.</param>
/// <param name="GravelyDueOn">The last day before it is 严重逾期: twice the limit.</param>
public sealed record Clock(ClockKind Kind, DateOnly StartedOn, DateOnly DueOn, DateOnly GravelyDueOn)
{
    private const int StatutoryMonths = 3;
    private const int ExtendedMonths = 6;
    private const int AnotherRoundMonths = 2;

    /// <summary>The clock on the organ's answer, or null while none runs: channels 1 and 2 wait for 交办.</summary>
    /// <remarks>
    /// 代表建议办理条例: three calendar months from 交办, six from the same day when extended, two in another round.
    /// Months, not days: 30 November and three months is the last day of February.
    /// </remarks>
    public static Clock? OnAnswer(Forwarding forwarding, ClockLimits limits) => OnAnswer(forwarding, limits, forwarding.ExtendedOn is not null);

    /// <summary>The clock on the organ's answer as it ran before an extension: ledgers print 答复时限 and 延期至 side by side.</summary>
    public static Clock? OnAnswerBeforeExtension(Forwarding forwarding, ClockLimits limits) => OnAnswer(forwarding, limits, isExtended: false);

    /// <summary>The clock on telling the voter.</summary>
    public static Clock OnFeedback(DateOnly owedSince, ClockLimits limits) => OfDays(ClockKind.Feedback, owedSince, limits.FeedbackDays);

    private static Clock? OnAnswer(Forwarding forwarding, ClockLimits limits, bool isExtended)
    {
        if (!forwarding.Channel.HasStatutoryClock())
        {
            return OfDays(ClockKind.Answer, forwarding.ForwardedOn, limits.AnswerDays);
        }

        var months = isExtended ? ExtendedMonths : forwarding.Round > 1 ? AnotherRoundMonths : StatutoryMonths;
        return forwarding.AssignedOn is { } start
            ? new Clock(ClockKind.Answer, start, start.AddMonths(months), start.AddMonths(2 * months))
            : null;
    }

    private static Clock OfDays(ClockKind kind, DateOnly start, int days) => new(kind, start, start.AddDays(days), start.AddDays(2 * days));
}
