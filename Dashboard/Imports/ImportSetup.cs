namespace VoterLiaison.Dashboard.Imports;

internal static class ImportSetup
{
    public static IServiceCollection AddImports(this IServiceCollection services) => services
        .AddScoped<ImportDesk>()
        .AddScoped<ImportQueries>()
        .AddSingleton<ImportMappings>()
        .AddSingleton<ImportRuns>()
        .AddHostedService(provider => provider.GetRequiredService<ImportRuns>());
}
