using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using VoterLiaison.Dashboard.Access;

namespace VoterLiaison.Dashboard.Accounts;

/// <summary>Whether there is a single sign-on, and what it is called.</summary>
public sealed class SingleSignOn(IOptions<SingleSignOnRules> rules)
{
    public const string SchemeName = "single-sign-on";

    public bool IsOn => rules.Value.IsOn;

    public string Name => rules.Value.Name;
}

/// <summary>The code flow with PKCE; nothing is asked but who it is, and nothing is kept but issuer and subject.</summary>
internal sealed class SingleSignOnSetup(IOptions<SingleSignOnRules> rules, IOptions<NetworkRules> network) : IConfigureNamedOptions<OpenIdConnectOptions>
{
    public void Configure(OpenIdConnectOptions options) => Configure(SingleSignOn.SchemeName, options);

    public void Configure(string? name, OpenIdConnectOptions options)
    {
        options.Authority = rules.Value.Authority;
        options.ClientId = rules.Value.ClientId;
        options.ClientSecret = rules.Value.ClientSecret;
        options.RequireHttpsMetadata = !new Uri(rules.Value.Authority).IsLoopback;
        options.SignInScheme = IdentityConstants.ExternalScheme;
        options.CallbackPath = Addresses.SingleSignOnCallback;
        options.ResponseType = OpenIdConnectResponseType.Code;
        options.ResponseMode = OpenIdConnectResponseMode.Query; // comes back by a link, so that no cookie has to cross sites
        options.MapInboundClaims = false;
        options.Scope.Clear();
        options.Scope.Add("openid");
        foreach (var cookie in new[] { options.NonceCookie, options.CorrelationCookie })
        {
            cookie.SameSite = SameSiteMode.Lax;
            cookie.SecurePolicy = network.Value.Https ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        }

        options.Events.OnRemoteFailure = failure =>
        {
            failure.HandleResponse();
            failure.Response.Redirect(Addresses.SignIn(null, SignInRefusal.Unfinished));
            return Task.CompletedTask;
        };
    }

    /// <summary>Identity's handler is only there where it is used: it looks at every request.</summary>
    public static void Use(IServiceProvider services)
    {
        if (services.GetRequiredService<SingleSignOn>().IsOn)
        {
            services.GetRequiredService<IAuthenticationSchemeProvider>().AddScheme(new AuthenticationScheme(SingleSignOn.SchemeName, null, typeof(OpenIdConnectHandler)));
        }
    }
}
