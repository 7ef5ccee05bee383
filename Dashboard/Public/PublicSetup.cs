using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Feeds;

namespace VoterLiaison.Dashboard.Public;

internal static class PublicSetup
{
    private const string KeptForMinutes = "public, max-age=300";

    public static IServiceCollection AddPublic(this IServiceCollection services) => services
        .AddScoped<PublicStationQueries>().AddScoped<PublicDeputyQueries>().AddScoped<ScheduleQueries>().AddScoped<PublicNoticeQueries>().AddScoped<PublicFigureQueries>();

    public static void UsePublic(this IApplicationBuilder app) => app.Use(PublicTraces.LeaveFewAsync);

    public static void MapPublic(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapMethods(Addresses.PublicScheduleFilePattern, [HttpMethods.Get, HttpMethods.Head], ScheduleAsync).AllowAnonymous().RequireRateLimiting(NetworkSetup.OpenPace);
        endpoints.MapGet(Addresses.PublicTypePattern, Type).AllowAnonymous().RequireRateLimiting(NetworkSetup.OpenPace);
    }

    private static async Task<IResult> ScheduleAsync(
        string? unit, string? station, string? deputy, string? form, HttpContext http, ScheduleQueries schedule, TimeProvider clock, CancellationToken cancellationToken) =>
        FeedsSetup.Answer(await schedule.FeedAsync(ScheduleAddress.Of(null, unit, station, deputy, form), cancellationToken), http, clock.Today(), KeptForMinutes);

    /// <summary>A link and no form, so that it works from anywhere; it changes nothing but the reader's own browser.</summary>
    private static IResult Type(HttpContext http, bool large, string? @return)
    {
        LargeType.Choose(http, large);
        return Results.LocalRedirect(Addresses.PublicOrHome(@return));
    }
}
