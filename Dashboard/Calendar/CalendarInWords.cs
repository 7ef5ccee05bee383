using VoterLiaison.Domain.Calendar;

namespace VoterLiaison.Dashboard.Calendar;

/// <summary>A year's days as a notice tells them: 春节 2月15日至23日休，2月14日、28日上班.</summary>
internal static class CalendarInWords
{
    /// <summary>Every year has them; a file without one is probably not whole.</summary>
    private static readonly string[] Statutory = ["元旦", "春节", "清明", "劳动", "端午", "中秋", "国庆"];

    /// <summary>Holiday by holiday, in the order of the year.</summary>
    public static IEnumerable<(string Name, string Days)> Holidays(IEnumerable<CalendarDay> days) =>
        from holiday in days.GroupBy(day => day.Name)
        orderby holiday.Min(day => (day.Kind is DayKind.Workday, day.On)) // the days off decide, not a weekend worked long before
        select (holiday.Key, string.Join('，', Parts(holiday)));

    /// <summary>The statutory holidays that no day is named after.</summary>
    public static IReadOnlyList<string> Absent(IReadOnlyCollection<CalendarDay> days) =>
        [.. Statutory.Where(holiday => !days.Any(day => day.Name.Contains(holiday, StringComparison.Ordinal))).Select(holiday => holiday is "元旦" or "春节" ? holiday : $"{holiday}节")];

    private static IEnumerable<string> Parts(IEnumerable<CalendarDay> days)
    {
        foreach (var kind in days.GroupBy(day => day.Kind).OrderBy(kind => kind.Key))
        {
            yield return Runs([.. kind.Select(day => day.On).Order()]) + (kind.Key is DayKind.Holiday ? "休" : "上班");
        }
    }

    /// <summary>Days one after the other from the first to the last; a month is named once.</summary>
    private static string Runs(DateOnly[] days)
    {
        var runs = new List<string>();
        var month = 0;
        for (var first = 0; first < days.Length;)
        {
            var last = first;
            while (last + 1 < days.Length && days[last + 1] == days[last].AddDays(1))
            {
                last++;
            }

            runs.Add(first == last ? Day(days[first]) : $"{Day(days[first])}至{Day(days[last])}");
            first = last + 1;
        }

        return string.Join('、', runs);

        string Day(DateOnly day)
        {
            var said = day.Month == month ? $"{day.Day}日" : $"{day.Month}月{day.Day}日";
            month = day.Month;
            return said;
        }
    }
}
