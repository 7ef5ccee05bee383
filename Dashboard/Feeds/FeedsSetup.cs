using System.Security.Cryptography;
using System.Text;
using Microsoft.Net.Http.Headers;
using VoterLiaison.Dashboard.Access;

namespace VoterLiaison.Dashboard.Feeds;

internal static class FeedsSetup
{
    private const string Unknown = "没有这个日历地址，或者它已经撤销。请登录后在“日历订阅”里重新生成。";
    private const string Kept = "private, max-age=300";

    public static IServiceCollection AddFeeds(this IServiceCollection services)
    {
        // The address itself is the key: the host's line for each request, which an operator may turn on, would write it down.
        services.AddLogging(logging => logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning));
        return services
            .AddScoped<FeedDesk>()
            .AddScoped<FeedQueries>()
            .AddScoped<FeedReading>()
            .AddSingleton<FeedVisits>()
            .AddHostedService(provider => provider.GetRequiredService<FeedVisits>());
    }

    /// <summary>Calendar apps sign in nowhere and follow no page: who has the address reads it, whoever is signed in beside.</summary>
    public static void MapFeeds(this IEndpointRouteBuilder endpoints) => endpoints
        .MapMethods(Addresses.CalendarFeedPattern, [HttpMethods.Get, HttpMethods.Head], FeedAsync)
        .AllowAnonymous().RequireRateLimiting(NetworkSetup.OpenPace);

    private static async Task<IResult> FeedAsync(string key, HttpContext http, FeedReading feeds, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (await feeds.FindAsync(key, cancellationToken) is not { } content)
        {
            return Results.Text(Unknown, "text/plain; charset=utf-8", Encoding.UTF8, StatusCodes.Status404NotFound);
        }

        return Answer(content, http, clock.Today(), Kept);
    }

    /// <summary>The calendar as an answer, with the mark of its content: an app that has it already is told so.</summary>
    internal static IResult Answer(FeedContent content, HttpContext http, DateOnly today, string kept)
    {
        var site = new Uri($"{http.Request.Scheme}://{http.Request.Host}");
        var text = Encoding.UTF8.GetBytes(CalendarDocument.Write(content, site, today));
        http.Response.Headers.CacheControl = kept;
        http.Response.Headers.ContentDisposition = "inline; filename=\"liaison.ics\"";
        return Results.Bytes(text, "text/calendar; charset=utf-8", entityTag: new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(text))}\""));
    }
}
