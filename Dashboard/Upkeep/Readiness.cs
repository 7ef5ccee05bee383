using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Live;

namespace VoterLiaison.Dashboard.Upkeep;

/// <summary>What must hold for the site to be asked anything, by names that stand in the answer of /healthz/ready and on the status page.</summary>
internal static class Readiness
{
    public const string Writes = "writes";
    public const string Migrations = "migrations";
    public const string Disk = "disk";
    public const string Keys = "keys";
    public const string Counts = "counts";
    public const string Running = "running";

    public static void AddReadiness(this IServiceCollection services)
    {
        // The alarms say it once; the checks would say it with each question.
        services.AddLogging(logging => logging.AddFilter("Microsoft.Extensions.Diagnostics.HealthChecks", LogLevel.None));
        services.AddHealthChecks()
            .AddCheck<DatabaseHealth>(Migrations)
            .Ask(Writes, async (the, cancellationToken) => await the.GetRequiredService<WriteProbe>().HoldsAsync(cancellationToken))
            .Ask(Keys, (the, _) => Task.FromResult(AreKeysUsable(the.GetRequiredService<IDataProtectionProvider>())))
            .Ask(Counts, (the, _) => Task.FromResult(!the.GetRequiredService<LiveCounts>().IsBehind))
            .Ask(Running, (the, _) => Task.FromResult(!the.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.IsCancellationRequested))
            .Ask(Disk, (the, _) => Task.FromResult(!(DiskStanding.Of(the.GetRequiredService<DataFolder>()).Free < the.GetRequiredService<IOptions<UpkeepOptions>>().Value.FreeBytes)), HealthStatus.Degraded);
    }

    /// <summary>Each check by name, and nothing from inside: the address is open to anybody.</summary>
    public static Task AnswerAsync(HttpContext http, HealthReport report)
    {
        http.Response.ContentType = "application/json; charset=utf-8";
        return http.Response.WriteAsync(JsonSerializer.Serialize(new { status = Word(report.Status), checks = report.Entries.ToDictionary(check => check.Key, check => Word(check.Value.Status)) }), http.RequestAborted);
    }

    private static string Word(HealthStatus status) => status switch
    {
        HealthStatus.Healthy => "ok",
        HealthStatus.Degraded => "low",
        HealthStatus.Unhealthy => "failing",
    };

    private static bool AreKeysUsable(IDataProtectionProvider keys)
    {
        try
        {
            var protector = keys.CreateProtector("healthz");
            return protector.Unprotect(protector.Protect("ready")) == "ready";
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private static IHealthChecksBuilder Ask(this IHealthChecksBuilder checks, string name, Func<IServiceProvider, CancellationToken, Task<bool>> ask, HealthStatus otherwise = HealthStatus.Unhealthy) =>
        checks.Add(new HealthCheckRegistration(name, the => new Asked(the, ask, otherwise), HealthStatus.Unhealthy, tags: null));

    private sealed class Asked(IServiceProvider services, Func<IServiceProvider, CancellationToken, Task<bool>> ask, HealthStatus otherwise) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            new(await ask(services, cancellationToken) ? HealthStatus.Healthy : otherwise);
    }
}
