using VoterLiaison.Domain.Rules;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Books;

public sealed class BookPeriodTests
{
    private static readonly CongressSession[] _sessions =
    [
        new() { Name = "第十七届第七次会议", OpenedOn = "2027-01-11" },
        new() { Name = "第十七届第五次会议", OpenedOn = "2025-01-06" },
        new() { Name = "第十七届第六次会议", OpenedOn = "2026-01-12" },
    ];

    [Fact]
    public void A_calendar_year_is_compared_with_the_year_before()
    {
        var year = BookPeriod.Between(new(2026, 1, 1), new(2026, 12, 31));

        Assert.Equal((BookPeriod.OfYear(2026), "2026年度", "2025年度", "2026年度表册"), (year, year.Name, year.Before.Name, year.FileTitle));
    }

    [Fact]
    public void Other_days_are_compared_with_the_same_days_a_year_earlier()
    {
        var winter = BookPeriod.Between(new(2025, 11, 1), new(2026, 1, 31));

        Assert.Equal(("2025年11月1日至2026年1月31日", null as int?, new DateOnly(2024, 11, 1), new DateOnly(2025, 1, 31)), (winter.Name, winter.Year, winter.Before.From, winter.Before.Until));
        Assert.Equal([new(2025, 11, 1), new(2025, 12, 1), new DateOnly(2026, 1, 1)], winter.Months);
    }

    [Fact]
    public void A_congress_year_goes_from_one_session_to_the_day_before_the_next_and_the_last_until_today()
    {
        var years = CongressYears.Of(_sessions, new DateOnly(2026, 11, 26));

        Assert.Equal(
            [("第十七届第六次会议以来", new DateOnly(2026, 1, 12), new DateOnly(2026, 11, 26)), ("第十七届第五次会议至第十七届第六次会议", new(2025, 1, 6), new(2026, 1, 11))],
            years.Select(year => (year.Name, year.From, year.Until)));
        Assert.Equal(years[1], CongressYears.Named(_sessions, "第十七届第五次会议", new DateOnly(2026, 11, 26)));
        Assert.Throws<RuleBrokenException>(() => CongressYears.Named(_sessions, "第十七届第七次会议", new DateOnly(2026, 11, 26)));
    }

    [Theory]
    [InlineData("2026-02-01", "2026-01-31", "截止日期早于开始日期，请重新选择。")]
    [InlineData("1989-12-31", "2026-01-31", "统计期间应在 1990 年到 2100 年之间。")]
    public void Days_that_are_no_period_are_refused(string from, string until, string sentence) =>
        Assert.Equal(sentence, Assert.Throws<RuleBrokenException>(() => BookPeriod.Between(Day(from), Day(until))).Message);

    [Fact]
    public async Task The_months_of_a_year_as_periods_add_up_to_the_year_and_both_ends_count()
    {
        using var database = new LiaisonDatabase();
        var booked = new BookedYear(database, database.Store, database.District);
        await booked.FillAsync();
        var year = await FiguresAsync(booked, BookPeriod.OfYear(2026));
        var months = new List<YearFigures>();
        foreach (var month in BookPeriod.OfYear(2026).Months)
        {
            months.Add(await FiguresAsync(booked, BookPeriod.Between(month, month.AddMonths(1).AddDays(-1))));
        }

        Assert.Equal(year.Total, Tally.Sum(months.Select(month => month.Total)));
        Assert.Equal(year.Balance.Concluded, months.Sum(month => month.Balance.Concluded));
        Assert.Equal(months.Skip(1).Select(month => month.Balance.Opening), months.SkipLast(1).Select(month => month.Balance.Closing));
        Assert.Equal(2, (await FiguresAsync(booked, BookPeriod.Between(new(2025, 12, 31), new(2026, 1, 1)))).Total.Counts.Collected);
    }

    [Fact]
    public async Task The_book_of_other_days_names_them_and_lists_their_months()
    {
        using var database = new LiaisonDatabase();
        var booked = new BookedYear(database, database.Store, database.District);
        await booked.FillAsync();
        using var book = await booked.ReopenedAsync(period: BookPeriod.Between(new(2025, 12, 1), new(2026, 2, 28)));

        Assert.Equal("石景山区人大代表意见建议月度统计表（2025年12月1日至2026年2月28日）", book.Worksheet("月度").Cell(1, 1).GetString());
        Assert.Equal(["2025年12月", "2026年1月", "2026年2月"], book.Worksheet("月度").Body().Select(row => row.Cell(1).GetString()).Take(3));
        Assert.Equal(3, book.Worksheet("意见台账").Body().Count);
    }

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static async Task<YearFigures> FiguresAsync(BookedYear booked, BookPeriod period)
    {
        await using var reading = await booked.Books.OpenAsync(period, BookScope.Whole, TestContext.Current.CancellationToken);
        return reading.Figures;
    }
}
