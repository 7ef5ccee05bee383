using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Data.Accounts;

namespace VoterLiaison.Dashboard.Access;

/// <summary>Who may come in: sessions, policies, and the guards before circuits and the hub.</summary>
internal static class AccessSetup
{
    public static IServiceCollection AddAccess(this IServiceCollection services)
    {
        services.AddOptions<SignInRules>().BindConfiguration(SignInRules.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddNetwork();
        // The keys lie beside what they protect, and are guarded with it; a warning at each first start would ask for nothing anybody could do.
        services.AddLogging(logging => logging.AddFilter("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogLevel.Error));
        services.AddDataProtection().SetApplicationName("VoterLiaison").PersistKeysToDbContext<LiaisonDbContext>();
        services.Configure<IdentityOptions>(LiaisonDbContext.UseSchema);
        services.AddIdentityCore<Account>().AddEntityFrameworkStores<LiaisonDbContext>().AddSignInManager().AddDefaultTokenProviders();
        services.AddAuthentication(IdentityConstants.ApplicationScheme)
            .AddScheme<AuthenticationSchemeOptions, DisplayKeyHandler>(DisplayKeyHandler.SchemeName, null)
            .AddCookie(ScreenCookie.SchemeName)
            .AddIdentityCookies();
        services.AddSingleton<IConfigureOptions<Microsoft.AspNetCore.Authentication.Cookies.CookieAuthenticationOptions>, CookieSetup>();
        services.AddAuthorization(options => options.AddPolicies());
        services.AddCascadingAuthenticationState();
        return services
            .AddScoped<CurrentPerson>()
            .AddScoped<Doorkeeper>()
            .AddScoped<WriteDoor>()
            .AddScoped<SessionCookie>()
            .AddScoped<ScreenCookie>()
            .AddScoped<ScreenDoor>()
            .AddScoped<IAuthorizationHandler, DeedHandler>()
            .AddScoped<IAuthorizationHandler, WallHandler>()
            .AddScoped<CircuitHandler, CircuitPerson>()
            .AddSingleton<SessionBook>()
            .AddSingleton<OpenConnections>()
            .AddSingleton<TurnedAway>()
            .AddSingleton<ActsUnderWay>()
            .AddSingleton<DisplayKeyBook>()
            .AddSingleton<SessionKeeper>()
            .AddHostedService(provider => provider.GetRequiredService<SessionKeeper>());
    }

    /// <summary>Between routing and the endpoints.</summary>
    public static void UseAccess(this WebApplication app)
    {
        app.UseAuthentication();
        app.Use(NamePerson);
        app.Use(OweFirst); // before the policies, which find no right while something is owed
        app.UseAuthorization();
        app.UseMiddleware<ConnectionGuard>();
    }

    private static Task NamePerson(HttpContext http, RequestDelegate next)
    {
        if (SessionCookie.Of(http) is { } signedIn)
        {
            http.RequestServices.GetRequiredService<CurrentPerson>().SignedInBy(signedIn.Session.Id);
        }

        return next(http);
    }

    /// <summary>After everything that keeps connections was mapped: what stops the site runs from the last that was asked for it to the first, and acts come before connections.</summary>
    public static void FinishActsFirst(this WebApplication app) => app.Lifetime.ApplicationStopping.Register(app.Services.GetRequiredService<ActsUnderWay>().Finish);

    /// <summary>Whoever owes a new password or a second factor gets nowhere else.</summary>
    private static Task OweFirst(HttpContext http, RequestDelegate next)
    {
        if (SessionCookie.Of(http) is not { Obligation: not Obligation.None and var owed }
            || http.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null
            || http.Request.Path.StartsWithSegments(Addresses.OwnAccount, StringComparison.OrdinalIgnoreCase))
        {
            return next(http);
        }

        if (ConnectionGuard.IsConnection(http) || !HttpMethods.IsGet(http.Request.Method))
        {
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
        }
        else
        {
            http.Response.Redirect(owed is Obligation.NewPassword ? Addresses.OwnPassword : Addresses.OwnSecondFactor);
        }

        return Task.CompletedTask;
    }
}
