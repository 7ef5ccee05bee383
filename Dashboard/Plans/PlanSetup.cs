namespace VoterLiaison.Dashboard.Plans;

internal static class PlanSetup
{
    public static IServiceCollection AddPlans(this IServiceCollection services) =>
        services.AddScoped<PlanDesk>().AddScoped<PlanQueries>().AddScoped<TopicDesk>().AddScoped<TopicQueries>();
}
