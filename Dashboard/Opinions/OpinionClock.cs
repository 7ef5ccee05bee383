using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard.Opinions;

/// <summary>The one clock a row shows, in words: what is late, what is left, or that none runs.</summary>
/// <param name="Tone">How grave it is; a word says so too.</param>
/// <param name="Words">逾期 6 天, 待反馈第 11 天, 余 82 天.</param>
/// <param name="Beside">Until when, or why no clock runs.</param>
public sealed record OpinionClock(ClockTone Tone, string Words, string Beside)
{
    public string? Class => Tone switch
    {
        ClockTone.Still => "q",
        ClockTone.Running => null,
        ClockTone.Owed => "owe",
        ClockTone.Late => "late",
    };

    public static OpinionClock Of(OpinionRow row, DateOnly today)
    {
        var late = row.DueOn < today ? Days(row.DueOn.Value, today) : 0;
        return row switch
        {
            { AwaitingFeedbackSince: { } since } => late > 0
                ? new(ClockTone.Late, $"逾期 {late} 天", $"反馈期限 {row.DueOn:yyyy-MM-dd}")
                : new(ClockTone.Owed, $"待反馈第 {Days(since, today)} 天", since == today ? $"今天有答复，期限 {row.DueOn:yyyy-MM-dd}" : $"反馈期限 {row.DueOn:yyyy-MM-dd}"),
            { ConcludedOn: { } concluded } => row.Stage is OpinionStage.Merged
                ? new(ClockTone.Still, "随主件办理", $"{concluded:yyyy-MM-dd} 并案")
                : new(ClockTone.Still, "已办结", $"{concluded:yyyy-MM-dd} 告知选民"),
            { Stage: OpinionStage.Forwarded, DueOn: { } due } => new(
                late > 0 ? ClockTone.Late : ClockTone.Running,
                late > 0 ? $"逾期 {late} 天" : due == today ? "今天到期" : $"余 {Days(today, due)} 天",
                $"{(row.Channel is { } channel && channel.HasStatutoryClock() ? "答复期限" : "本室设定期限")} {due:yyyy-MM-dd}"),
            { Stage: OpinionStage.Forwarded } => new(ClockTone.Still, "待交办", "尚未交办，不计答复期限"),
            _ => new(ClockTone.Still, $"待转交 {Days(row.CollectedOn, today)} 天", "尚未交办，不计答复期限"),
        };
    }

    internal static int Days(DateOnly from, DateOnly to) => to.DayNumber - from.DayNumber;
}

public enum ClockTone
{
    /// <summary>No clock runs.</summary>
    Still,
    Running,

    /// <summary>A voter has not been told.</summary>
    Owed,
    Late,
}
