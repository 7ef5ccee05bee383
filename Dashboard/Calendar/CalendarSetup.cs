using VoterLiaison.Domain.Accounts;

namespace VoterLiaison.Dashboard.Calendar;

internal static class CalendarSetup
{
    public static IServiceCollection AddCalendar(this IServiceCollection services) => services
        .AddScoped<CalendarDesk>()
        .AddScoped<CalendarQueries>();

    /// <summary>A loaded year as a file, fetched by a plain link, which needs no circuit.</summary>
    public static void MapCalendar(this IEndpointRouteBuilder endpoints) => endpoints.MapGet(
        Addresses.CalendarFilePattern,
        async (int year, CalendarQueries calendars, CancellationToken cancellationToken) =>
            (await calendars.YearsAsync(cancellationToken)).FirstOrDefault(loaded => loaded.Year == year) is { } found
                ? Results.File(CalendarFile.Write(found), "text/csv; charset=utf-8", $"{year}年年历.csv")
                : Results.NotFound()).RequireAuthorization(nameof(Deed.KeepCalendar));
}
