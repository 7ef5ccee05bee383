using VoterLiaison.Dashboard.Access;

namespace VoterLiaison.Dashboard.Public;

internal static class PublicSetup
{
    public static IServiceCollection AddPublic(this IServiceCollection services) => services;

    public static void MapPublic(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(Addresses.PublicTypePattern, Type).AllowAnonymous().RequireRateLimiting(NetworkSetup.OpenPace);
    }

    /// <summary>A link and no form, so that it works from anywhere; it changes nothing but the reader's own browser.</summary>
    private static IResult Type(HttpContext http, bool large, string? @return)
    {
        LargeType.Choose(http, large);
        return Results.LocalRedirect(Addresses.PublicOrHome(@return));
    }
}
