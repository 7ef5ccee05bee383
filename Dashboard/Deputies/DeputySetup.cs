namespace VoterLiaison.Dashboard.Deputies;

internal static class DeputySetup
{
    public static IServiceCollection AddDeputies(this IServiceCollection services) => services.AddScoped<DeputyQueries>();
}
