using VoterLiaison.Domain.Calendar;

namespace VoterLiaison.Dashboard.Public;

/// <summary>What is read from hours as they are posted at a door; and what is left unsaid.</summary>
public sealed class OpeningHoursTests
{
    private static readonly WorkCalendar NoCalendar = new();

    private static DateTime Monday { get; } = new(2026, 11, 23, 10, 0, 0);

    [Theory]
    [InlineData("周一至周五 9:00–17:00", "2026-11-23")]
    [InlineData("工作日 9:00-11:30，13:30-17:00", "2026-11-23")]
    [InlineData("工作日 8:00-9:30", "2026-11-24")]
    [InlineData("周二、周四 14:00–17:00", "2026-11-24")]
    [InlineData("星期三、五 14：00～17：00", "2026-11-25")]
    [InlineData("周三 9:00–11:30，每月末周六上午", "2026-11-25")]
    [InlineData("每月末周六上午", "2026-11-28")]
    [InlineData("每月第一个周三 14:00–16:00", "2026-12-02")]
    [InlineData("每月第二、第四个周五 14:00–16:00", "2026-11-27")]
    [InlineData("每月第二个周二 9:00–11:00", "2026-12-08")]
    [InlineData("每天 8:00–20:00", "2026-11-23")]
    [InlineData("周一至周五 9:00–17:00（法定节假日除外）", "2026-11-23")]
    public void The_next_open_day_is_read_from_what_is_posted(string posted, string next) =>
        Assert.Equal(DateOnly.Parse(next, System.Globalization.CultureInfo.InvariantCulture), OpeningHours.Read(posted)!.NextOpen(Monday, NoCalendar));

    [Theory]
    [InlineData("")]
    [InlineData("请提前联系")]
    [InlineData("周一至周五 9:00–17:00，具体以通知为准")]
    [InlineData("每月逢五")]
    public void Of_hours_that_cannot_be_read_nothing_is_said(string posted) => Assert.Null(OpeningHours.Read(posted));

    [Fact]
    public void Today_counts_until_it_is_over()
    {
        var hours = OpeningHours.Read("周一 9:00–11:30，13:30–17:00")!;

        Assert.Equal(new DateOnly(2026, 11, 23), hours.NextOpen(Monday.AddHours(6), NoCalendar));
        Assert.Equal(new DateOnly(2026, 11, 30), hours.NextOpen(Monday.AddHours(7), NoCalendar));
    }

    [Fact]
    public void A_station_that_opens_later_is_not_open_before() =>
        Assert.Equal(new DateOnly(2026, 12, 1), OpeningHours.Read("周一至周五")!.NextOpen(Monday, NoCalendar, new DateOnly(2026, 12, 1)));
}
