using Bunit;
using Microsoft.AspNetCore.Components;
using VoterLiaison.Dashboard.Overview;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Calendar;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Calendar;

public sealed class CalendarReminderTests : DashboardTestContext
{
    private const string NextYear = "2027年的年历还没有装入。国务院办公厅通常在11月公布";

    public CalendarReminderTests()
    {
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        Clock.SetUtcNow(new DateTimeOffset(2026, 10, 31, 23, 59, 59, TimeSpan.FromHours(8)));
    }

    [Fact]
    public async Task From_the_midnight_of_1_November_in_the_district_an_open_board_reminds_of_the_next_year()
    {
        await LoadAsync(2026);
        var board = Render<OverviewPage>();
        Assert.Empty(board.FindAll("[data-testid=calendar-reminder]"));

        Clock.Advance(TimeSpan.FromSeconds(1));

        board.WaitForAssertion(() => Assert.StartsWith(NextYear, board.Find("[data-testid=calendar-reminder]").TextContent.Trim(), StringComparison.Ordinal));
        Assert.Equal(Addresses.Calendar, board.Find("[data-testid=calendar-load]").GetAttribute("href"));

        await LoadAsync(2027);
        Clock.Advance(TimeSpan.FromDays(1));

        board.WaitForAssertion(() => Assert.Empty(board.FindAll("[data-testid=calendar-reminder]")));
    }

    [Theory]
    [InlineData(2026, 10, 31, new int[] { 2026 }, 0)]
    [InlineData(2026, 11, 1, new int[] { 2026 }, 1)]
    [InlineData(2026, 12, 31, new int[] { 2026 }, 1)]
    [InlineData(2027, 1, 1, new int[] { 2026 }, 1)]
    [InlineData(2027, 1, 1, new int[] { 2026, 2027 }, 0)]
    [InlineData(2026, 11, 1, new int[] { }, 2)]
    public void It_is_this_years_at_any_time_and_the_next_ones_from_November(int year, int month, int day, int[] loaded, int reminders) =>
        Assert.Equal(reminders, MissingYears.Reminders(loaded, new DateOnly(year, month, day)).Count());

    [Fact]
    public void Without_this_years_it_says_what_cannot_be_computed() => Assert.Equal(
        "2026年的年历没有装入。落在这一年的代表评价期限（15个工作日）算不出来。",
        Render<CalendarReminder>().Find("p").TextContent);

    [Fact]
    public void Only_those_who_keep_the_calendar_are_reminded()
    {
        IsSeenBy(new Rights([new Holding(Role.UnitStaff, Reach.OfStations(District.BajiaoHome.Id))]));

        Assert.Empty(Render<OverviewPage>().FindAll("[data-testid=calendar-reminder]"));
    }

    private Task LoadAsync(int year) => The<CalendarDesk>().LoadAsync(year, "通知", [SomeYear.Off(year, 1, 1, "元旦")], null, TestContext.Current.CancellationToken);
}
