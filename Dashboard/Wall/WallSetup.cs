using Microsoft.AspNetCore.Http.HttpResults;
using VoterLiaison.Dashboard.Access;

namespace VoterLiaison.Dashboard.Wall;

internal static class WallSetup
{
    public static IServiceCollection AddWall(this IServiceCollection services) =>
        services.AddSingleton<WallQueries>().AddSingleton<WallReading>().AddScoped<WallParts>().AddScoped<WallNews>();

    public static void MapWall(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(Addresses.Wall, PageAsync).RequireAuthorization(Policies.Wall);
        endpoints.MapGet(Addresses.WallNews, (HttpContext http, WallNews news) => news.SendAsync(http)).RequireAuthorization(Policies.Wall);
    }

    private static async Task<RazorComponentResult<WallDocument>> PageAsync(HttpContext http, WallReading reading, TimeProvider clock)
    {
        var reach = await reading.ReachAsync(http.User, http.RequestAborted);
        var counts = await reading.CountsAsync(reach, http.RequestAborted);
        var face = WallReading.Face(reach, counts, await reading.PicturesAsync(reach, http.RequestAborted));
        return new RazorComponentResult<WallDocument>(new { Face = face, counts.AsOf, Now = clock.GetUtcNow().UtcDateTime });
    }
}
