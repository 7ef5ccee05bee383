using CsCheck;

namespace VoterLiaison.Dashboard.Ledgers;

public sealed class LedgerDatesTests
{
    private static readonly Gen<DateOnly> AnyDay = Gen.Int[0, new DateOnly(2099, 12, 31).DayNumber - new DateOnly(1950, 1, 1).DayNumber]
        .Select(days => new DateOnly(1950, 1, 1).AddDays(days));

    private static readonly Func<DateOnly, string>[] Forms =
    [
        day => $"{day.Year}/{day.Month}/{day.Day} 9:32:09",
        day => $"{day:yyyy-MM-dd}",
        day => $"{day:yyyy-MM-dd}T00:00:00",
        day => $"{day.Year}.{day.Month}.{day.Day}",
        day => $"{day.Year}年{day.Month}月{day.Day}日",
        day => $"\u00A0{day.Year} 年 {day.Month} 月 {day.Day} 日\u3000",
        day => $"{day.Year}年{day.Month}月{day.Day}日（星期五） 下午3时05分",
        day => $"{day.Year}—{day.Month}—{day.Day}",
        day => $"{day:yyyyMMdd}",
        day => $"{day:yyyyMMdd} 23:59",
        day => string.Concat($"{day:yyyy/MM/dd}".Select(sign => (char)(sign + 0xFEE0))),
        day => $"{day.DayNumber - new DateOnly(1899, 12, 30).DayNumber}",
    ];

    private static readonly Func<DateOnly, string>[] FormsWithoutYear =
        [day => $"{day.Month}月{day.Day}日", day => $"{day.Month}.{day.Day}", day => $"{day.Month}-{day.Day}", day => $"{day:MM/dd}"];

    [Fact]
    public void Any_day_written_in_any_form_reads_back() =>
        AnyDay.Sample(day => Assert.All(Forms, form => Assert.Equal(day, Read(form(day)))));

    [Fact]
    public void A_month_and_a_day_are_a_date_when_the_year_is_given() =>
        AnyDay.Sample(day => Assert.All(FormsWithoutYear, form => Assert.Equal(day, Read(form(day), day.Year))));

    [Fact]
    public void A_date_cell_and_its_serial_number_are_the_same_day() => AnyDay.Sample(day =>
    {
        var moment = day.ToDateTime(new TimeOnly(23, 59, 59));
        Assert.Equal(day, Read(moment));
        Assert.Equal(day, Read(moment.ToOADate()));
        Assert.Equal(day, Read(day.Year * 10000d + day.Month * 100 + day.Day));
    });

    [Theory]
    [InlineData("2023年2月30日", "没有 2023年2月30日")]
    [InlineData("2023-02-29", "没有 2023年2月29日")]
    [InlineData("20241301", "没有 2024年13月1日")]
    [InlineData("2024.0.5", "没有 2024年0月5日")]
    [InlineData("3月5日", "没有写年份")]
    [InlineData("3.5", "没有写年份")]
    [InlineData("1024年3月5日", "年份 1024")]
    [InlineData("24.3.5", "看不出是哪一天")]
    [InlineData("25/4/2019", "看不出是哪一天")]
    [InlineData("2024年3月", "看不出是哪一天")]
    [InlineData("2024-3/5", "看不出是哪一天")]
    [InlineData("2024年3月5日—8日", "看不出是哪一天")]
    [InlineData("2024-03-05 25:00", "看不出是哪一天")]
    [InlineData("已收悉", "看不出是哪一天")]
    [InlineData("", "没有写日期")]
    public void What_names_no_day_is_refused_with_a_sentence(string written, string because)
    {
        Assert.False(LedgerDates.TryRead(written, null, out _, out var refusal));
        Assert.Contains(because, refusal, StringComparison.Ordinal);
        Assert.EndsWith("。", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void A_day_Excel_made_a_number_of_is_read_unless_it_may_have_lost_a_zero()
    {
        Assert.Equal(new DateOnly(2024, 3, 15), Read(3.15, 2024));
        Assert.Equal(new DateOnly(2024, 3, 5), Read(3.5, 2024));
        Assert.False(LedgerDates.TryRead(3.1, 2024, out _, out var refusal));
        Assert.Contains("3月1日还是 3月10日", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_text_in_a_date_column_is_not_repeated_whole()
    {
        Assert.False(LedgerDates.TryRead(new string('路', 9_000), null, out _, out var refusal));
        Assert.True(refusal.Length < 100);
    }

    private static DateOnly Read(object cell, int? year = null) =>
        LedgerDates.TryRead(cell, year, out var on, out var refusal) ? on : throw new InvalidOperationException($"{cell}: {refusal}");
}
