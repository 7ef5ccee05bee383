using Microsoft.Extensions.Logging;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Backups;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Upkeep;

public sealed class AlarmTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_house_in_order_rings_no_alarm()
    {
        await using var house = await OpenAsync();
        Assert.Empty(await KindsAsync(house));
    }

    [Theory]
    [InlineData(AuditAct.LockedOut, 3, AlarmKind.Guessing)]
    [InlineData(AuditAct.SignInFailed, 30, AlarmKind.Guessing)]
    [InlineData(AuditAct.OutOfReach, 20, AlarmKind.Refusals)]
    public async Task A_burst_rings_from_its_number_on_and_until_its_time_is_over(AuditAct act, int many, AlarmKind alarm)
    {
        await using var house = await OpenAsync();
        await EnterAsync(house, act, many - 1);
        Assert.Empty(await KindsAsync(house));

        await EnterAsync(house, act, 1);

        Assert.Equal([alarm], await KindsAsync(house));
        house.Clock.Advance(TimeSpan.FromMinutes(61));
        Assert.Empty(await KindsAsync(house));
    }

    [Fact]
    public async Task Requests_that_come_too_fast_ring_when_they_are_many()
    {
        await using var house = await OpenAsync("--Upkeep:TurnedAwayInBurst=2");
        house.The<TurnedAway>().Note();
        Assert.Empty(await KindsAsync(house));

        house.The<TurnedAway>().Note();

        Assert.Equal([AlarmKind.TurnedAway], await KindsAsync(house));
        house.Clock.Advance(TimeSpan.FromMinutes(61));
        Assert.Empty(await KindsAsync(house));
    }

    [Fact]
    public async Task A_day_and_a_half_without_a_good_backup_rings_and_the_next_good_one_ends_it()
    {
        await using var house = await OpenAsync();
        await EnterAsync(house, AuditAct.SignedIn, 1);
        house.Clock.Advance(TimeSpan.FromHours(36));
        Assert.Empty(await KindsAsync(house));

        house.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal([AlarmKind.BackupOld], await KindsAsync(house));

        await EnterAsync(house, AuditAct.Backup, 1);
        Assert.Empty(await KindsAsync(house));
    }

    [Fact]
    public async Task A_nightly_backup_that_failed_rings_why_and_the_next_good_one_ends_it()
    {
        await using var house = await OpenAsync();
        var inTheWay = Path.Combine(house.Folder, "backups");
        await File.WriteAllTextAsync(inTheWay, "", Cancel); // where the folder should be
        Assert.False(await house.The<BackupRounds>().RoundAsync(Cancel));

        Assert.Equal([AlarmKind.BackupFailed], await KindsAsync(house));

        File.Delete(inTheWay);
        house.Clock.Advance(TimeSpan.FromHours(1));
        Assert.True(await house.The<BackupRounds>().RoundAsync(Cancel));
        Assert.Empty(await KindsAsync(house));
    }

    [Fact]
    public async Task A_chain_that_a_self_check_found_broken_rings_and_the_entries_are_named()
    {
        await using var house = await OpenAsync();
        await EnterAsync(house, AuditAct.SignedIn, 3);
        await using (var db = house.Rows())
        {
            await db.TamperAsync("UPDATE AuditEntries SET Who = '别人' WHERE Id = 2");
        }

        Assert.Empty(await KindsAsync(house)); // nobody has looked yet
        var found = await house.The<SelfCheck>().LookAsync(Cancel);

        Assert.Equal([AlarmKind.AuditBroken], await KindsAsync(house));
        Assert.Contains("第 2 条：内容与它的校验值不符，被改动过。", found.Faults);
    }

    [Fact]
    public async Task A_write_that_the_disk_refused_rings_for_some_minutes()
    {
        await using var house = await OpenAsync();
        house.The<LiaisonStore>().Meter.NoteFailure();
        Assert.Equal([AlarmKind.StorageFails], await KindsAsync(house));

        house.Clock.Advance(TimeSpan.FromMinutes(9));
        Assert.Equal([AlarmKind.StorageFails], await KindsAsync(house));
        house.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Empty(await KindsAsync(house));
    }

    [Fact]
    public async Task Little_room_on_the_disk_rings()
    {
        await using var house = await OpenAsync("--Upkeep:FreeMegabytes=10000000");
        Assert.Equal([AlarmKind.DiskLow], await KindsAsync(house));
    }

    [Fact]
    public async Task An_alarm_is_logged_once_when_it_comes_and_once_when_it_goes_and_keeps_its_time()
    {
        await using var house = await OpenAsync();
        var heard = new Heard();
        using var bell = new AlarmBell(house.The<AlarmReading>(), house.Clock, heard);
        await EnterAsync(house, AuditAct.LockedOut, 3);
        var began = house.Clock.GetUtcNow().UtcDateTime;

        await bell.LookAsync(Cancel);
        house.Clock.Advance(TimeSpan.FromMinutes(1));
        await bell.LookAsync(Cancel);
        Assert.Equal(began, Assert.Single(bell.Current).Since);
        house.Clock.Advance(TimeSpan.FromHours(1));
        await bell.LookAsync(Cancel);

        Assert.Equal(["Warning Alarm Guessing: 最近 60 分钟登录失败 0 次，锁定账号 3 次。", "Information Alarm Guessing is over."], heard.Lines);
    }

    private static Task<LiaisonHouse> OpenAsync(params string[] settings) => LiaisonHouse.OpenAsync([.. settings, .. settings.Length is 0 ? ["--Upkeep:FreeMegabytes=16"] : Array.Empty<string>()]);

    private static async Task<IEnumerable<AlarmKind>> KindsAsync(LiaisonHouse house) => (await house.The<AlarmReading>().ReadAsync(Cancel)).Select(alarm => alarm.Kind);

    private static async Task EnterAsync(LiaisonHouse house, AuditAct act, int many)
    {
        for (var entry = 0; entry < many; entry++)
        {
            await house.The<LiaisonStore>().AuditedAsync(house.Clock.GetUtcNow().UtcDateTime, act, "");
        }
    }

    private sealed class Heard : ILogger<AlarmBell>
    {
        public List<string> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Lines.Add($"{logLevel} {formatter(state, exception)}");
    }
}
