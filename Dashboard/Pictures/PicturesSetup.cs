namespace VoterLiaison.Dashboard.Pictures;

internal static class PicturesSetup
{
    public static IServiceCollection AddPictures(this IServiceCollection services) => services.AddSingleton<Darkroom>().AddScoped<PictureQueries>();

    /// <summary>Open to anybody as an address, because stations' photos are; what else it gives out is asked of the reader's rights.</summary>
    public static void MapPictures(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapMethods(Addresses.PicturePattern, [HttpMethods.Get, HttpMethods.Head], PictureAsync).AllowAnonymous();

    private static async Task<IResult> PictureAsync(int id, HttpContext http, PictureQueries pictures, CancellationToken cancellationToken)
    {
        if (await pictures.FindAsync(id, cancellationToken) is not { } content)
        {
            return Results.NotFound();
        }

        http.Response.Headers.CacheControl = "private, max-age=600";
        http.Response.Headers.ContentDisposition = $"inline; filename=\"{id}.jpg\"";
        return Results.Bytes(content, "image/jpeg"); // nosniff stands on every answer of the house
    }
}
