using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.Dashboard.Live;
using VoterLiaison.Domain.Calendar;

namespace VoterLiaison.Dashboard.Upkeep;

/// <summary>Reads from the audit log and from how things stand what somebody should see to. Nothing of it is stored.</summary>
public sealed class AlarmReading(
    IDbContextFactory<LiaisonDbContext> contexts, DataFolder folder, WriteProbe probe, LiveCounts live, SelfCheck selfCheck, BackupReading backups, TurnedAway turnedAway,
    IOptions<UpkeepOptions> options, TimeProvider clock)
{
    /// <summary>So many failed sign-ins look like as many locked accounts as one of them does.</summary>
    private const int FailuresPerLockout = 10;

    private UpkeepOptions Rules => options.Value;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>All there are at this moment, the gravest first.</summary>
    public async Task<IReadOnlyList<Alarm>> ReadAsync(CancellationToken cancellationToken = default)
    {
        var alarms = new List<Alarm?>
        {
            await probe.HoldsAsync(cancellationToken) && !probe.FailedLately ? null : new(AlarmKind.StorageFails, "最近有内容存不进数据库。磁盘可能满了、只读，或者坏了。"),
            Damage(), Chain(), Disk(),
            live.IsBehind ? new(AlarmKind.CountsBehind, "总览和大屏的件数重数不出来，停在上一次。") : null,
            turnedAway.Within(Rules.Burst) is var many && many >= Rules.TurnedAwayInBurst ? new(AlarmKind.TurnedAway, $"最近 {Rules.BurstMinutes} 分钟有 {many} 次请求因为太密被挡回。") : null,
        };
        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            alarms.AddRange(await BackupAsync(db, cancellationToken));
            alarms.AddRange(await BurstsAsync(db, cancellationToken));
        }
        catch (Exception unreadable) when (unreadable is not OperationCanceledException)
        {
            alarms[0] ??= new(AlarmKind.StorageFails, "数据库读不出来。");
        }

        return [.. alarms.OfType<Alarm>().OrderBy(alarm => alarm.Kind)];
    }

    private Alarm? Damage() => selfCheck.Last is { DatabaseFaults: > 0 and var faults, At: var at } ? new(AlarmKind.DatabaseDamaged, $"{Moment(at)} 自检，数据库有 {faults} 处问题。") : null;

    private Alarm? Chain() => selfCheck.Last is { AuditFaults: > 0 and var faults, At: var at } ? new(AlarmKind.AuditBroken, $"{Moment(at)} 自检，审计记录有 {faults} 处接不上。") : null;

    private Alarm? Disk() => DiskStanding.Of(folder).Free is { } free && free < Rules.FreeBytes
        ? new(AlarmKind.DiskLow, $"数据目录所在的磁盘只剩 {Bytes.InWords(free)}，应留 {Bytes.InWords(Rules.FreeBytes)}。") : null;

    private async Task<IEnumerable<Alarm?>> BackupAsync(LiaisonDbContext db, CancellationToken cancellationToken)
    {
        var standing = await backups.ReadAsync(db, cancellationToken);
        var begun = standing.LastGood ?? await db.AuditEntries.OrderBy(entry => entry.Id).Select(entry => (DateTime?)entry.At).FirstOrDefaultAsync(cancellationToken) ?? Now;
        return
        [
            standing.IsFailing ? new(AlarmKind.BackupFailed, $"{Moment(standing.LastFailure!.Value)} 的备份没有做成：{standing.Why}") : null,
            Now - begun > TimeSpan.FromHours(Rules.BackupWithinHours)
                ? new(AlarmKind.BackupOld, standing.LastGood is { } good ? $"最近一次完好的备份是 {Moment(good)}，已经超过 {Rules.BackupWithinHours} 小时。" : $"超过 {Rules.BackupWithinHours} 小时了，还没有备份过。")
                : null,
        ];
    }

    private async Task<IEnumerable<Alarm?>> BurstsAsync(LiaisonDbContext db, CancellationToken cancellationToken)
    {
        var since = Now - Rules.Burst;
        var acts = await db.AuditEntries.Where(entry => entry.At >= since && (entry.Act == AuditAct.LockedOut || entry.Act == AuditAct.SignInFailed || entry.Act == AuditAct.OutOfReach))
            .GroupBy(entry => entry.Act).Select(act => new { act.Key, Many = act.Count() }).ToDictionaryAsync(act => act.Key, act => act.Many, cancellationToken);
        var (locked, failed, refused) = (acts.GetValueOrDefault(AuditAct.LockedOut), acts.GetValueOrDefault(AuditAct.SignInFailed), acts.GetValueOrDefault(AuditAct.OutOfReach));
        return
        [
            locked >= Rules.LockoutsInBurst || failed >= FailuresPerLockout * Rules.LockoutsInBurst
                ? new(AlarmKind.Guessing, $"最近 {Rules.BurstMinutes} 分钟登录失败 {failed} 次，锁定账号 {locked} 次。") : null,
            refused >= Rules.RefusalsInBurst ? new(AlarmKind.Refusals, $"最近 {Rules.BurstMinutes} 分钟有 {refused} 次想办权限或范围以外的事。") : null,
        ];
    }

    private static string Moment(DateTime utc) => $"{ChinaTime.At(utc):yyyy-MM-dd HH:mm}";
}
