using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace VoterLiaison.Dashboard.Upkeep;

/// <summary>Alarms and checks as whoever keeps the machine reads them.</summary>
internal static class UpkeepWording
{
    public static string InWords(this AlarmKind kind) => kind switch
    {
        AlarmKind.StorageFails => "存不进去",
        AlarmKind.DatabaseDamaged => "数据库有损坏",
        AlarmKind.AuditBroken => "审计记录不完整",
        AlarmKind.BackupFailed => "备份没有做成",
        AlarmKind.BackupOld => "备份太旧",
        AlarmKind.DiskLow => "磁盘快满了",
        AlarmKind.CountsBehind => "实时件数停住",
        AlarmKind.Guessing => "像是有人在试口令",
        AlarmKind.Refusals => "越权访问很多",
        AlarmKind.TurnedAway => "请求过密",
    };

    /// <summary>What to do about it.</summary>
    public static string Cure(this AlarmKind kind) => kind switch
    {
        AlarmKind.StorageFails => "先看磁盘空间和数据目录的权限。腾出空间后它自己恢复，不用重启；没有存上的，页面上还在，请大家再存一次。",
        AlarmKind.DatabaseDamaged => "数据目录不要动，先整个复制一份，再用命令 verify 看是哪里，从最近的好备份恢复。",
        AlarmKind.AuditBroken => "数据目录不要动，拿备份来比，告诉审计员。在审计页从头核对，会列出是哪几条。",
        AlarmKind.BackupFailed => "照上面说的原因改好，再用命令 backup 备一份。",
        AlarmKind.BackupOld => "用命令 backup 备一份，再看定时备份为什么没有做。",
        AlarmKind.DiskLow => "清出空间，或把数据目录移到大一些的磁盘。满了以后就存不进去了。",
        AlarmKind.CountsBehind => "多半和磁盘有关，先看别的警报。它每 5 秒再试一次，好了自己恢复。",
        AlarmKind.Guessing => "请审计员看登录失败是从哪里来的。是自己人忘了口令的，在账号里解除锁定。",
        AlarmKind.Refusals => "请审计员看是哪个账号。不是本人的，停用账号；是权限给窄了的，调整权限。",
        AlarmKind.TurnedAway => "多半是程序在不停地访问。看反向代理的日志是从哪里来的，在那里挡住。",
    };

    /// <summary>A check of /healthz/ready, by its name.</summary>
    public static string CheckInWords(string name) => name switch
    {
        Readiness.Writes => "能存",
        Readiness.Migrations => "数据库版本",
        Readiness.Disk => "磁盘空间",
        Readiness.Keys => "登录密钥",
        Readiness.Counts => "实时件数",
        Readiness.Running => "正常服务",
        _ => name,
    };

    public static string InWords(this HealthStatus status) => status switch
    {
        HealthStatus.Healthy => "正常",
        HealthStatus.Degraded => "不足",
        HealthStatus.Unhealthy => "不正常",
    };
}
