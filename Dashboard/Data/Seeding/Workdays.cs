using System.Globalization;

namespace VoterLiaison.Dashboard.Data.Seeding;

/// <summary>When an office is open, near enough for a demonstration: Monday to Friday, but for New Year, Spring Festival, May Day and the National Day week.</summary>
internal static class Workdays
{
    private static readonly ChineseLunisolarCalendar Lunar = new();

    public static bool IsWorkday(this DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && day is not ({ Month: 1, Day: 1 } or { Month: 5, Day: <= 3 } or { Month: 10, Day: <= 7 })
        && !IsSpringFestival(day);

    public static DateOnly OrNextWorkday(this DateOnly day)
    {
        while (!day.IsWorkday())
        {
            day = day.AddDays(1);
        }

        return day;
    }

    /// <summary>New Year's Eve and the first week of the first moon.</summary>
    private static bool IsSpringFestival(DateOnly day)
    {
        var tomorrow = day.AddDays(1).ToDateTime(TimeOnly.MinValue);
        return Lunar.GetMonth(tomorrow) == 1 && Lunar.GetDayOfMonth(tomorrow) <= 8;
    }
}
