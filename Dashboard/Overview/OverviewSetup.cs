namespace VoterLiaison.Dashboard.Overview;

internal static class OverviewSetup
{
    public static IServiceCollection AddOverview(this IServiceCollection services) => services
        .AddSingleton<DoingQueries>()
        .AddSingleton<SameDayLastYear>()
        .AddSingleton<LiveDoings>()
        .AddHostedService(provider => provider.GetRequiredService<LiveDoings>())
        .AddHostedService<FirstReadings>()
        .AddScoped<BoardTaste>();
}
