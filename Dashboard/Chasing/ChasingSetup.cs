namespace VoterLiaison.Dashboard.Chasing;

internal static class ChasingSetup
{
    public static IServiceCollection AddChasing(this IServiceCollection services) => services.AddScoped<ChaseQueries>().AddScoped<ChaseDesk>();
}
