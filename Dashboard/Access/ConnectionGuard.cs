using Microsoft.Extensions.Options;

namespace VoterLiaison.Dashboard.Access;

/// <summary>Stands before circuits, the hub and the wall: only pages of our own address may connect, only so many at once, and each is known by whose it is.</summary>
internal sealed class ConnectionGuard(RequestDelegate next, OpenConnections connections, TurnedAway turnedAway, IOptions<SignInRules> signIn, IOptions<NetworkRules> network)
{
    public const string Circuits = "/_blazor";

    private static readonly PathString[] Places = [Circuits, "/hubs", Addresses.WallNews];

    public static bool IsConnection(HttpContext http) => Array.Exists(Places, place => http.Request.Path.StartsWithSegments(place, StringComparison.OrdinalIgnoreCase));

    public async Task InvokeAsync(HttpContext http)
    {
        if (!IsConnection(http))
        {
            await next(http);
        }
        else if (!IsFromHere(http.Request))
        {
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
        }
        else if (!HttpMethods.IsGet(http.Request.Method) || http.User.ConnectionOwner() is not { } who)
        {
            await next(http); // a negotiation, or refused by its policy
        }
        else if (!connections.Enter(who, http, signIn.Value.ConnectionsAtOnce))
        {
            turnedAway.Note();
            http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        }
        else
        {
            try
            {
                await next(http);
            }
            finally
            {
                connections.Leave(who, http);
            }
        }
    }

    /// <summary>A program sends no Origin; a browser always does, and another site's page must not ride on our cookie.</summary>
    private bool IsFromHere(HttpRequest request) => request.Headers.Origin.ToString() is not { Length: > 0 } origin
        || string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase)
        || network.Value.AllowedOrigins.Contains(origin, StringComparer.OrdinalIgnoreCase);
}
