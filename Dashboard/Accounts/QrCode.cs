using QRCoder;

namespace VoterLiaison.Dashboard.Accounts;

/// <summary>The key of an authenticator app, as a picture in the page itself and as text.</summary>
internal static class QrCode
{
    public static string AddressOf(string key, string userName, string office) =>
        $"otpauth://totp/{Uri.EscapeDataString(office)}:{Uri.EscapeDataString(userName)}?secret={key}&issuer={Uri.EscapeDataString(office)}&digits=6&period=30";

    /// <summary>Black on white in the dark as well: a camera reads it so.</summary>
    public static string Svg(string text)
    {
        using var made = new QRCodeGenerator();
        using var data = made.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
        using var picture = new SvgQRCode(data);
        return picture.GetGraphic(4, "#000", "#fff", drawQuietZones: true, SvgQRCode.SizingMode.ViewBoxAttribute);
    }

    public static string InGroups(string key) => string.Join(' ', key.Chunk(4).Select(letters => new string(letters)));
}
