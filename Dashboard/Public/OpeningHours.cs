using System.Globalization;
using System.Text.RegularExpressions;
using VoterLiaison.Domain.Calendar;

namespace VoterLiaison.Dashboard.Public;

/// <summary>When a station is open, read from the hours as they are posted at its door: 周二、周四 14:00–17:00，每月末周六上午.</summary>
/// <remarks>Nothing is guessed: where one part cannot be read, nothing is said of the days. A weekday the calendar knows as a holiday is no day for visitors.</remarks>
public sealed partial class OpeningHours
{
    private const int DaysLookedAhead = 42;
    private const string Days = "一二三四五六日";

    private readonly IReadOnlyList<Part> _parts;

    private OpeningHours(IReadOnlyList<Part> parts) => _parts = parts;

    /// <summary>Null where they cannot be read.</summary>
    public static OpeningHours? Read(string posted)
    {
        var parts = new List<Part>();
        foreach (var written in posted.Split(['，', ',', '；', ';', '（', '）', '(', ')'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var hours = Hours().Match(written);
            var days = Spaces().Replace(hours.Success ? written.Remove(hours.Index, hours.Length) : written, "");
            var until = hours.Success ? TimeOf(hours.Groups["until"].Value) : HalfDay(ref days);
            if (HolidaysAway().IsMatch(days))
            {
                continue; // they are left out anyway
            }

            if (days.Length == 0 && parts.Count > 0)
            {
                parts[^1] = parts[^1] with { Until = until };
            }
            else if (OpensOn(days) is { } opens)
            {
                parts.Add(new Part(opens, until, days is "每天" or "每日"));
            }
            else
            {
                return null;
            }
        }

        return parts.Count > 0 ? new OpeningHours(parts) : null;
    }

    /// <summary>The next day on which it is open, this one included while it is not over yet; null where there is none in the weeks ahead.</summary>
    /// <param name="now">By the clock in the district.</param>
    /// <param name="calendar">Which days are holidays.</param>
    /// <param name="opensFrom">The first day at all.</param>
    public DateOnly? NextOpen(DateTime now, WorkCalendar calendar, DateOnly? opensFrom = null)
    {
        var (today, time) = (DateOnly.FromDateTime(now), TimeOnly.FromDateTime(now));
        return Enumerable.Range(0, DaysLookedAhead).Select(today.AddDays).Where(day => day >= (opensFrom ?? day))
            .Where(day => _parts.Any(part => part.Opens(day) && (day > today || part.Until is null || time < part.Until) && (part.Always || !IsHoliday(day, calendar))))
            .Select(day => (DateOnly?)day).FirstOrDefault();
    }

    private static bool IsHoliday(DateOnly day, WorkCalendar calendar) => !IsWeekend(day) && calendar.IsWorkday(day) is false;

    private static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    private static Func<DateOnly, bool>? OpensOn(string days)
    {
        if (days is "每天" or "每日")
        {
            return _ => true;
        }

        if (days is "工作日")
        {
            return day => !IsWeekend(day);
        }

        if (FromTo().Match(days) is { Success: true } span)
        {
            var (first, last) = (Place(span.Groups["first"].Value), Place(span.Groups["last"].Value));
            return first <= last ? day => Place(day) >= first && Place(day) <= last : null;
        }

        if (Each().Match(days) is { Success: true } each)
        {
            var on = each.Groups["day"].Captures.Select(day => Place(day.Value)).ToHashSet();
            return day => on.Contains(Place(day));
        }

        if (OfMonth().Match(days) is { Success: true } ofMonth)
        {
            var on = Place(ofMonth.Groups["day"].Value);
            var weeks = ofMonth.Groups["week"].Captures.Select(week => Days.IndexOf(week.Value, StringComparison.Ordinal)).ToHashSet();
            return day => Place(day) == on && weeks.Contains((day.Day - 1) / 7);
        }

        if (EndOfMonth().Match(days) is { Success: true } last7)
        {
            var on = Place(last7.Groups["day"].Value);
            return day => Place(day) == on && day.AddDays(7).Month != day.Month;
        }

        return null;
    }

    private static TimeOnly? HalfDay(ref string days)
    {
        (days, TimeOnly? until) = days switch
        {
            [.. var before, '上', '午'] => (before, new TimeOnly(12, 0)),
            [.. var before, '下', '午'] => (before, new TimeOnly(17, 0)),
            [.. var before, '全', '天'] => (before, default(TimeOnly?)),
            _ => (days, null),
        };
        return until;
    }

    private static TimeOnly? TimeOf(string time) => TimeOnly.TryParseExact(time.Replace('：', ':'), "H:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) ? at : null;

    private static int Place(string day) => Days.IndexOf(day is "天" ? "日" : day, StringComparison.Ordinal);

    private static int Place(DateOnly day) => ((int)day.DayOfWeek + 6) % 7;

    private sealed record Part(Func<DateOnly, bool> Opens, TimeOnly? Until, bool Always);

    [GeneratedRegex(@"[0-9]{1,2}[:：][0-9]{2}\s*[–—\-~～至到]+\s*(?<until>[0-9]{1,2}[:：][0-9]{2})")]
    private static partial Regex Hours();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex("^(?:法定)?节假日(?:除外|休息|不开放|不接待)$")]
    private static partial Regex HolidaysAway();

    [GeneratedRegex("^每?(?:周|星期)(?<first>[一二三四五六日天])[至到—–~-](?:周|星期)?(?<last>[一二三四五六日天])$")]
    private static partial Regex FromTo();

    [GeneratedRegex("^每?(?:周|星期)(?<day>[一二三四五六日天])(?:[、和](?:周|星期)?(?<day>[一二三四五六日天]))*$")]
    private static partial Regex Each();

    [GeneratedRegex("^每月第(?<week>[一二三四五])(?:[、和]第?(?<week>[一二三四五]))*个?(?:周|星期)(?<day>[一二三四五六日天])$")]
    private static partial Regex OfMonth();

    [GeneratedRegex("^每月(?:末|底|最后一?个)(?:的)?(?:周|星期)(?<day>[一二三四五六日天])$")]
    private static partial Regex EndOfMonth();
}
