namespace VoterLiaison.Dashboard.Reports;

internal static class ReportSetup
{
    public static IServiceCollection AddReports(this IServiceCollection services) => services.AddScoped<PerformanceDesk>().AddScoped<PerformanceQueries>();
}
