using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using VoterLiaison.Dashboard.Access;

namespace VoterLiaison.Dashboard.Upkeep;

internal static class UpkeepSetup
{
    public static IServiceCollection AddUpkeep(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        services.AddOptions<UpkeepOptions>().BindConfiguration(UpkeepOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSystemd().AddWindowsService(service => service.ServiceName = "VoterLiaison"); // each does nothing elsewhere
        services.AddLogs(configuration, environment);
        services.AddTelemetry(configuration);
        services.AddReadiness();
        return services
            .AddSingleton<ProgramStart>()
            .AddSingleton<TelemetryPlace>()
            .AddSingleton<WriteProbe>()
            .AddSingleton<BackupReading>()
            .AddSingleton<AlarmReading>()
            .AddSingleton<SelfCheck>()
            .AddSingleton<AlarmBell>()
            .AddSingleton<SettingsThatMatter>()
            .AddScoped<UpkeepQueries>()
            .AddScoped<UpkeepDesk>()
            .AddHostedService<Gauges>()
            .AddHostedService(provider => provider.GetRequiredService<SelfCheck>())
            .AddHostedService(provider => provider.GetRequiredService<AlarmBell>());
    }

    public static void MapUpkeep(this WebApplication app)
    {
        app.Services.GetRequiredService<ProgramStart>(); // from here on it runs
        app.MapHealthChecks(Addresses.Live, new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous().RequireRateLimiting(NetworkSetup.OpenPace); // it answers: it lives
        app.MapHealthChecks(Addresses.Ready, new HealthCheckOptions { ResponseWriter = Readiness.AnswerAsync }).AllowAnonymous().RequireRateLimiting(NetworkSetup.OpenPace);
    }
}
