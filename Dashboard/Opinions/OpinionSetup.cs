namespace VoterLiaison.Dashboard.Opinions;

internal static class OpinionSetup
{
    public static IServiceCollection AddOpinions(this IServiceCollection services) => services
        .AddScoped<CurrentPerson>()
        .AddScoped<OpinionDesk>()
        .AddScoped<Drafts>()
        .AddSingleton<ChoiceQueries>()
        .AddSingleton<OpinionQueries>()
        .AddSingleton<OfficeLimits>();
}
