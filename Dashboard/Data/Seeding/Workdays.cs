namespace VoterLiaison.Dashboard.Data.Seeding;

/// <summary>When an office is open, near enough for a demonstration: Monday to Friday, but for the holidays that have a date of their own.</summary>
internal static class Workdays
{
    public static bool IsWorkday(this DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && day is not ({ Month: 1, Day: 1 } or { Month: 5, Day: <= 3 } or { Month: 10, Day: <= 7 });

    public static DateOnly OrNextWorkday(this DateOnly day)
    {
        while (!day.IsWorkday())
        {
            day = day.AddDays(1);
        }

        return day;
    }
}
