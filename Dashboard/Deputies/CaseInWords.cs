using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard.Deputies;

/// <summary>What the deputy's page says of a case: in days that say since when or until when.</summary>
internal static class CaseInWords
{
    /// <summary>11月23日; another year is said: 2027年1月6日.</summary>
    public static string Day(DateOnly day, DateOnly today) => day.Year == today.Year ? $"{day:M月d日}" : $"{day:yyyy年M月d日}";

    public static string Greeting(int hour) => hour switch
    {
        >= 5 and < 11 => "早上好",
        >= 11 and < 13 => "中午好",
        >= 13 and < 18 => "下午好",
        _ => "晚上好",
    };

    public static string Weekday(DateOnly day) => $"星期{"日一二三四五六"[(int)day.DayOfWeek]}";

    /// <summary>其中1位已超过告知期限4天; null while nobody waits too long.</summary>
    public static string? Late(DeputyHome home) => home.VotersLate switch
    {
        0 => null,
        1 => $"其中1位已超过告知期限{home.MostDaysLate}天",
        var late => $"其中{late}位已超过告知期限，最久的超过{home.MostDaysLate}天",
    };

    /// <summary>答复已到19天，应在11月19日前告知.</summary>
    public static string Waiting(this DeputyCase one)
    {
        var since = one.Stage switch
        {
            OpinionStage.Explained or OpinionStage.OutOfScope => one.DaysSince == 0 ? "今天作了解释" : $"解释已有{one.DaysSince}天",
            OpinionStage.Merged => one.DaysSince == 0 ? "主件今天有答复" : $"主件答复已到{one.DaysSince}天",
            _ => one.DaysSince == 0 ? "答复今天到" : $"答复已到{one.DaysSince}天",
        };
        return $"{since}，{Limit(one, "告知")}";
    }

    /// <summary>石景山交通支队，应于11月20日前答复。11月23日催办过。</summary>
    public static string AtWork(this DeputyCase one)
    {
        if (one.Stage is OpinionStage.Merged)
        {
            return $"{one.Went}，主件有了答复再告诉选民";
        }

        var urged = one.UrgedOn is not { } day ? "" : day == one.Today ? "，今天催办过" : $"，{Day(day, one.Today)}催办过";
        return one.DueOn is null
            ? $"{one.Went}，还没有交办，不计答复期限{urged}"
            : $"{one.Handler}，{(one.Extended ? "已同意延期，" : "")}{Limit(one, "答复")}{urged}";
    }

    /// <summary>请在11月30日前评价; or that the calendar of a year is missing.</summary>
    public static string Rating(this DeputyCase one) => one.RateUntil switch
    {
        { DueOn: { } due } when due < one.Today => $"评价期限是{Day(due, one.Today)}，已过{one.Today.DayNumber - due.DayNumber}天",
        { DueOn: { } due } => $"请在{Day(due, one.Today)}前评价（15个工作日）",
        { MissingYear: { } year } => $"15个工作日内评价；{year}年的年历还没有装入，算不出是哪一天",
        _ => "",
    };

    private static string Limit(DeputyCase one, string what) => one switch
    {
        { DaysLate: > 0 } => $"应在{Day(one.DueOn!.Value, one.Today)}前{what}",
        { DaysLeft: 0 } => "今天到期",
        { DaysLeft: { } left } => $"还有{left}天（{Day(one.DueOn!.Value, one.Today)}）",
        _ => "",
    };
}
