using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard.Opinions;

/// <summary>One of the two clocks as an opinion's page shows it: running, stopped in time or late, or not started.</summary>
/// <param name="Name">Which clock.</param>
/// <param name="Whose">Who owes whom.</param>
/// <param name="Tone">How grave it is.</param>
/// <param name="Words">The large words.</param>
/// <param name="Beside">The small ones beside them.</param>
/// <param name="Gauge">How much of the limit is used; null where none runs.</param>
public sealed record ClockFace(string Name, string Whose, ClockTone Tone, string Words, string Beside, ClockGauge? Gauge = null)
{
    /// <summary>Its looks.</summary>
    public string Class => Tone switch
    {
        ClockTone.Owed => "run",
        ClockTone.Late => "over",
        ClockTone.Running => "goes",
        ClockTone.Still => Gauge is null ? "still" : "",
    };

    /// <summary>承办单位答复代表: from 交办 or the forwarding to the lead's answer.</summary>
    public static ClockFace OfAnswer(Opinion opinion, ClockLimits limits, DateOnly today)
    {
        if (opinion.CurrentForwarding is not { } forwarding)
        {
            return Answer(ClockTone.Still, opinion.Stage is OpinionStage.Collected ? "还没有转交" : "不经转交", "不计答复期限");
        }

        var statutory = forwarding.Channel.HasStatutoryClock();
        if (Clock.OnAnswer(forwarding, limits) is not { } clock)
        {
            return Answer(ClockTone.Still, "尚未交办", "不计答复期限");
        }

        var firstAnswer = forwarding.Answers.FirstOrDefault(answer => answer.Kind is AnswerKind.Lead)?.AnsweredOn;
        var limit = forwarding.ExtendedOn is not null ? "六个月，已延期" : !statutory ? $"{limits.AnswerDays} 天，本室设定" : forwarding.Round > 1 ? "两个月，重新办理" : "三个月";
        var gauge = new ClockGauge(clock, firstAnswer ?? today, $"{clock.StartedOn:MM-dd} {(statutory ? "交办" : "转交")}", $"{clock.DueOn:yyyy-MM-dd} 到期（{limit}）");
        return firstAnswer is { } answered
            ? answered > clock.DueOn
                ? Answer(ClockTone.Still, "逾期答复", $"用了 {Days(clock.StartedOn, answered)} 天，晚了 {Days(clock.DueOn, answered)} 天", gauge)
                : Answer(ClockTone.Still, "按期答复", $"用了 {Days(clock.StartedOn, answered)} 天，提前 {Days(answered, clock.DueOn)} 天", gauge)
            : Running(clock, today) is { Tone: ClockTone.Late } late
                ? Answer(ClockTone.Late, late.Words, late.Beside, gauge)
                : Answer(ClockTone.Running, clock.DueOn == today ? "今天到期" : $"余 {Days(today, clock.DueOn)} 天", $"已过 {Days(clock.StartedOn, today)} 天", gauge);
    }

    /// <summary>代表告诉选民: from the day there is something to tell to the day the voter was told.</summary>
    public static ClockFace OfFeedback(Opinion opinion, ClockLimits limits, DateOnly today)
    {
        if (opinion.AwaitingFeedbackSince is { } since)
        {
            var clock = Clock.OnFeedback(since, limits);
            var gauge = GaugeOf(clock, today);
            return Running(clock, today) is { Tone: ClockTone.Late } late
                ? Feedback(ClockTone.Late, late.Words, $"第 {Days(since, today)} 天", gauge)
                : Feedback(ClockTone.Owed, $"第 {Days(since, today)} 天", clock.DueOn == today ? "今天到期" : $"还有 {Days(today, clock.DueOn)} 天", gauge);
        }

        if (opinion.CurrentFeedback is not { } feedback)
        {
            return Feedback(ClockTone.Still, "还没有开始", opinion.Stage is OpinionStage.Merged ? "等主件有答复" : "有了答复或解释才开始计算");
        }

        var owed = opinion.History.LastOrDefault(entry => entry.On <= feedback.FedBackOn && entry.Act is OpinionAct.Answer or OpinionAct.Explain or OpinionAct.PointElsewhere or OpinionAct.HearFromLead)?.On ?? feedback.FedBackOn;
        var kept = Clock.OnFeedback(owed, limits);
        var used = Days(owed, feedback.FedBackOn);
        return feedback.FedBackOn > kept.DueOn
            ? Feedback(ClockTone.Still, "已告知选民", $"第 {used} 天，晚了 {Days(kept.DueOn, feedback.FedBackOn)} 天", GaugeOf(kept, feedback.FedBackOn))
            : Feedback(ClockTone.Still, "已告知选民", used == 0 ? "当天告知" : $"第 {used} 天", GaugeOf(kept, feedback.FedBackOn));

        ClockGauge GaugeOf(Clock clock, DateOnly at) => new(clock, at, $"{clock.StartedOn:MM-dd} 有答复", $"{clock.DueOn:yyyy-MM-dd} 到期（{limits.FeedbackDays} 天，本室设定）");
    }

    private static (ClockTone Tone, string Words, string Beside) Running(Clock clock, DateOnly today) => clock.DueOn < today
        ? (ClockTone.Late, $"逾期 {Days(clock.DueOn, today)} 天", clock.GravelyDueOn < today ? "严重逾期" : $"已过 {Days(clock.StartedOn, today)} 天")
        : (ClockTone.Running, "", "");

    private static ClockFace Answer(ClockTone tone, string words, string beside, ClockGauge? gauge = null) => new("答复期限", "承办单位答复代表", tone, words, beside, gauge);

    private static ClockFace Feedback(ClockTone tone, string words, string beside, ClockGauge? gauge = null) => new("待反馈", "代表告诉选民", tone, words, beside, gauge);

    private static int Days(DateOnly from, DateOnly to) => OpinionClock.Days(from, to);
}

/// <param name="Start">What began the clock, and when.</param>
/// <param name="End">When it is due, and by which limit.</param>
/// <param name="UsedPercent">Of the limit; never above 100.</param>
public sealed record ClockGauge(string Start, string End, double UsedPercent)
{
    public ClockGauge(Clock clock, DateOnly at, string start, string end)
        : this(start, end, Math.Clamp(100.0 * OpinionClock.Days(clock.StartedOn, at) / Math.Max(1, OpinionClock.Days(clock.StartedOn, clock.DueOn)), 0, 100))
    {
    }
}
