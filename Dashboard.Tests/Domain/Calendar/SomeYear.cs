namespace VoterLiaison.Domain.Calendar;

/// <summary>Calendars made up for a test, in which every other day that may be different is.</summary>
internal static class SomeYear
{
    public static readonly DateTime LoadedAt = new(2025, 11, 4, 8, 0, 0, DateTimeKind.Utc);

    public static CalendarDay Off(int year, int month, int day, string name = "春节") => new(new DateOnly(year, month, day), DayKind.Holiday, name);

    public static CalendarDay Worked(int year, int month, int day, string name = "春节") => new(new DateOnly(year, month, day), DayKind.Workday, name);

    public static CalendarYear Of(int year, params IEnumerable<CalendarDay> days) => CalendarYear.Of(year, "通知", days, "值班员", LoadedAt);
}
