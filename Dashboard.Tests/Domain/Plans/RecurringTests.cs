using CsCheck;
using VoterLiaison.Domain.Rules;

namespace VoterLiaison.Domain.Plans;

public sealed class RecurringTests
{
    private static readonly DateOnly Monday = new(2026, 3, 2);

    [Fact]
    public void Each_week_and_each_second_week_up_to_and_with_the_last_day()
    {
        Assert.Equal([Monday.AddDays(7), Monday.AddDays(14)], Recurring.After(Monday, Recurrence.Weekly, Monday.AddDays(14)));
        Assert.Equal([Monday.AddDays(14)], Recurring.After(Monday, Recurrence.Fortnightly, Monday.AddDays(27)));
        Assert.Empty(Recurring.After(Monday, Recurrence.Weekly, Monday));
    }

    [Fact]
    public void Each_month_on_the_same_weekday_and_a_month_without_a_fifth_one_has_none()
    {
        Assert.Equal([new(2026, 4, 6), new(2026, 5, 4)], Recurring.After(Monday, Recurrence.Monthly, new DateOnly(2026, 5, 31)));
        Assert.Equal([new(2026, 6, 29), new(2026, 8, 31)], Recurring.After(new DateOnly(2026, 3, 30), Recurrence.Monthly, new DateOnly(2026, 9, 30)));
    }

    [Fact]
    public void Nothing_recurs_beyond_the_year_or_before_the_first()
    {
        Assert.Equal(new DateOnly(2026, 12, 28), Recurring.After(Monday, Recurrence.Weekly, new DateOnly(2027, 6, 1))[^1]);
        Assert.Throws<RuleBrokenException>(() => Recurring.After(Monday, Recurrence.Weekly, Monday.AddDays(-1)));
    }

    [Fact]
    public void Whatever_the_day_it_keeps_its_weekday_rises_and_stays_within_the_bounds() =>
        Gen.Select(Gen.Int[0, 364], Gen.Int[0, 500], Gen.Enum<Recurrence>()).Sample((start, span, every) =>
        {
            var first = new DateOnly(2026, 1, 1).AddDays(start);
            var days = Recurring.After(first, every, first.AddDays(span));

            Assert.All(days, day => Assert.True(day.DayOfWeek == first.DayOfWeek && day > first && day <= first.AddDays(span) && day.Year == first.Year));
            Assert.Equal(days.Distinct().Order(), days);
        });
}
