using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace VoterLiaison.Dashboard.Access;

/// <summary>Cookies that no script reads and no other site sends; behind https bound to it.</summary>
internal sealed class CookieSetup(IOptions<NetworkRules> network, IOptions<SignInRules> rules) : IConfigureNamedOptions<CookieAuthenticationOptions>
{
    /// <summary>The name of a cookie as it is called on this site.</summary>
    public static string Name(string name, NetworkRules network) => network.Https ? $"__Host-{name}" : name;

    public void Configure(CookieAuthenticationOptions options) => Configure(Options.DefaultName, options);

    public void Configure(string? name, CookieAuthenticationOptions options)
    {
        options.Cookie.Name = Name(name == IdentityConstants.ApplicationScheme ? "liaison" : $"liaison-{name}", network.Value);
        options.Cookie.HttpOnly = true;
        options.Cookie.Path = "/";
        options.Cookie.SameSite = name == IdentityConstants.ExternalScheme ? SameSiteMode.Lax : SameSiteMode.Strict;
        options.Cookie.SecurePolicy = network.Value.Https ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        if (name == ScreenCookie.SchemeName)
        {
            options.Cookie.Name = network.Value.Https ? "__Secure-liaison-screen" : "liaison-screen"; // __Host- would be of the whole site
            options.Cookie.Path = Addresses.Wall;
            options.EventsType = typeof(ScreenCookie);
            options.ExpireTimeSpan = ScreenCookie.Kept;
        }
        else if (name == IdentityConstants.ApplicationScheme)
        {
            options.Cookie.SameSite = SameSiteMode.Lax; // a link in a message or a document leads in without a second sign-in
            options.EventsType = typeof(SessionCookie);
            options.ExpireTimeSpan = rules.Value.Longest;
            options.SlidingExpiration = false; // silence and length are counted by the session
        }
    }
}
