using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Data;

namespace VoterLiaison.Dashboard.Access;

/// <summary>Where a screen gives its display key, once, for a cookie; from then on the key itself travels no more.</summary>
public sealed class ScreenDoor(IDbContextFactory<LiaisonDbContext> contexts)
{
    /// <returns>False where there is no such key, or it was revoked.</returns>
    public async Task<bool> EnterAsync(HttpContext http, string key)
    {
        await using var db = await contexts.CreateDbContextAsync(http.RequestAborted);
        if (await FindAsync(db, key.Trim(), http.RequestAborted) is not { } id)
        {
            return false;
        }

        var screen = new ClaimsPrincipal(new ClaimsIdentity([new Claim(AccessClaims.DisplayKey, $"{id}")], ScreenCookie.SchemeName));
        await http.SignInAsync(ScreenCookie.SchemeName, screen, new AuthenticationProperties { IsPersistent = true });
        return true;
    }

    internal static Task<int?> FindAsync(LiaisonDbContext db, string key, CancellationToken cancellationToken)
    {
        var hash = DisplayKeyHandler.HashOf(key);
        return db.DisplayKeys.Where(known => known.Hash == hash && known.RevokedAt == null).Select(known => (int?)known.Id).SingleOrDefaultAsync(cancellationToken);
    }
}
