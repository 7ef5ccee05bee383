using CsCheck;
using static VoterLiaison.Domain.Calendar.SomeYear;

namespace VoterLiaison.Domain.Calendar;

public sealed class WorkCalendarTests
{
    private static readonly DateOnly First = new(2025, 1, 1);

    /// <summary>Two years following each other, in which any days are off and any weekends worked.</summary>
    private static readonly Gen<WorkCalendar> AnyCalendar = Gen.Int[0, 729].HashSet[1, 300].Select(places => new WorkCalendar(
        places.Select(place => First.AddDays(place)).Append(First).Append(First.AddDays(365)).Distinct()
            .Select(day => new CalendarDay(day, day.DayNumber % 3 == 0 && day.DayOfWeek is (DayOfWeek.Saturday or DayOfWeek.Sunday) ? DayKind.Workday : DayKind.Holiday, "某节"))
            .GroupBy(day => day.On.Year).Select(year => SomeYear.Of(year.Key, year))));

    private static readonly Gen<DateOnly> AnyDay = Gen.Int[-1, 729].Select(place => First.AddDays(place));

    [Fact]
    public void A_limit_is_a_working_day_after_the_first_or_names_the_year_that_is_not_loaded() => Gen.Select(AnyCalendar, AnyDay, Gen.Int[1, 40]).Sample((calendar, day, count) =>
    {
        var limit = calendar.After(day, count);
        Assert.True(limit.DueOn is null ^ limit.MissingYear is null);
        if (limit.DueOn is { } due)
        {
            Assert.True(due > day && calendar.IsWorkday(due) is true);
            Assert.Equal(count, Between(day, due).Count(between => calendar.IsWorkday(between) is true));
        }
        else
        {
            Assert.Equal(2027, limit.MissingYear);
            Assert.True(Between(day, new DateOnly(2026, 12, 31)).Count(between => calendar.IsWorkday(between) is true) < count);
        }
    });

    [Fact]
    public void Later_days_and_more_working_days_never_end_earlier() => Gen.Select(AnyCalendar, AnyDay, Gen.Int[1, 30], Gen.Int[0, 30]).Sample((calendar, day, count, more) =>
    {
        var due = Due(calendar.After(day, count));
        Assert.True(Due(calendar.After(day.AddDays(more), count)) >= due);
        Assert.True(Due(calendar.After(day, count + more)) >= due);
    });

    [Fact]
    public void So_many_steps_of_one_are_one_of_so_many() => Gen.Select(AnyCalendar, AnyDay, Gen.Int[1, 30]).Sample((calendar, day, count) =>
    {
        var limit = WorkdayLimit.On(day);
        for (var step = 0; step < count && limit.DueOn is { } reached; step++)
        {
            limit = calendar.After(reached, 1);
        }

        Assert.Equal(calendar.After(day, count), limit);
    });

    [Fact]
    public void The_day_itself_does_not_count_and_a_worked_weekend_does()
    {
        var calendar = new WorkCalendar(SomeYear.Of(2026, Off(2026, 2, 16), Worked(2026, 2, 14)));

        Assert.Equal(new DateOnly(2026, 2, 14), calendar.After(new DateOnly(2026, 2, 13), 1).DueOn);
        Assert.Equal(new DateOnly(2026, 2, 17), calendar.After(new DateOnly(2026, 2, 14), 1).DueOn);
        Assert.Equal(new DateOnly(2026, 2, 18), calendar.After(new DateOnly(2026, 2, 13), 3).DueOn);
    }

    [Fact]
    public void Of_a_year_that_is_not_loaded_nothing_is_said_about_any_day()
    {
        var calendar = new WorkCalendar(SomeYear.Of(2026, Off(2026, 1, 1)));

        Assert.True(calendar.Knows(2026) && !calendar.Knows(2027));
        Assert.Null(calendar.IsWorkday(new DateOnly(2027, 3, 1)));
        Assert.Equal(WorkdayLimit.Unknown(2027), calendar.After(new DateOnly(2026, 12, 31), 1));
        Assert.Equal(WorkdayLimit.Unknown(2025), calendar.After(new DateOnly(2025, 12, 30), 1));
        Assert.Equal(WorkdayLimit.On(new DateOnly(2026, 1, 2)), calendar.After(new DateOnly(2025, 12, 31), 1)); // of the day itself nothing need be known
    }

    [Fact]
    public void Less_than_one_working_day_is_no_limit() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new WorkCalendar().After(First, 0));

    private static IEnumerable<DateOnly> Between(DateOnly day, DateOnly last) => Enumerable.Range(1, Math.Max(0, last.DayNumber - day.DayNumber)).Select(days => day.AddDays(days));

    /// <summary>What is not known lies after all that is.</summary>
    private static DateOnly Due(WorkdayLimit limit) => limit.DueOn ?? DateOnly.MaxValue;
}
