using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using VoterLiaison.Dashboard.Access;

namespace VoterLiaison.Dashboard.Accounts;

/// <summary>The cookies of the sign-in: the one that names the session, and the one of whoever is half way in.</summary>
internal static class DoorCookies
{
    private const string Account = "liaison:account";
    private const string Stamp = "liaison:stamp";
    private const string Return = "return";

    /// <summary>Where a request comes from, as sessions and the audit log name it.</summary>
    public static string Whence(this HttpContext http) =>
        http.Connection.RemoteIpAddress is not { } address ? "" : (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).ToString();

    public static async Task LetInAsync(this HttpContext http, SignInOutcome outcome)
    {
        var claims = new Claim[] { new(AccessClaims.Session, $"{outcome.Session!.Id}"), new(ClaimTypes.Name, outcome.Name) };
        await http.SignOutAsync(IdentityConstants.TwoFactorUserIdScheme);
        await http.SignInAsync(IdentityConstants.ApplicationScheme, new ClaimsPrincipal(new ClaimsIdentity(claims, IdentityConstants.ApplicationScheme)));
    }

    public static Task RememberAsync(this HttpContext http, HalfWay halfWay, string? returnTo)
    {
        var claims = new Claim[] { new(Account, halfWay.AccountId.ToString(CultureInfo.InvariantCulture)), new(Stamp, halfWay.Stamp) };
        return http.SignInAsync(
            IdentityConstants.TwoFactorUserIdScheme,
            new ClaimsPrincipal(new ClaimsIdentity(claims, IdentityConstants.TwoFactorUserIdScheme)),
            new AuthenticationProperties(new Dictionary<string, string?> { [Return] = returnTo }));
    }

    public static async Task<(HalfWay? Who, string? ReturnTo)> HalfWayAsync(this HttpContext http)
    {
        var found = await http.AuthenticateAsync(IdentityConstants.TwoFactorUserIdScheme);
        return int.TryParse(found.Principal?.FindFirstValue(Account), CultureInfo.InvariantCulture, out var account) && found.Principal.FindFirstValue(Stamp) is { } stamp
            ? (new HalfWay(account, stamp), found.Properties?.GetString(Return))
            : (null, null);
    }
}
