namespace VoterLiaison.Dashboard.Opinions;

internal static class OpinionSetup
{
    public static IServiceCollection AddOpinions(this IServiceCollection services) => services
        .AddScoped<CurrentPerson>()
        .AddScoped<OpinionDesk>()
        .AddSingleton<OpinionQueries>()
        .AddSingleton<OfficeLimits>();
}
