using VoterLiaison.Domain.Accounts;

namespace VoterLiaison.Dashboard.Finding;

internal static class FindingSetup
{
    public static IServiceCollection AddFinding(this IServiceCollection services) => services.AddScoped<FindingQueries>();

    /// <summary>Asked by POST, so that no log on the way keeps what is typed; as JSON, which no page of another site may send.</summary>
    public static void MapFinding(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost(Addresses.Find, FindAsync).RequireAuthorization(nameof(Deed.ReadOpinions));

    private static async Task<IResult> FindAsync(Asked asked, HttpContext http, FindingQueries finding, CancellationToken overtaken)
    {
        http.Response.Headers.CacheControl = "no-store";
        try
        {
            return Results.Json(await finding.FindAsync(asked.Typed ?? "", overtaken));
        }
        catch (OperationCanceledException) when (overtaken.IsCancellationRequested)
        {
            return Results.Empty; // the reader typed on
        }
    }

    private sealed record Asked(string? Typed);
}
