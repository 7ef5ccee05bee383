using System.Net;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace VoterLiaison.Dashboard.Access;

/// <summary>What stands between the network and the pages: whose word on addresses is believed, https, what every answer forbids a browser, and how often one address may knock.</summary>
internal static partial class NetworkSetup
{
    /// <summary>For signing in, by whatever way: what is posted are tries, looking at the page is none.</summary>
    public const string DoorPace = nameof(DoorPace);

    /// <summary>For what anybody may ask besides: whether the site is well, whether one is still signed in.</summary>
    public const string OpenPace = nameof(OpenPace);

    /// <summary>So many times as often as at the door.</summary>
    private const int OpenPerTry = 10;

    /// <summary>For the hub: pages of the sites that <see cref="NetworkRules.AllowedOrigins"/> names may ask it with a display key.</summary>
    public const string OtherScreens = nameof(OtherScreens);

    private const int YearInSeconds = 365 * 24 * 60 * 60;

    public static IServiceCollection AddNetwork(this IServiceCollection services)
    {
        services.AddOptions<NetworkRules>().BindConfiguration(NetworkRules.Section).Validate(
            rules => rules.TrustedProxies.All(proxy => IPAddress.TryParse(proxy, out _)), "Network:TrustedProxies 里要写反向代理的 IP 地址。").Validate(
            rules => rules.AllowedOrigins.All(origin => Uri.TryCreate(origin, UriKind.Absolute, out var site) && site.GetLeftPart(UriPartial.Authority) == origin),
            "Network:AllowedOrigins 里要写网站的来源，如 https://screen.example，不带路径。").ValidateOnStart();
        services.AddOptions<ForwardedHeadersOptions>().Configure<IOptions<NetworkRules>>((options, network) =>
        {
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            options.KnownIPNetworks.Clear();
            options.KnownProxies.Clear();
            Array.ForEach(network.Value.TrustedProxies, proxy => options.KnownProxies.Add(IPAddress.Parse(proxy)));
        });
        services.AddOptions<Microsoft.AspNetCore.RateLimiting.RateLimiterOptions>().Configure<IOptions<SignInRules>, TurnedAway>((options, rules, turnedAway) =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.OnRejected = (_, _) =>
            {
                turnedAway.Note();
                return ValueTask.CompletedTask;
            };
            options.AddPolicy(DoorPace, http => HttpMethods.IsPost(http.Request.Method) ? ByAddress(http, "try", rules.Value.TriesPerMinute) : Open(http));
            options.AddPolicy(OpenPace, Open);

            RateLimitPartition<string> Open(HttpContext http) => ByAddress(http, "open", OpenPerTry * rules.Value.TriesPerMinute);
        });
        services.AddRateLimiter(_ => { });
        services.AddCors();
        services.AddOptions<CorsOptions>().Configure<IOptions<NetworkRules>>((options, network) => options.AddPolicy(
            OtherScreens,
            screens => screens.WithOrigins(network.Value.AllowedOrigins).AllowAnyHeader().WithMethods(HttpMethods.Get, HttpMethods.Post).AllowCredentials())); // SignalR's client asks so by default; our cookie does not travel to it
        services.AddOptions<AntiforgeryOptions>().Configure<IOptions<NetworkRules>>((options, network) =>
        {
            options.Cookie.Name = CookieSetup.Name("liaison-form", network.Value);
            options.Cookie.Path = "/";
            options.Cookie.SecurePolicy = network.Value.Https ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        });
        services.AddOptions<KestrelServerOptions>().Configure(kestrel => kestrel.AddServerHeader = false);
        return services;
    }

    /// <summary>Before everything else, so that no answer goes out without it.</summary>
    public static void UseNetwork(this WebApplication app)
    {
        var network = app.Services.GetRequiredService<IOptions<NetworkRules>>().Value;
        if (network.TrustedProxies.Length > 0)
        {
            app.UseForwardedHeaders();
        }

        app.UseSecurityHeaders(Headers(network));
        if (network.Https)
        {
            app.UseHttpsRedirection();
        }

        app.Use(KeepOutOfCaches);
    }

    /// <summary>Says at start that passwords cross the network unprotected, where they do.</summary>
    public static void WarnOfPlainHttp(this WebApplication app) => app.Lifetime.ApplicationStarted.Register(() =>
    {
        var network = app.Services.GetRequiredService<IOptions<NetworkRules>>().Value;
        if (!network.Https && app.Urls.FirstOrDefault(IsOpenToOthers) is { } open)
        {
            LogPlainHttp(app.Logger, open);
        }
    });

    private static RateLimitPartition<string> ByAddress(HttpContext http, string what, int perMinute) => RateLimitPartition.GetTokenBucketLimiter(
        $"{what} {http.Connection.RemoteIpAddress}",
        _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = perMinute,
            TokensPerPeriod = Math.Max(1, perMinute / 6),
            ReplenishmentPeriod = TimeSpan.FromSeconds(10),
            QueueLimit = 0,
        });

    private static bool IsOpenToOthers(string url) =>
        BindingAddress.Parse(url) is { Scheme: "http" } address && address.Host is not ("localhost" or "127.0.0.1" or "[::1]");

    private static HeaderPolicyCollection Headers(NetworkRules network)
    {
        var headers = new HeaderPolicyCollection()
            .AddFrameOptionsDeny()
            .AddContentTypeOptionsNoSniff()
            .AddReferrerPolicySameOrigin()
            .AddCrossOriginOpenerPolicy(policy => policy.SameOrigin())
            .AddCrossOriginResourcePolicy(policy => policy.SameOrigin())
            .AddPermissionsPolicy(policy =>
            {
                policy.AddCamera().None();
                policy.AddMicrophone().None();
                policy.AddGeolocation().None();
                policy.AddPayment().None();
                policy.AddUsb().None();
                policy.AddDisplayCapture().None();
            })
            .RemoveServerHeader()
            .AddContentSecurityPolicy(policy =>
            {
                policy.AddDefaultSrc().None();
                policy.AddScriptSrc().Self().WithNonce();
                policy.AddStyleSrc().Self().UnsafeInline(); // MudBlazor positions its popovers by style attributes
                policy.AddImgSrc().Self().Data();
                policy.AddFontSrc().Self();
                policy.AddConnectSrc().Self();
                policy.AddManifestSrc().Self();
                policy.AddFormAction().Self();
                policy.AddBaseUri().Self();
                policy.AddFrameAncestors().None();
            });
        return network.Https ? headers.AddStrictTransportSecurityMaxAge(YearInSeconds) : headers;
    }

    /// <summary>What was made for one person is kept by no cache and not by the back button.</summary>
    private static Task KeepOutOfCaches(HttpContext http, RequestDelegate next)
    {
        http.Response.OnStarting(() =>
        {
            if (http.Response.Headers.CacheControl.Count == 0)
            {
                http.Response.Headers.CacheControl = "no-store";
            }

            return Task.CompletedTask;
        });
        return next(http);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "网站在 {Address} 上不加密地对外开放，口令会以明文经过网络。请在前面放一台做 https 的反向代理，并设置 Network:Https 和 Network:TrustedProxies（见 docs/access.md）。")]
    private static partial void LogPlainHttp(ILogger logger, string address);
}
