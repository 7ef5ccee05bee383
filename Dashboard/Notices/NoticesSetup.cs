namespace VoterLiaison.Dashboard.Notices;

internal static class NoticesSetup
{
    public static IServiceCollection AddNotices(this IServiceCollection services) => services.AddScoped<NoticeDesk>().AddScoped<NoticeQueries>();
}
