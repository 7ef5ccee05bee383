using QRCoder;
using SkiaSharp;

namespace VoterLiaison.Dashboard.Submissions;

/// <summary>A receipt as a picture, to be kept in a phone. Where the server has no Chinese letters, it draws number, code and QR code alone.</summary>
internal static class ReceiptPicture
{
    private const int Width = 720;
    private const int Height = 1060;
    private const int Edge = 36;
    private const int QrSide = 380;

    private static readonly SKColor Ink = new(0x1b, 0x24, 0x33);
    private static readonly SKColor Quiet = new(0x40, 0x4a, 0x5c);
    private static readonly SKColor Line = new(0x1f, 0x3b, 0x60);

    /// <param name="receipt">With its code.</param>
    /// <param name="link">What the QR code holds.</param>
    /// <param name="title">The name over the public pages.</param>
    /// <param name="where">The day and the station, in words.</param>
    public static byte[] Draw(IssuedReceipt receipt, string link, string title, string where)
    {
        using var surface = SKSurface.Create(new SKImageInfo(Width, Height));
        var canvas = surface.Canvas;
        canvas.Clear(SKColors.White);
        Frame(canvas);
        var chinese = ChineseLetters.Face;
        Write(chinese, title, 84, 28, Quiet);
        Write(chinese, "意见回执", 140, 44, Ink);
        Write(chinese, "编号", 205, 26, Quiet);
        Dots(canvas, receipt.Number, 222, 5);
        Write(chinese, "查询码", 318, 26, Quiet);
        var code = receipt.Code.Split(' ');
        Dots(canvas, $"{code[0]} {code[1]}", 338, 6);
        Dots(canvas, $"{code[2]} {code[3]}", 402, 6);
        Qr(canvas, link);
        Write(chinese, "扫码查回音，不用再输编号", 920, 26, Quiet);
        Write(chinese, where, 966, 26, Quiet);
        Write(chinese, "查询码只给您一次，请不要给别人看", 1008, 24, Quiet);
        using var picture = surface.Snapshot();
        using var png = picture.Encode(SKEncodedImageFormat.Png, 100);
        return png.ToArray();

        void Write(SKTypeface? face, string text, float y, float size, SKColor colour)
        {
            if (face is null)
            {
                return;
            }

            using var font = new SKFont(face, size);
            using var paint = new SKPaint { Color = colour, IsAntialias = true };
            var width = font.MeasureText(text);
            font.Size = width > Width - (4 * Edge) ? size * (Width - (4 * Edge)) / width : size;
            canvas.DrawText(text, Width / 2f, y, SKTextAlign.Center, font, paint);
        }
    }

    private static void Frame(SKCanvas canvas)
    {
        using var stroke = new SKPaint { Color = Line, Style = SKPaintStyle.Stroke, StrokeWidth = 4 };
        canvas.DrawRect(20, 20, Width - 40, Height - 40, stroke);
        stroke.StrokeWidth = 1.5f;
        canvas.DrawRect(30, 30, Width - 60, Height - 60, stroke);
    }

    /// <summary>In letters of dots, which need no font: I, L, O and U do not occur, and nothing looks like anything else.</summary>
    private static void Dots(SKCanvas canvas, string text, float top, float dot)
    {
        using var ink = new SKPaint { Color = Ink };
        var left = (Width - (((text.Length * (DotLetters.Width + 1)) - 1) * dot)) / 2;
        foreach (var (place, sign) in text.Index())
        {
            foreach (var (column, row) in DotLetters.Of(sign))
            {
                canvas.DrawRect(left + (((place * (DotLetters.Width + 1)) + column) * dot), top + (row * dot), dot, dot, ink);
            }
        }
    }

    private static void Qr(SKCanvas canvas, string link)
    {
        using var made = new QRCodeGenerator();
        using var data = made.CreateQrCode(link, QRCodeGenerator.ECCLevel.M);
        using var black = new SKPaint { Color = SKColors.Black };
        var modules = data.ModuleMatrix;
        var size = (float)QrSide / modules.Count;
        var (left, top) = ((Width - QrSide) / 2f, 475f);
        for (var row = 0; row < modules.Count; row++)
        {
            for (var column = 0; column < modules.Count; column++)
            {
                if (modules[row][column])
                {
                    canvas.DrawRect(left + (column * size), top + (row * size), size + .3f, size + .3f, black);
                }
            }
        }
    }
}
