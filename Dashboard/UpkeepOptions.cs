using System.ComponentModel.DataAnnotations;

namespace VoterLiaison.Dashboard;

/// <summary>When the house raises an alarm, and where it reports to.</summary>
public sealed class UpkeepOptions
{
    public const string Section = "Upkeep";

    /// <summary>Megabytes that should be free where the data lies; with less there is an alarm.</summary>
    [Range(16, 10_000_000, ErrorMessage = "Upkeep:FreeMegabytes 应在 16 到 10000000 之间（MB）。")]
    public int FreeMegabytes { get; init; } = 1024;

    /// <summary>Hours after which the last good backup is too old.</summary>
    [Range(1, 8760, ErrorMessage = "Upkeep:BackupWithinHours 应在 1 到 8760 之间（小时）。")]
    public int BackupWithinHours { get; init; } = 36;

    /// <summary>The minutes that are looked back for bursts.</summary>
    [Range(5, 1440, ErrorMessage = "Upkeep:BurstMinutes 应在 5 到 1440 之间（分钟）。")]
    public int BurstMinutes { get; init; } = 60;

    /// <summary>So many accounts locked within those minutes, or ten times as many failed sign-ins, look like somebody guessing.</summary>
    [Range(1, 10_000, ErrorMessage = "Upkeep:LockoutsInBurst 应在 1 到 10000 之间（次）。")]
    public int LockoutsInBurst { get; init; } = 3;

    /// <summary>So many acts out of reach within those minutes are many.</summary>
    [Range(1, 100_000, ErrorMessage = "Upkeep:RefusalsInBurst 应在 1 到 100000 之间（次）。")]
    public int RefusalsInBurst { get; init; } = 20;

    /// <summary>So many requests turned away for coming too fast within those minutes are many.</summary>
    [Range(1, 10_000_000, ErrorMessage = "Upkeep:TurnedAwayInBurst 应在 1 到 10000000 之间（次）。")]
    public int TurnedAwayInBurst { get; init; } = 500;

    /// <summary>Where measures and traces go by OTLP (http://…); empty: nowhere, unless the environment variable OTEL_EXPORTER_OTLP_ENDPOINT says so.</summary>
    [RegularExpression("^(https?://[^/?#]+.*)?$", ErrorMessage = "Upkeep:TelemetryEndpoint 要么为空，要么是以 http:// 或 https:// 开头的网址。")]
    public string TelemetryEndpoint { get; init; } = "";

    internal TimeSpan Burst => TimeSpan.FromMinutes(BurstMinutes);

    internal long FreeBytes => FreeMegabytes * 1024L * 1024L;
}
