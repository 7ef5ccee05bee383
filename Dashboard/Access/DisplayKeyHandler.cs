using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using VoterLiaison.Dashboard.Data;

namespace VoterLiaison.Dashboard.Access;

/// <summary>Knows a screen by its display key: <c>?access_token=KEY</c>, as SignalR's clients send it, or <c>Authorization: Bearer KEY</c>.</summary>
internal sealed class DisplayKeyHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, IDbContextFactory<LiaisonDbContext> contexts, DisplayKeyBook keys)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "display-key";

    private const string Bearer = "Bearer ";

    public static string HashOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        var given = header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? header[Bearer.Length..] : Request.Query["access_token"].ToString();
        if (given.Length == 0)
        {
            return AuthenticateResult.NoResult();
        }

        await using var db = await contexts.CreateDbContextAsync(Context.RequestAborted);
        if (await ScreenDoor.FindAsync(db, given, Context.RequestAborted) is not { } id)
        {
            return AuthenticateResult.Fail("There is no such display key.");
        }

        keys.Seen(id);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity([new Claim(AccessClaims.DisplayKey, $"{id}")], SchemeName)), SchemeName));
    }
}
