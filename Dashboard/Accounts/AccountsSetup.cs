using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.Domain.Rules;

namespace VoterLiaison.Dashboard.Accounts;

/// <summary>Signing in and out, and one's own account.</summary>
internal static class AccountsSetup
{
    /// <summary>Marks a sign of life as sent by our own script: another site's page cannot set a header.</summary>
    public const string SignOfLife = "X-Liaison-Alive";

    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.AddOptions<SingleSignOnRules>().BindConfiguration(SingleSignOnRules.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddTransient<OpenIdConnectHandler>();
        services.AddSingleton<IConfigureOptions<OpenIdConnectOptions>, SingleSignOnSetup>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<OpenIdConnectOptions>, OpenIdConnectPostConfigureOptions>());
        services.AddSingleton<IConfigureOptions<IdentityOptions>, IdentityByRules>();
        services.AddScoped<IdentityErrorDescriber, ChineseIdentityErrors>();
        services.AddScoped<IPasswordValidator<Account>, PasswordRules>();
        return services
            .AddScoped<PasswordRules>()
            .AddScoped<SignInDesk>()
            .AddScoped<PasskeyDesk>()
            .AddScoped<OwnAccountDesk>()
            .AddScoped<OwnAccountQueries>()
            .AddSingleton<DoorQueries>()
            .AddSingleton<SingleSignOn>()
            .AddHostedService<FirstAdministrator>();
    }

    public static void MapAccounts(this WebApplication app)
    {
        SingleSignOnSetup.Use(app.Services);
        app.MapGet(Addresses.Session, HowItStands).AllowAnonymous().RequireRateLimiting(NetworkSetup.OpenPace);
        app.MapPost(Addresses.Session, HearSignOfLife).AllowAnonymous().RequireRateLimiting(NetworkSetup.OpenPace);
        app.MapPost(Addresses.SignOut, SignOutAsync).AllowAnonymous();
        app.MapPost(Addresses.PasskeyQuestion, async (PasskeyDesk desk) => Json(await desk.AskAnyoneAsync())).AllowAnonymous().RequireRateLimiting(NetworkSetup.DoorPace).OnlyFromOurPages();
        app.MapPost(Addresses.NewPasskeyQuestion, async (PasskeyDesk desk) => Json(await desk.AskForNewAsync())).RequireAuthorization(Policies.SignedIn).OnlyFromOurPages();
        app.MapPost(Addresses.SingleSignOn, (HttpContext http, SingleSignOn single) => Challenge(http, single, Addresses.SingleSignOnDone)).AllowAnonymous().RequireRateLimiting(NetworkSetup.DoorPace).OnlyFromOurPages();
        app.MapGet(Addresses.SingleSignOnDone, SignInBySingleSignOnAsync).AllowAnonymous().RequireRateLimiting(NetworkSetup.DoorPace);
        app.MapPost(Addresses.OwnSingleSignOn, (HttpContext http, SingleSignOn single) => Challenge(http, single, Addresses.OwnSingleSignOnDone)).RequireAuthorization(Policies.SignedIn).OnlyFromOurPages();
        app.MapGet(Addresses.OwnSingleSignOnDone, LinkAsync).RequireAuthorization(Policies.SignedIn);
    }

    /// <summary>204 while somebody is signed in; otherwise 401, and in a word why no longer.</summary>
    private static IResult HowItStands(HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-store";
        return SessionCookie.Of(http) is not null
            ? Results.NoContent()
            : Results.Text(SessionCookie.WhyOver(http)?.ToString().ToLowerInvariant() ?? "none", statusCode: StatusCodes.Status401Unauthorized);
    }

    private static IResult HearSignOfLife(HttpContext http, SessionBook sessions)
    {
        if (SessionCookie.Of(http) is { } signedIn && http.Request.Headers.ContainsKey(SignOfLife))
        {
            sessions.Active(signedIn.Session.Id);
        }

        return HowItStands(http);
    }

    private static async Task<IResult> SignOutAsync(HttpContext http, OwnAccountDesk desk, IAntiforgery antiforgery)
    {
        if (SessionCookie.Of(http) is null)
        {
            return Results.LocalRedirect(Addresses.SignIn());
        }

        if (!await antiforgery.IsRequestValidAsync(http))
        {
            return Results.LocalRedirect(Addresses.OwnAccount); // an old page; the button there is a fresh one
        }

        await desk.SignOutAsync(http.RequestAborted); // the cookie stays: worth nothing from now on, but by it other open pages learn why
        return Results.LocalRedirect(Addresses.SignIn());
    }

    private static async Task<IResult> Challenge(HttpContext http, SingleSignOn single, string then)
    {
        if (!single.IsOn)
        {
            return Results.NotFound();
        }

        var returnTo = http.Request.HasFormContentType ? (await http.Request.ReadFormAsync(http.RequestAborted))["return"].ToString() : "";
        return Results.Challenge(new AuthenticationProperties(new Dictionary<string, string?> { ["return"] = returnTo }) { RedirectUri = then }, [SingleSignOn.SchemeName]);
    }

    private static async Task<IResult> SignInBySingleSignOnAsync(HttpContext http, SignInDesk desk)
    {
        var (issuer, subject, returnTo) = await VouchedForAsync(http);
        if (subject is null)
        {
            return Results.LocalRedirect(Addresses.SignIn(null, SignInRefusal.Unfinished));
        }

        var outcome = await desk.WithSingleSignOnAsync(issuer, subject, http.Whence(), http.RequestAborted);
        if (outcome.Session is not null)
        {
            await http.LetInAsync(outcome);
            return Results.LocalRedirect(Addresses.LocalOrHome(returnTo));
        }

        if (outcome.HalfWay is { } halfWay)
        {
            await http.RememberAsync(halfWay, returnTo);
            return Results.LocalRedirect(Addresses.SecondStep);
        }

        return Results.LocalRedirect(Addresses.SignIn(returnTo, SignInRefusal.Unlinked));
    }

    private static async Task<IResult> LinkAsync(HttpContext http, OwnAccountDesk desk, SingleSignOn single)
    {
        var (issuer, subject, _) = await VouchedForAsync(http);
        try
        {
            if (subject is not null)
            {
                await desk.LinkAsync(issuer, subject, single.Name, http.RequestAborted);
            }
        }
        catch (RuleBrokenException)
        {
            return Results.LocalRedirect($"{Addresses.OwnAccount}?told=linked-elsewhere");
        }

        return Results.LocalRedirect(Addresses.OwnAccount);
    }

    /// <summary>What the provider said, once: the cookie that held it is gone afterwards.</summary>
    private static async Task<(string Issuer, string? Subject, string? ReturnTo)> VouchedForAsync(HttpContext http)
    {
        var found = await http.AuthenticateAsync(IdentityConstants.ExternalScheme);
        await http.SignOutAsync(IdentityConstants.ExternalScheme);
        var subject = found.Principal?.FindFirst("sub");
        return (subject?.Issuer ?? "", subject?.Value, found.Properties?.GetString("return"));
    }

    private static IResult Json(string text) => Results.Text(text, "application/json");

    private static RouteHandlerBuilder OnlyFromOurPages(this RouteHandlerBuilder endpoint) => endpoint
        .WithMetadata(new RequireAntiforgeryTokenAttribute())
        .AddEndpointFilter((context, next) => context.HttpContext.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: true }
            ? next(context)
            : ValueTask.FromResult<object?>(Results.BadRequest()));
}
