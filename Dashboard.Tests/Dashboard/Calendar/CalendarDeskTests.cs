using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Calendar;
using VoterLiaison.Domain.Rules;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Calendar;

public sealed class CalendarDeskTests : IAsyncLifetime
{
    private static readonly CalendarDay Holiday = SomeYear.Off(2027, 2, 6), Workday = SomeYear.Worked(2027, 1, 31);

    private LiaisonHouse _house = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _house = await LiaisonHouse.OpenAsync();

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Fact]
    public async Task A_loaded_year_is_counted_by_from_then_on_and_stands_in_the_audit_log()
    {
        Assert.False((await CalendarAsync()).Knows(2027));

        await LoadAsync([Holiday, Workday]);

        var calendar = await CalendarAsync();
        Assert.Equal((true, false, true), (calendar.Knows(2027), calendar.IsWorkday(Holiday.On), calendar.IsWorkday(Workday.On)));
        var entry = await EntryAsync();
        Assert.Equal((AuditAct.CalendarLoaded, "年历 2027", "值班员", "通知，休 1 天，班 1 天"), (entry.Act, entry.About, entry.Who, entry.Detail));
    }

    [Fact]
    public async Task A_year_is_replaced_only_by_who_has_seen_the_one_that_stands()
    {
        await LoadAsync([Holiday, Workday]);
        var first = Assert.Single(await YearsAsync());
        Assert.Contains("2027年的年历已由值班员装入。", await RefusalAsync(null), StringComparison.Ordinal);

        _house.Clock.Advance(TimeSpan.FromHours(1));
        await LoadAsync([Holiday], first.LoadedAt);
        Assert.StartsWith("核对以后，2027年的年历又由值班员装入了一次。", await RefusalAsync(first.LoadedAt), StringComparison.Ordinal);

        var second = Assert.Single(await YearsAsync());
        Assert.Equal([Holiday], second.Days);
        Assert.Equal(new DateTime(2026, 3, 2, 2, 0, 0, DateTimeKind.Utc), second.LoadedAt);
        Assert.Equal("通知，休 1 天，班 0 天；替换值班员装入的“通知”", (await EntryAsync()).Detail);
    }

    [Fact]
    public async Task Days_that_are_no_calendar_leave_the_one_that_stands_as_it_is()
    {
        await LoadAsync([Holiday]);
        var before = Assert.Single(await YearsAsync());

        await Assert.ThrowsAsync<RuleBrokenException>(() => LoadAsync([Holiday, Holiday], before.LoadedAt));

        Assert.Equal((before.LoadedAt, 1), (Assert.Single(await YearsAsync()).LoadedAt, Assert.Single(await YearsAsync()).Days.Count));
    }

    [Fact]
    public async Task Whoever_does_not_keep_the_calendar_counts_by_it_and_may_neither_load_nor_list_it()
    {
        await LoadAsync([Holiday]);
        var unit = _house.As("八角街道", new Rights([new Holding(Role.UnitStaff, Reach.OfStations(_house.District.BajiaoHome.Id))]));

        await Assert.ThrowsAsync<Access.OutOfReachException>(() => unit.GetRequiredService<CalendarDesk>().LoadAsync(2028, "通知", [SomeYear.Off(2028, 1, 1)], null, Cancelled));

        var queries = unit.GetRequiredService<CalendarQueries>();
        Assert.True((await queries.WorkCalendarAsync(Cancelled)).Knows(2027));
        Assert.Empty(await queries.YearsAsync(Cancelled));
        Assert.Empty(await queries.RemindersAsync(Cancelled));
        Assert.Equal((AuditAct.OutOfReach, AuditResult.Refused, "装入年历"), ((await EntryAsync()).Act, (await EntryAsync()).Result, (await EntryAsync()).About));
    }

    private Task LoadAsync(IReadOnlyList<CalendarDay> days, DateTime? replaces = null) => _house.The<CalendarDesk>().LoadAsync(2027, "通知", days, replaces, Cancelled);

    private async Task<string> RefusalAsync(DateTime? replaces) => (await Assert.ThrowsAsync<RuleBrokenException>(() => LoadAsync([Workday], replaces))).Message;

    private Task<WorkCalendar> CalendarAsync() => _house.The<CalendarQueries>().WorkCalendarAsync(Cancelled);

    private Task<IReadOnlyList<CalendarYear>> YearsAsync() => _house.The<CalendarQueries>().YearsAsync(Cancelled);

    private async Task<AuditEntry> EntryAsync()
    {
        await using var db = _house.Rows();
        return await db.AuditEntries.AsNoTracking().OrderByDescending(entry => entry.Id).FirstAsync(Cancelled);
    }
}
