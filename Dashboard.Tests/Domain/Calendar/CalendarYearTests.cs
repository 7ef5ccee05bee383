using VoterLiaison.Domain.Rules;
using static VoterLiaison.Domain.Calendar.SomeYear;

namespace VoterLiaison.Domain.Calendar;

public sealed class CalendarYearTests
{
    [Fact]
    public void A_year_keeps_its_notice_who_loaded_it_and_its_days()
    {
        var year = SomeYear.Of(2026, Off(2026, 2, 17), Worked(2026, 2, 28, " 春节 "));

        Assert.Equal((2026, "通知", "值班员", LoadedAt), (year.Year, year.Source, year.LoadedBy, year.LoadedAt));
        Assert.Equal([Off(2026, 2, 17), Worked(2026, 2, 28)], year.Days);
        Assert.Equal(261, year.WorkingDays); // 261 from Monday to Friday, one off, one Saturday worked
    }

    [Fact]
    public void A_weekend_may_be_off_as_the_notices_list_it() =>
        Assert.Single(SomeYear.Of(2026, Off(2026, 2, 21)).Days);

    public static TheoryData<CalendarDay, string> Wrong { get; } = new()
    {
        { Off(2025, 12, 31, "元旦"), "2025-12-31不在2026年。属于2025年的，请并入2025年的年历。" },
        { Worked(2026, 2, 27), "2026-02-27是周五，本来就上班；“班”只用于周六、周日。" },
        { Off(2026, 2, 16), "2026-02-16写了两次，请只留一次。" },
        { Worked(2026, 2, 14), "2026-02-14写了两次，请只留一次。" },
        { Off(2026, 2, 18, " "), "2026-02-18没有写是哪个节日，请写上名称。" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_day_that_cannot_stand_there_is_named(CalendarDay day, string sentence) =>
        Assert.Equal(sentence, Assert.Throws<RuleBrokenException>(() => SomeYear.Of(2026, Off(2026, 2, 14), Off(2026, 2, 16), day)).Message);

    [Fact]
    public void A_year_without_a_day_or_without_a_notice_is_refused()
    {
        Assert.Equal("2026年的年历里一天也没有，没有可以装入的内容。", Assert.Throws<RuleBrokenException>(() => SomeYear.Of(2026)).Message);
        Assert.Equal("请写明依据的是哪一个通知。", Assert.Throws<RuleBrokenException>(() => CalendarYear.Of(2026, " ", [Off(2026, 2, 17)], "值班员", LoadedAt)).Message);
    }
}
