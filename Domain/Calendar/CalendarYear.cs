using VoterLiaison.Domain.Rules;

namespace VoterLiaison.Domain.Calendar;

/// <summary>年历: how the State Council arranges the holidays of one year. Every day it does not name is a working day from Monday to Friday.</summary>
public sealed class CalendarYear
{
    private readonly List<CalendarDay> _days = [];

    private CalendarYear(int year, string source, DateTime loadedAt, string loadedBy)
    {
        Year = year;
        Source = source;
        LoadedAt = loadedAt;
        LoadedBy = loadedBy;
    }

    public int Year { get; private set; }

    /// <summary>Which notice it was taken from.</summary>
    public string Source { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime LoadedAt { get; private set; }

    public string LoadedBy { get; private set; }

    /// <summary>The days that differ from Monday to Friday, in no order.</summary>
    public IReadOnlyList<CalendarDay> Days => _days;

    /// <summary>How many days of the year are worked.</summary>
    public int WorkingDays
    {
        get
        {
            var calendar = new WorkCalendar(this);
            var first = new DateOnly(Year, 1, 1);
            return Enumerable.Range(0, DateTime.IsLeapYear(Year) ? 366 : 365).Count(days => calendar.IsWorkday(first.AddDays(days)) is true);
        }
    }

    /// <summary>Takes a year's calendar from a notice.</summary>
    /// <param name="year">Which year.</param>
    /// <param name="source">The notice of the State Council's General Office (国务院办公厅).</param>
    /// <param name="days">The days it names, each once.</param>
    /// <param name="loadedBy">Who loaded it.</param>
    /// <param name="loadedAt">When, UTC.</param>
    /// <exception cref="RuleBrokenException">No notice is named, no day is listed, or one of the days is refused by <see cref="WhyNot"/>; says which.</exception>
    public static CalendarYear Of(int year, string source, IEnumerable<CalendarDay> days, string loadedBy, DateTime loadedAt)
    {
        var made = new CalendarYear(year, Rule.Written(source, "请写明依据的是哪一个通知。"), loadedAt, loadedBy);
        foreach (var day in days)
        {
            if (WhyNot(year, day, made._days) is { } sentence)
            {
                throw new RuleBrokenException(sentence);
            }

            made._days.Add(day with { Name = day.Name.Trim() });
        }

        Rule.Require(made._days.Count > 0, $"{year}年的年历里一天也没有，没有可以装入的内容。");
        return made;
    }

    /// <summary>Why a day cannot stand in the calendar of a year beside others, as a sentence; null when it can.</summary>
    /// <remarks>A day off may be a Saturday or Sunday: the notices list the weekends that a holiday spans.</remarks>
    public static string? WhyNot(int year, CalendarDay day, IEnumerable<CalendarDay> others) =>
        day.On.Year != year ? $"{day.On:yyyy-MM-dd}不在{year}年。属于{day.On.Year}年的，请并入{day.On.Year}年的年历。"
        : day.Kind is DayKind.Workday && !day.On.IsWeekend() ? $"{day.On:yyyy-MM-dd}是{InWords(day.On.DayOfWeek)}，本来就上班；“班”只用于周六、周日。"
        : string.IsNullOrWhiteSpace(day.Name) ? $"{day.On:yyyy-MM-dd}没有写是哪个节日，请写上名称。"
        : others.Any(other => other.On == day.On) ? $"{day.On:yyyy-MM-dd}写了两次，请只留一次。"
        : null;

    private static string InWords(DayOfWeek day) => "周" + "日一二三四五六"[(int)day];
}
