using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.Domain.Accounts;

namespace VoterLiaison.TestKit;

/// <summary>Somebody with an account on a site, already signed in: a session in the database, and the cookie that names it.</summary>
/// <param name="AccountId">In the database.</param>
/// <param name="UserName">登录名.</param>
/// <param name="Session">The session's id.</param>
/// <param name="CookieName">As the site calls its cookie.</param>
/// <param name="CookieValue">As the browser keeps it.</param>
public sealed record SitePerson(int AccountId, string UserName, Guid Session, string CookieName, string CookieValue)
{
    private static int _known;

    public static async Task<SitePerson> SignInAsync(LiaisonSite site, params Grant[] grants)
    {
        var now = site.The<TimeProvider>().GetUtcNow().UtcDateTime;
        var name = $"person{Interlocked.Increment(ref _known)}";
        var account = new Account
        {
            UserName = name,
            NormalizedUserName = name.ToUpperInvariant(),
            Name = "值班员",
            SecurityStamp = Guid.NewGuid().ToString("N"),
            CreatedAt = now,
            PasswordSetAt = now,
            LockoutEnabled = true,
        };
        Array.ForEach(grants, account.Hold);
        await using var db = await site.The<IDbContextFactory<LiaisonDbContext>>().CreateDbContextAsync();
        db.Add(account);
        await db.SaveChangesAsync();
        return await AgainAsync(site, account);
    }

    /// <summary>Who comes with the demonstration, by 登录名.</summary>
    public static async Task<SitePerson> OfDemonstrationAsync(LiaisonSite site, string userName)
    {
        await using var db = await site.The<IDbContextFactory<LiaisonDbContext>>().CreateDbContextAsync();
        return await AgainAsync(site, await db.Accounts.SingleAsync(account => account.UserName == userName));
    }

    /// <summary>Another session of an account.</summary>
    public static async Task<SitePerson> AgainAsync(LiaisonSite site, Account account)
    {
        var now = site.The<TimeProvider>().GetUtcNow();
        var session = new Session(Guid.NewGuid(), account.Id, now.UtcDateTime, account.SecurityStamp!, "127.0.0.1");
        await using var db = await site.The<IDbContextFactory<LiaisonDbContext>>().CreateDbContextAsync();
        db.Add(session);
        await db.SaveChangesAsync();

        var cookie = site.The<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        var principal = new ClaimsPrincipal(new ClaimsIdentity([new Claim(AccessClaims.Session, $"{session.Id}"), new Claim(ClaimTypes.Name, account.Name)], IdentityConstants.ApplicationScheme));
        var ticket = new AuthenticationTicket(principal, new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = now.AddHours(12) }, IdentityConstants.ApplicationScheme);
        return new SitePerson(account.Id, account.UserName!, session.Id, cookie.Cookie.Name!, cookie.TicketDataFormat.Protect(ticket));
    }
}
