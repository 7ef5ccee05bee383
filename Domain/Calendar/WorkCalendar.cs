using System.Collections.Frozen;

namespace VoterLiaison.Domain.Calendar;

/// <summary>工作日: which days are worked, in the years whose calendar is loaded. Of other years it says that it does not know; it never guesses.</summary>
public sealed class WorkCalendar(params IEnumerable<CalendarYear> years)
{
    private readonly FrozenDictionary<int, FrozenDictionary<DateOnly, DayKind>> _years =
        years.ToFrozenDictionary(year => year.Year, year => year.Days.ToFrozenDictionary(day => day.On, day => day.Kind));

    /// <summary>Whether the calendar of a year is loaded.</summary>
    public bool Knows(int year) => _years.ContainsKey(year);

    /// <summary>Whether a day is worked; null where the calendar of its year is not loaded.</summary>
    public bool? IsWorkday(DateOnly day) =>
        !_years.TryGetValue(day.Year, out var year) ? null
        : year.TryGetValue(day, out var kind) ? kind is DayKind.Workday
        : !day.IsWeekend();

    /// <summary>The n-th working day after a day, which itself never counts: one working day after a Friday is, as a rule, Monday.</summary>
    /// <param name="day">The day something began; it need not be a working day, nor its year loaded.</param>
    /// <param name="workingDays">How many; at least one.</param>
    /// <exception cref="ArgumentOutOfRangeException">Less than one working day.</exception>
    public WorkdayLimit After(DateOnly day, int workingDays)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(workingDays, 1);
        for (var left = workingDays; left > 0;)
        {
            day = day.AddDays(1);
            switch (IsWorkday(day))
            {
                case null: return WorkdayLimit.Unknown(day.Year);
                case true: left--; break;
                case false: break;
            }
        }

        return WorkdayLimit.On(day);
    }
}

/// <summary>A limit counted in working days: the last day in time, or the year whose calendar would have to be loaded to know it. Exactly one of the two is there.</summary>
public sealed record WorkdayLimit
{
    private WorkdayLimit(DateOnly? dueOn, int? missingYear) => (DueOn, MissingYear) = (dueOn, missingYear);

    /// <summary>The last day in time.</summary>
    public DateOnly? DueOn { get; }

    /// <summary>The first year on the way whose calendar is not loaded.</summary>
    public int? MissingYear { get; }

    public static WorkdayLimit On(DateOnly day) => new(day, null);

    public static WorkdayLimit Unknown(int year) => new(null, year);
}

internal static class Weekends
{
    public static bool IsWeekend(this DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
}
