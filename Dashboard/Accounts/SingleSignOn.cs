using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using VoterLiaison.Dashboard.Access;

namespace VoterLiaison.Dashboard.Accounts;

/// <summary>单点登录 of the district by OpenID Connect. Off, and asking nobody anything, until an authority is set.</summary>
public sealed class SingleSignOnRules : IValidatableObject
{
    public const string Section = "OpenIdConnect";

    /// <summary>The provider's address; https, or this very machine. Empty: off.</summary>
    public string Authority { get; init; } = "";

    public string ClientId { get; init; } = "";

    public string ClientSecret { get; init; } = "";

    /// <summary>As the button calls it: 用…登录.</summary>
    public string Name { get; init; } = "统一身份认证";

    internal bool IsOn => Authority.Length > 0;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (IsOn && (!Uri.TryCreate(Authority, UriKind.Absolute, out var authority) || (authority.Scheme != Uri.UriSchemeHttps && !authority.IsLoopback)))
        {
            yield return new ValidationResult("OpenIdConnect:Authority 应是 https 地址（本机的可以是 http），或者不填。");
        }

        if (IsOn && ClientId.Length is 0)
        {
            yield return new ValidationResult("OpenIdConnect:ClientId 不能为空：填了 Authority，就要填在认证平台登记的编号。");
        }
    }
}

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
