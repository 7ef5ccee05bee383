using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Domain.Accounts;

namespace VoterLiaison.Dashboard.Access;

/// <summary>A screen on the wall, which gave its display key once and has this cookie for it. It names the key, travels to the wall alone, and holds while the key does.</summary>
internal sealed class ScreenCookie(IDbContextFactory<LiaisonDbContext> contexts, DisplayKeyBook keys) : CookieAuthenticationEvents
{
    public const string SchemeName = "screen";

    /// <summary>As long as a browser keeps one at most; used when half of that is over, it is renewed.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(400);

    /// <summary>Whoever is signed in before the screen and may see counts sees their own.</summary>
    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        var named = context.Principal?.DisplayKeyOf();
        if (named is { } id && SessionCookie.Of(context.HttpContext)?.Rights.May(Deed.SeeCounts) is not true && await HoldsAsync(id, context.HttpContext.RequestAborted))
        {
            keys.Seen(id);
        }
        else
        {
            context.RejectPrincipal();
        }
    }

    /// <summary>A page leads to where a key is given; anything else is told plainly.</summary>
    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (SessionCookie.IsPage(context.Request))
        {
            context.Response.Redirect(Addresses.WallDoor);
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        }

        return Task.CompletedTask;
    }

    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    private async Task<bool> HoldsAsync(int id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.DisplayKeys.AnyAsync(key => key.Id == id && key.RevokedAt == null, cancellationToken);
    }
}
