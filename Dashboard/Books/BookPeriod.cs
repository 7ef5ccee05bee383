using System.Globalization;
using VoterLiaison.Domain.Opinions;
using VoterLiaison.Domain.Rules;

namespace VoterLiaison.Dashboard.Books;

/// <summary>统计期间: the days a book is about, in the district, both ends included. An opinion belongs to it by the day of its collection.</summary>
public sealed record BookPeriod
{
    private static readonly DateOnly _first = new(1990, 1, 1);
    private static readonly DateOnly _last = new(2100, 12, 31);

    private BookPeriod(DateOnly from, DateOnly until, string? name) => (From, Until, Name) = (from, until, name ?? Days(from, until));

    public DateOnly From { get; }

    public DateOnly Until { get; }

    /// <summary>As titles call it: 2026年度, 第十七届第六次会议以来, 2026年3月1日至5月31日.</summary>
    public string Name { get; }

    /// <summary>The calendar year it is; null where it is another span.</summary>
    public int? Year => From is { Month: 1, Day: 1 } && Until == new DateOnly(From.Year, 12, 31) ? From.Year : null;

    /// <summary>From when to when, in words.</summary>
    public string InWords => Days(From, Until);

    /// <summary>What it is compared with: the year before, or the same days a year earlier.</summary>
    public BookPeriod Before => Year is { } year ? OfYear(year - 1) : new BookPeriod(From.AddYears(-1), Until.AddYears(-1), "上年同期");

    /// <summary>本年 or 本期, in the names of its numbers.</summary>
    public string This => Year is null ? "本期" : "本年";

    /// <summary>年初 or 期初, and 年末 or 期末.</summary>
    public string Edge => Year is null ? "期" : "年";

    /// <summary>How the file of a book is called: 2026年度表册, 20260301至20260531表册.</summary>
    public string FileTitle => Year is { } year ? $"{year}年度表册" : string.Create(CultureInfo.InvariantCulture, $"{From:yyyyMMdd}至{Until:yyyyMMdd}表册");

    /// <summary>The months it touches, each by its first day.</summary>
    public IEnumerable<DateOnly> Months
    {
        get
        {
            for (var month = new DateOnly(From.Year, From.Month, 1); month <= Until; month = month.AddMonths(1))
            {
                yield return month;
            }
        }
    }

    public static BookPeriod OfYear(int year) => new(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31), $"{year}年度");

    /// <summary>Any span; what is just a calendar year is that year.</summary>
    /// <exception cref="RuleBrokenException">It ends before it begins, or lies outside of the years the app knows.</exception>
    public static BookPeriod Between(DateOnly from, DateOnly until, string? name = null)
    {
        Rule.Require(from <= until, "截止日期早于开始日期，请重新选择。");
        Rule.Require(from >= _first && until <= _last, "统计期间应在 1990 年到 2100 年之间。");
        var period = new BookPeriod(from, until, name);
        return period.Year is { } year && name is null ? OfYear(year) : period;
    }

    private static string Days(DateOnly from, DateOnly until) =>
        from.Year == until.Year ? $"{from:yyyy年M月d日}至{until:M月d日}" : $"{from:yyyy年M月d日}至{until:yyyy年M月d日}";
}

internal static class PeriodFilter
{
    /// <summary>The opinions collected in a period.</summary>
    public static IQueryable<Opinion> CollectedIn(this IQueryable<Opinion> opinions, BookPeriod period)
    {
        var (from, until) = (period.From, period.Until);
        return period.Year is { } year ? opinions.Where(o => o.Year == year) : opinions.Where(o => o.CollectedOn >= from && o.CollectedOn <= until);
    }
}
