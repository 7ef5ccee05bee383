namespace VoterLiaison.Dashboard.Accounts.Managing;

internal static class ManagingSetup
{
    public static IServiceCollection AddManaging(this IServiceCollection services) => services
        .AddScoped<AccountDesk>()
        .AddScoped<AccountQueries>()
        .AddScoped<DisplayKeyDesk>()
        .AddScoped<DisplayKeyQueries>();
}
