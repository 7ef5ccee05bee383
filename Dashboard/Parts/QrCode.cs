using QRCoder;

namespace VoterLiaison.Dashboard.Parts;

/// <summary>What a phone's camera shall read, as a picture in the page itself.</summary>
internal static class QrCode
{
    /// <summary>Black on white in the dark as well: a camera reads it so.</summary>
    public static string Svg(string text)
    {
        using var made = new QRCodeGenerator();
        using var data = made.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
        using var picture = new SvgQRCode(data);
        return picture.GetGraphic(4, "#000", "#fff", drawQuietZones: true, SvgQRCode.SizingMode.ViewBoxAttribute);
    }
}
