using System.Globalization;
using VoterLiaison.Dashboard.Activities;
using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard.Public;

/// <summary>As one says it across a table.</summary>
internal static class PublicWording
{
    private const int DaysCalledByName = 6;

    /// <summary>今天, 明天, 周三, 12月2日.</summary>
    public static string DayFrom(DateOnly day, DateOnly today) => (day.DayNumber - today.DayNumber) switch
    {
        0 => "今天",
        1 => "明天",
        > 1 and <= DaysCalledByName => SessionWording.Weekday(day),
        _ => day.ToString("M月d日", CultureInfo.InvariantCulture),
    };

    /// <summary>下午2点到4点, 上午9点半到11点, 晚上6点半到8点.</summary>
    public static string Spoken(TimeOnly from, TimeOnly until) =>
        PartOfDay(from) == PartOfDay(until) || until == new TimeOnly(12, 0) ? $"{PartOfDay(from)}{Clock(from)}到{Clock(until)}" : $"{PartOfDay(from)}{Clock(from)}到{PartOfDay(until)}{Clock(until)}";

    /// <summary>What a figure counts, for those who never heard of it; the exact words are <see cref="MeasureWording.Definition"/>.</summary>
    public static string Plainly(this Measure measure) =>
        measure == Measure.Collected ? "选民提出、登记在册的意见和要求。"
        : measure == Measure.Forwarded ? "其中，已由代表反映给有关单位的。"
        : measure == Measure.AnsweredOnes ? "其中，有关单位已经回答代表的。"
        : measure == Measure.FedBackOnes ? "其中，代表已经把结果告诉选民的。"
        : measure.Definition();

    private static string PartOfDay(TimeOnly time) => time.Hour switch
    {
        < 12 => "上午",
        < 18 => "下午",
        _ => "晚上",
    };

    private static string Clock(TimeOnly time)
    {
        var hour = time.Hour > 12 ? time.Hour - 12 : time.Hour;
        return time.Minute switch
        {
            0 => $"{hour}点",
            30 => $"{hour}点半",
            var minute => $"{hour}点{minute:00}分",
        };
    }
}
