using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace VoterLiaison.TestKit;

/// <summary>A district's single sign-on, as far as the app sees of it: a loopback OpenID provider that vouches for whomever a test names.</summary>
public sealed class SomeIdentityProvider : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly RSA _rsa = RSA.Create(2048);
    private string _subject = "";
    private string _nonce = "";

    private SomeIdentityProvider()
    {
        var builder = WebApplication.CreateSlimBuilder(["--urls=http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.MapGet("/.well-known/openid-configuration", () => new
        {
            issuer = Issuer,
            authorization_endpoint = $"{Issuer}/authorize",
            token_endpoint = $"{Issuer}/token",
            jwks_uri = $"{Issuer}/keys",
        });
        _app.MapGet("/keys", () =>
        {
            var key = _rsa.ExportParameters(includePrivateParameters: false);
            return new { keys = new[] { new { kty = "RSA", use = "sig", kid = "1", n = Base64UrlEncoder.Encode(key.Modulus), e = Base64UrlEncoder.Encode(key.Exponent) } } };
        });
        _app.MapPost("/token", () => new { access_token = "none", token_type = "Bearer", id_token = IdToken() });
    }

    public string Issuer => _app.Urls.First();

    public static async Task<SomeIdentityProvider> StartAsync()
    {
        var provider = new SomeIdentityProvider();
        await provider._app.StartAsync(TestContext.Current.CancellationToken);
        return provider;
    }

    /// <summary>Somebody proves who they are; the browser is sent back to where this says.</summary>
    public string SignIn(Uri asked, string subject)
    {
        var query = QueryHelpers.ParseQuery(asked.Query);
        (_subject, _nonce) = (subject, query["nonce"].ToString());
        return QueryHelpers.AddQueryString(query["redirect_uri"].ToString(), new Dictionary<string, string?> { ["code"] = "some-code", ["state"] = query["state"] });
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _rsa.Dispose();
    }

    private string IdToken() => new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
    {
        Issuer = Issuer,
        Audience = "liaison",
        Claims = new Dictionary<string, object> { ["sub"] = _subject, ["nonce"] = _nonce },
        SigningCredentials = new SigningCredentials(new RsaSecurityKey(_rsa) { KeyId = "1" }, SecurityAlgorithms.RsaSha256),
    });
}
