using System.Globalization;
using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.ResponseCompression;
using MudBlazor;
using MudBlazor.Services;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Guides;
using VoterLiaison.Dashboard.Public;
using VoterLiaison.Dashboard.Submissions;

namespace VoterLiaison.Dashboard.Layout;

/// <summary>What every screen needs: components, the office's language, and few bytes on the way.</summary>
public static class ScreensSetup
{
    /// <summary>In bytes. A voter's words are taken down at any length: this is some 150,000 characters in one field.</summary>
    private const long LongestMessage = 512 * 1024;

    private const string ForEver = "public,max-age=31536000,immutable";

    public static IServiceCollection AddScreens(this IServiceCollection services)
    {
        services.AddRazorComponents().AddInteractiveServerComponents(circuits => circuits.DisconnectedCircuitMaxRetained = 200)
            .AddHubOptions(hub => hub.MaximumReceiveMessageSize = LongestMessage);
        services.AddMudServices();
        services.AddTransient<MudLocalizer, ChineseMudLocalizer>();
        services.AddSingleton<AssetUrls>();
        services.AddSingleton<StyleSheets>();
        services.AddSingleton<GuideShelf>();
        services.AddWebEncoders(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All)); // Chinese as it is, not six times as long
        services.AddResponseCompression(options => options.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "image/svg+xml"]);
        services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Optimal);
        return services.Configure<RequestLocalizationOptions>(options =>
        {
            options.DefaultRequestCulture = new RequestCulture(OfficeCulture());
            options.RequestCultureProviders.Clear();
        });
    }

    public static void UseScreens(this WebApplication app)
    {
        app.UseNetwork();
        app.Use(KeepMarkedAssets);
        app.UseRouting();
        app.UseResponseCompression();
        app.UseRequestLocalization();
        if (!app.Environment.IsDevelopment())
        {
            app.UseExceptionHandler(Addresses.Error, createScopeForErrors: true);
        }

        app.UseStatusCodePagesWithReExecute(Addresses.NotFound, "?status={0}", createScopeForStatusCodePages: true);
        app.Use(TellProgramsPlainly);
        app.UsePublic();
        app.UseSubmissions();
        app.UseCors();
        app.UseRateLimiter();
        app.UseAccess();
        app.UseAntiforgery();
    }

    public static void MapScreens(this WebApplication app)
    {
        app.MapGroup("").AllowAnonymous().MapStaticAssets(); // as a group, so that what the framework maps beside them says so too
        foreach (var sheet in new[] { StyleSheets.StaffPath, StyleSheets.VotersPath })
        {
            app.MapMethods(sheet, [HttpMethods.Get, HttpMethods.Head], (HttpContext http, StyleSheets sheets) => sheets.SendAsync(http)).AllowAnonymous();
        }

        app.MapRazorComponents<App>().AddInteractiveServerRenderMode().Add(OnlySignedIn);
    }

    /// <summary>Pages say for themselves whom they are for; circuits, and whatever else the framework maps, are for people who signed in.</summary>
    private static void OnlySignedIn(EndpointBuilder endpoint)
    {
        if (!endpoint.Metadata.Any(one => one is IAuthorizeData or IAllowAnonymous))
        {
            endpoint.Metadata.Add(new AuthorizeAttribute(Policies.SignedIn));
        }
    }

    /// <summary>中文（中国）, with the days of a table (2026-11-23) and weeks that begin on Monday.</summary>
    internal static CultureInfo OfficeCulture()
    {
        var culture = new CultureInfo("zh-CN");
        culture.DateTimeFormat.ShortDatePattern = "yyyy-MM-dd";
        culture.DateTimeFormat.FirstDayOfWeek = DayOfWeek.Monday;
        return culture;
    }

    /// <summary>Who connects or posts is told the status alone: the page that says it in words is only got, and posting to it would end in another status.</summary>
    private static Task TellProgramsPlainly(HttpContext http, RequestDelegate next)
    {
        if (http.Features.Get<IStatusCodePagesFeature>() is { } pages && (ConnectionGuard.IsConnection(http) || !HttpMethods.IsGet(http.Request.Method)))
        {
            pages.Enabled = false;
        }

        return next(http);
    }

    private static Task KeepMarkedAssets(HttpContext http, RequestDelegate next)
    {
        if (http.Request.Query.ContainsKey("v") && Path.HasExtension(http.Request.Path))
        {
            if (http.Request.Headers.AcceptEncoding.ToString().Contains("br", StringComparison.Ordinal))
            {
                http.Request.Headers.AcceptEncoding = "br"; // a build stores gzip copies that are not smaller; routing would choose them
            }

            http.Response.OnStarting(() =>
            {
                if (http.Response.StatusCode is StatusCodes.Status200OK or StatusCodes.Status304NotModified)
                {
                    http.Response.Headers.CacheControl = ForEver;
                }

                return Task.CompletedTask;
            });
        }

        return next(http);
    }
}
