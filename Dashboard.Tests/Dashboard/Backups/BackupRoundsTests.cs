using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Backups;

public sealed class BackupRoundsTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_round_leaves_a_good_backup_known_also_after_a_start_and_stands_in_the_audit_log()
    {
        await using var house = await LiaisonHouse.OpenAsync();
        await house.CollectAsync();

        Assert.True(await house.The<BackupRounds>().RoundAsync(Cancelled));

        var good = house.The<BackupRounds>().LastGood!;
        Assert.Equal((house.Clock.GetUtcNow().UtcDateTime, Path.Combine(house.Folder, "backups", "liaison-20260302-090000.db")), (good.TakenAt, good.File));
        Assert.Equal(1, (await house.The<DatabaseBackup>().ReadAsync(good.File, Cancelled)).Manifest.Rows["Opinions"]);
        await using var another = house.Another();
        Assert.Equal(good, another.The<BackupRounds>().LastGood);
        await using var db = house.Rows();
        Assert.Equal("系统", (await db.AuditEntries.SingleAsync(entry => entry.Act == AuditAct.Backup && entry.Result == AuditResult.Done, Cancelled)).Who);
    }

    [Fact]
    public async Task A_good_one_lets_the_old_ones_go_and_leaves_alone_what_is_not_its_own()
    {
        await using var house = await LiaisonHouse.OpenAsync("--Liaison:BackupsKeptDaily=1", "--Liaison:BackupsKeptMonthly=0");
        var backups = Directory.CreateDirectory(Path.Combine(house.Folder, "backups")).FullName;
        foreach (var name in new[] { "liaison-20260301-040000.db", "liaison-20260301-050000.db.partial", "before-moving.db", "liaison-notes.db" })
        {
            await File.WriteAllTextAsync(Path.Combine(backups, name), "", Cancelled);
        }

        Assert.True(await house.The<BackupRounds>().RoundAsync(Cancelled));

        Assert.Equal(["before-moving.db", "liaison-20260302-090000.db", "liaison-notes.db"], Directory.GetFiles(backups).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_failure_is_told_why_entered_once_and_keeps_the_old_ones()
    {
        await using var house = await LiaisonHouse.OpenAsync();
        await File.WriteAllTextAsync(Path.Combine(house.Folder, "backups"), "", Cancelled); // where the folder should be
        var rounds = house.The<BackupRounds>();

        Assert.False(await rounds.RoundAsync(Cancelled));
        Assert.False(await rounds.RoundAsync(Cancelled));

        Assert.True(rounds.IsFailing);
        Assert.NotEmpty(rounds.LastFailure!.Why);
        await using var db = house.Rows();
        Assert.Equal(AuditResult.Refused, (await db.AuditEntries.SingleAsync(entry => entry.Act == AuditAct.Backup, Cancelled)).Result);

        File.Delete(Path.Combine(house.Folder, "backups"));
        house.Clock.Advance(TimeSpan.FromHours(1));
        Assert.True(await rounds.RoundAsync(Cancelled));
        Assert.False(rounds.IsFailing);
    }

    [Fact]
    public async Task The_first_is_due_soon_after_a_start_and_then_every_night_at_four()
    {
        await using var house = await LiaisonHouse.OpenAsync();
        var rounds = house.The<BackupRounds>();
        await rounds.StartAsync(Cancelled);
        await house.Clock.WaitedOnAsync(Cancelled);
        Assert.Equal(house.Clock.GetUtcNow().AddMinutes(10).UtcDateTime, rounds.NextAt);

        house.Clock.Advance(TimeSpan.FromMinutes(10));
        await house.Clock.WaitedOnAsync(Cancelled);

        Assert.NotNull(rounds.LastGood);
        Assert.Equal(new DateTime(2026, 3, 2, 20, 0, 0), rounds.NextAt); // 4 o'clock on the 3rd in the district
        await rounds.StopAsync(Cancelled);
    }
}
