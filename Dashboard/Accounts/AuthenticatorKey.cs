namespace VoterLiaison.Dashboard.Accounts;

/// <summary>The key of an authenticator app, as the address behind a picture and as text.</summary>
internal static class AuthenticatorKey
{
    public static string AddressOf(string key, string userName, string office) =>
        $"otpauth://totp/{Uri.EscapeDataString(office)}:{Uri.EscapeDataString(userName)}?secret={key}&issuer={Uri.EscapeDataString(office)}&digits=6&period=30";

    public static string InGroups(string key) => string.Join(' ', key.Chunk(4).Select(letters => new string(letters)));
}
