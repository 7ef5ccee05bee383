namespace VoterLiaison.Dashboard.Activities;

internal static class ActivitySetup
{
    public static IServiceCollection AddActivities(this IServiceCollection services) => services.AddScoped<SessionDesk>().AddScoped<SessionQueries>();
}
