namespace VoterLiaison.Dashboard.Live;

internal static class LiveSetup
{
    /// <summary>In bytes. A client sends a year, and nothing else.</summary>
    private const long LongestMessage = 4 * 1024;

    public static IServiceCollection AddLiveCounts(this IServiceCollection services)
    {
        services.AddSignalR().AddHubOptions<LiveCountsHub>(hub => hub.MaximumReceiveMessageSize = LongestMessage);
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
