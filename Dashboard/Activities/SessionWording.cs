using System.Globalization;
using VoterLiaison.Domain.Activities;

namespace VoterLiaison.Dashboard.Activities;

internal static class SessionWording
{
    private static readonly CultureInfo _chinese = CultureInfo.GetCultureInfo("zh-CN");

    public static string InWords(this ContactSession session) => $"{session.On:M月d日}{Hours(session.From, session.Until)}";

    public static string Hours(TimeOnly from, TimeOnly until) => $"{from.ToString("H:mm", _chinese)}–{until.ToString("H:mm", _chinese)}";

    /// <summary>11月27日　周五.</summary>
    public static string Day(DateOnly day) => $"{day:M月d日}　{Weekday(day)}";

    public static string Weekday(DateOnly day) => $"周{"日一二三四五六"[(int)day.DayOfWeek]}";
}
