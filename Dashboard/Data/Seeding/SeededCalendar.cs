using VoterLiaison.Domain.Calendar;

namespace VoterLiaison.Dashboard.Data.Seeding;

/// <summary>A year of <c>calendars.json</c>, which names holidays as the notices do: from, to, and the weekends worked for them.</summary>
internal sealed record SeededCalendar(int Year, string Source, IReadOnlyList<SeededHoliday> Holidays)
{
    private const string LoadedBy = "随程序装入";

    public static IReadOnlyList<SeededCalendar> All => SeedFiles.Read<List<SeededCalendar>>("calendars.json");

    public CalendarYear ToYear(DateTime at) => CalendarYear.Of(Year, Source, Holidays.SelectMany(holiday => holiday.Days), LoadedBy, at);
}

internal sealed record SeededHoliday(string Name, DateOnly From, DateOnly To, IReadOnlyList<DateOnly> Workdays)
{
    public IEnumerable<CalendarDay> Days => Enumerable.Range(0, To.DayNumber - From.DayNumber + 1).Select(days => new CalendarDay(From.AddDays(days), DayKind.Holiday, Name))
        .Concat(Workdays.Select(day => new CalendarDay(day, DayKind.Workday, Name)));
}
