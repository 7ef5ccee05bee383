using VoterLiaison.Domain.Rules;

namespace VoterLiaison.Domain.Plans;

/// <summary>How a session of a plan recurs.</summary>
public enum Recurrence
{
    Weekly = 1,

    Fortnightly,

    /// <summary>每月第几个星期几: the same weekday of the month. A month without a fifth one has none.</summary>
    Monthly,
}

public static class Recurring
{
    /// <summary>The days after the first one on which it recurs, up to and including the last, within the year of the first.</summary>
    /// <exception cref="RuleBrokenException">The last day lies before the first.</exception>
    public static IReadOnlyList<DateOnly> After(DateOnly first, Recurrence every, DateOnly last)
    {
        Rule.Require(last >= first, $"截止日期不能早于第一场的{first:M月d日}。");
        var end = last.Year > first.Year ? new DateOnly(first.Year, 12, 31) : last;
        return every switch
        {
            Recurrence.Weekly => Every(7),
            Recurrence.Fortnightly => Every(14),
            Recurrence.Monthly => [.. Enumerable.Range(first.Month + 1, 12 - first.Month).Select(InMonth).OfType<DateOnly>().Where(day => day <= end)],
        };

        List<DateOnly> Every(int days) => [.. Enumerable.Range(1, (end.DayNumber - first.DayNumber) / days).Select(times => first.AddDays(days * times))];

        DateOnly? InMonth(int month)
        {
            var begin = new DateOnly(first.Year, month, 1);
            var day = begin.AddDays((((int)first.DayOfWeek - (int)begin.DayOfWeek + 7) % 7) + (7 * ((first.Day - 1) / 7)));
            return day.Month == month ? day : null;
        }
    }
}
