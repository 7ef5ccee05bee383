using System.ComponentModel.DataAnnotations;

namespace VoterLiaison.Dashboard.Access;

/// <summary>单点登录 of the district by OpenID Connect. Off, and asking nobody anything, until an authority is set.</summary>
public sealed class SingleSignOnRules : IValidatableObject
{
    public const string Section = "OpenIdConnect";

    /// <summary>The provider's address; https, or this very machine. Empty: off.</summary>
    public string Authority { get; init; } = "";

    /// <summary>What the provider calls this site.</summary>
    public string ClientId { get; init; } = "";

    /// <summary>What the site proves itself with; better set as an environment variable.</summary>
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
