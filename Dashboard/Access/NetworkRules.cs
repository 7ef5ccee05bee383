namespace VoterLiaison.Dashboard.Access;

/// <summary>How the site is reached.</summary>
public sealed class NetworkRules
{
    public const string Section = "Network";

    /// <summary>Browsers reach the site by https only, here or at the proxy before it: cookies are then bound to it (<c>__Host-</c>).</summary>
    public bool Https { get; init; }

    /// <summary>Addresses of the proxies whose word on the reader's address and scheme is believed; empty believes none.</summary>
    public string[] TrustedProxies { get; init; } = [];

    /// <summary>Other sites whose pages may connect to the hub with a display key, as <c>https://screen.example</c>.</summary>
    public string[] AllowedOrigins { get; init; } = [];
}
