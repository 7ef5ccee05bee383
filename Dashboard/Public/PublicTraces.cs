using Microsoft.AspNetCore.Antiforgery;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace VoterLiaison.Dashboard.Public;

/// <summary>The voters' pages leave no cookie behind, but for the one form that needs it; and those that are the same for everybody may be kept for a minute.</summary>
internal static class PublicTraces
{
    private const string KeptForAMinute = "public, max-age=60";

    public static Task LeaveFewAsync(HttpContext http, RequestDelegate next)
    {
        if (http.Request.Path.StartsWithSegments(Addresses.PublicHome) && http.Request.Path != Addresses.PublicSpeakPattern)
        {
            var isForOne = http.Request.Path == Addresses.PublicReceipt || !HttpMethods.IsGet(http.Request.Method);
            http.Response.OnStarting(() =>
            {
                TakeTokenOut(http);
                if (!isForOne && http.Response is { StatusCode: StatusCodes.Status200OK, ContentType: { } type } && type.StartsWith("text/html", StringComparison.Ordinal) && http.Response.Headers.SetCookie.Count == 0)
                {
                    http.Response.Headers.CacheControl = KeptForAMinute;
                    http.Response.Headers.Append(HeaderNames.Vary, HeaderNames.Cookie); // the large type
                    http.Response.Headers.Remove(HeaderNames.Pragma);
                }

                return Task.CompletedTask;
            });
        }

        return next(http);
    }

    /// <summary>The framework gives every page a token for forms, asked for or not.</summary>
    private static void TakeTokenOut(HttpContext http)
    {
        var token = $"{http.RequestServices.GetRequiredService<IOptions<AntiforgeryOptions>>().Value.Cookie.Name}=";
        http.Response.Headers.SetCookie = http.Response.Headers.SetCookie.Where(cookie => cookie?.StartsWith(token, StringComparison.Ordinal) is false).ToArray();
    }
}
