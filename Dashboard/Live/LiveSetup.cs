namespace VoterLiaison.Dashboard.Live;

internal static class LiveSetup
{
    public static IServiceCollection AddLiveCounts(this IServiceCollection services)
    {
        services.AddSignalR();
        return services
            .AddSingleton<CountQueries>()
            .AddSingleton<StationDirectory>()
            .AddSingleton<LiveCounts>()
            .AddSingleton<HubListeners>()
            .AddSingleton<HubScope>()
            .AddHostedService(provider => provider.GetRequiredService<LiveCounts>())
            .AddHostedService<Heartbeats>()
            .AddHostedService<OtherWriters>()
            .AddHostedService<MidnightBell>();
    }
}
