namespace VoterLiaison.Dashboard.Public.Reports;

internal static class PublicReportSetup
{
    public static IServiceCollection AddPublicReports(this IServiceCollection services) => services.AddScoped<PublicReportQueries>();
}
