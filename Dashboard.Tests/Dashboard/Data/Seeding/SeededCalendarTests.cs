using System.Globalization;
using Microsoft.EntityFrameworkCore;
using VoterLiaison.Domain.Calendar;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Data.Seeding;

public sealed class SeededCalendarTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private static WorkCalendar Calendar { get; } = new(SeededCalendar.All.Select(calendar => calendar.ToYear(DateTime.UnixEpoch)));

    [Theory]
    [InlineData("2024-01-01", false)]
    [InlineData("2024-02-04", true)]
    [InlineData("2024-02-09", true)] // New Year's Eve was no day off that year
    [InlineData("2024-02-16", false)]
    [InlineData("2024-05-11", true)]
    [InlineData("2024-09-14", true)]
    [InlineData("2024-10-07", false)]
    [InlineData("2025-01-26", true)]
    [InlineData("2025-01-28", false)]
    [InlineData("2025-04-04", false)]
    [InlineData("2025-10-08", false)]
    [InlineData("2025-10-11", true)]
    [InlineData("2025-12-27", false)]
    [InlineData("2026-01-02", false)]
    [InlineData("2026-01-04", true)]
    [InlineData("2026-02-14", true)]
    [InlineData("2026-02-23", false)]
    [InlineData("2026-02-24", true)]
    [InlineData("2026-09-20", true)]
    [InlineData("2026-10-10", true)]
    public void A_known_day_is_what_the_notice_says(string day, bool isWorked) => Assert.Equal(isWorked, Calendar.IsWorkday(Day(day)));

    [Theory]
    [InlineData("2024-01-31", "2024-02-26")]
    [InlineData("2025-09-25", "2025-10-22")]
    [InlineData("2026-02-10", "2026-03-09")]
    public void Fifteen_working_days_go_round_the_holidays(string from, string to) => Assert.Equal(Day(to), Calendar.After(Day(from), 15).DueOn);

    [Theory]
    [InlineData(2024, 251)]
    [InlineData(2025, 248)]
    [InlineData(2026, 248)]
    public void A_year_has_as_many_working_days_as_it_had(int year, int days) =>
        Assert.Equal(days, SeededCalendar.All.Single(calendar => calendar.Year == year).ToYear(DateTime.UnixEpoch).WorkingDays);

    [Fact]
    public async Task A_folder_gets_the_years_it_lacks_and_keeps_those_the_office_loaded()
    {
        await using var workplace = await LiaisonWorkplace.OpenAsync(new DateOnly(2026, 3, 2));
        var store = workplace.The<LiaisonStore>();
        await store.WriteAsync(async db => db.RemoveRange(await db.CalendarYears.Where(year => year.Year >= 2025).ToListAsync()), Cancelled);
        await store.WriteAsync(db => Task.FromResult(db.Add(SomeYear.Of(2026, SomeYear.Off(2026, 1, 1, "元旦")))), Cancelled);

        await workplace.The<ReferenceData>().AddWhereMissingAsync(Cancelled);

        await using var db = workplace.The<IDbContextFactory<LiaisonDbContext>>().CreateDbContext();
        var years = await db.CalendarYears.AsNoTracking().OrderBy(year => year.Year).ToListAsync(Cancelled);
        Assert.Equal([(2024, "随程序装入"), (2025, "随程序装入"), (2026, "值班员")], years.Select(year => (year.Year, year.LoadedBy)));
        Assert.Equal([38, 33, 1], years.Select(year => year.Days.Count));
    }

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
