using VoterLiaison.Dashboard.Data.Seeding;
using VoterLiaison.Domain.Calendar;

namespace VoterLiaison.Dashboard.Calendar;

public sealed class CalendarInWordsTests
{
    [Fact]
    public void A_year_is_told_as_its_notice_told_it()
    {
        var year = SeededCalendar.All.Single(calendar => calendar.Year == 2026).ToYear(DateTime.UnixEpoch);

        Assert.Equal(
            [
                ("元旦", "1月1日至3日休，1月4日上班"), ("春节", "2月15日至23日休，2月14日、28日上班"), ("清明节", "4月4日至6日休"),
                ("劳动节", "5月1日至5日休，5月9日上班"), ("端午节", "6月19日至21日休"), ("中秋节", "9月25日至27日休"), ("国庆节", "10月1日至7日休，9月20日、10月10日上班"),
            ],
            CalendarInWords.Holidays(year.Days));
    }

    [Fact]
    public void A_holiday_over_two_months_and_days_apart_are_told_as_they_are() => Assert.Equal(
        [("春节", "1月28日至2月4日、6日休")],
        CalendarInWords.Holidays([.. Enumerable.Range(0, 8).Select(days => new CalendarDay(new DateOnly(2025, 1, 28).AddDays(days), DayKind.Holiday, "春节")), SomeYear.Off(2025, 2, 6)]));

    [Fact]
    public void A_holiday_nobody_named_is_missed() =>
        Assert.Equal(["元旦", "清明节", "劳动节", "端午节"], CalendarInWords.Absent([SomeYear.Off(2025, 1, 28), SomeYear.Off(2025, 10, 1, "国庆节、中秋节")]));
}
