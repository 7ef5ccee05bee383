namespace VoterLiaison.Dashboard.Overview;

internal static class OverviewSetup
{
    public static IServiceCollection AddOverview(this IServiceCollection services) => services
        .AddSingleton<DoingQueries>()
        .AddSingleton<LiveDoings>()
        .AddHostedService(provider => provider.GetRequiredService<LiveDoings>())
        .AddScoped<BoardTaste>();
}
