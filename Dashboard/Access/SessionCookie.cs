using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Data.Accounts;

namespace VoterLiaison.Dashboard.Access;

/// <summary>The cookie only names the session; every request asks the database whether it still holds.</summary>
internal sealed class SessionCookie(IDbContextFactory<LiaisonDbContext> contexts, SessionBook sessions) : CookieAuthenticationEvents
{
    private const string Key = "liaison:signed-in";
    private const string WhyKey = "liaison:why-over";

    /// <summary>Who this request is by, as it was found at its beginning.</summary>
    public static SignedIn? Of(HttpContext http) => http.Items[Key] as SignedIn;

    /// <summary>Why the session that the request named does not hold any more.</summary>
    public static SessionEnd? WhyOver(HttpContext http) => http.Items[WhyKey] as SessionEnd?;

    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        await using var db = await contexts.CreateDbContextAsync(context.HttpContext.RequestAborted);
        var named = context.Principal?.SessionOf();
        if (named is { } id && await sessions.StandingAsync(db, id, context.HttpContext.RequestAborted) is { } signedIn)
        {
            context.HttpContext.Items[Key] = signedIn;
            if (!ConnectionGuard.IsConnection(context.HttpContext) && context.Request.Path != Addresses.Session)
            {
                sessions.Active(id);
            }
        }
        else
        {
            context.HttpContext.Items[WhyKey] = named is { } over ? await sessions.WhyOverAsync(db, over, context.HttpContext.RequestAborted) : null;
            context.RejectPrincipal(); // the cookie stays: worth nothing, but by it every open page learns why
        }
    }

    /// <summary>A page leads to the sign-in and back; anything else is told plainly.</summary>
    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (IsPage(context.Request))
        {
            context.Response.Redirect(Addresses.SignIn(context.Request.PathBase + context.Request.Path + context.Request.QueryString));
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        }

        return Task.CompletedTask;
    }

    /// <summary>What one may not see is not there. The front door leads everybody to what is theirs.</summary>
    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (context.Request.Path == Addresses.Board() && IsPage(context.Request) && Of(context.HttpContext) is { } signedIn && Addresses.Home(signedIn.Rights) is var home && home != Addresses.Board())
        {
            context.Response.Redirect(home);
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        }

        return Task.CompletedTask;
    }

    internal static bool IsPage(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && !ConnectionGuard.IsConnection(request.HttpContext)
        && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
}
