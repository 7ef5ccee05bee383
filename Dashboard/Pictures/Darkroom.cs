using SkiaSharp;
using VoterLiaison.Domain.Rules;

namespace VoterLiaison.Dashboard.Pictures;

/// <summary>Makes photos anew: of what somebody uploads only the pixels go on. Where and when it was taken, by which device, and whatever else was in the file, is left behind.</summary>
public sealed class Darkroom : IDisposable
{
    /// <summary>In bytes. A phone's own photo is under it.</summary>
    public const int LargestFile = 10 * 1024 * 1024;

    /// <summary>The longer side of what is kept.</summary>
    public const int LongestSide = 1600;

    /// <summary>Read from the header before anything is unpacked: a small file may claim a picture that fills the memory.</summary>
    internal const long MostPixels = 64_000_000;

    private const int Quality = 85;

    private readonly SemaphoreSlim _table = new(1, 1); // one at a time: each takes up to some hundred megabytes for a moment

    /// <summary>Develops what was uploaded, in that order.</summary>
    /// <param name="uploads">Each is read to its end, and not closed.</param>
    /// <param name="most">How many there may be.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="RuleBrokenException">There are too many; or one is too large, no photo by its content, damaged, or something else besides.</exception>
    public async Task<IReadOnlyList<Developed>> DevelopAsync(IReadOnlyList<Stream> uploads, int most, CancellationToken cancellationToken = default)
    {
        Rule.Require(uploads.Count <= most, $"最多传{most}张照片，现在选了{uploads.Count}张。");
        var developed = new List<Developed>(uploads.Count);
        foreach (var (place, upload) in uploads.Index())
        {
            var which = uploads.Count == 1 ? "这张照片" : $"第{place + 1}张照片";
            var file = await ReadAsync(upload, which, cancellationToken);
            await _table.WaitAsync(cancellationToken);
            try
            {
                developed.Add(await Task.Run(() => Develop(file, which), cancellationToken));
            }
            finally
            {
                _table.Release();
            }
        }

        return developed;
    }

    public void Dispose() => _table.Dispose();

    private static async Task<byte[]> ReadAsync(Stream upload, string which, CancellationToken cancellationToken)
    {
        using var file = new MemoryStream();
        var buffer = new byte[64 * 1024];
        int read;
        while ((read = await upload.ReadAsync(buffer, cancellationToken)) > 0)
        {
            file.Write(buffer, 0, read);
            Rule.Require(file.Length <= LargestFile, $"{which}超过10 MB。请在手机里改小，或者截一张图再传。");
        }

        return file.ToArray();
    }

    private static Developed Develop(byte[] file, string which)
    {
        RequirePhoto(file, which);
        using var data = SKData.CreateCopy(file);
        using var negative = SKCodec.Create(data) ?? throw new RuleBrokenException($"{which}打不开，可能没有传完整。请重新选一次。");
        var size = negative.Info;
        Rule.Require((long)size.Width * size.Height <= MostPixels, $"{which}太大（{size.Width}×{size.Height}），读不了。请截一张图再传。");
        using var colours = SKColorSpace.CreateSrgb();
        var scaled = negative.GetScaledDimensions(Math.Min(1f, 2f * LongestSide / Math.Max(size.Width, size.Height)));
        using var raw = new SKBitmap(new SKImageInfo(scaled.Width, scaled.Height, SKColorType.Rgba8888, SKAlphaType.Premul, colours));
        Rule.Require(negative.GetPixels(raw.Info, raw.GetPixels()) is SKCodecResult.Success, $"{which}打不开，可能没有传完整。请重新选一次。");
        return Print(raw, negative.EncodedOrigin);
    }

    private static void RequirePhoto(byte[] file, string which)
    {
        Rule.Require(file.Length > 0, $"{which}是空的。请重新选一次。");
        var kind = PhotoFile.KindOf(file);
        Rule.Require(kind is not PhotoKind.Heic, $"{which}是HEIC格式，这里读不了。请截一张图再传，或者在手机的相机设置里选“兼容性最佳”。");
        Rule.Require(kind is not PhotoKind.None, $"{which}不是照片。能收JPEG、PNG和WebP格式的照片。");
        Rule.Require(!PhotoFile.HoldsSomethingElse(file, kind), $"{which}的文件里除了照片还有别的内容，为了安全没有收。请截一张图再传。");
    }

    /// <summary>Upright, no larger than needed, on white, and with nothing in it but pixels.</summary>
    private static Developed Print(SKBitmap raw, SKEncodedOrigin origin)
    {
        var turned = origin is SKEncodedOrigin.LeftTop or SKEncodedOrigin.RightTop or SKEncodedOrigin.RightBottom or SKEncodedOrigin.LeftBottom;
        var (width, height) = turned ? (raw.Height, raw.Width) : (raw.Width, raw.Height);
        var scale = Math.Min(1f, (float)LongestSide / Math.Max(width, height));
        var info = new SKImageInfo(Math.Max(1, (int)Math.Round(width * scale)), Math.Max(1, (int)Math.Round(height * scale)), SKColorType.Rgba8888, SKAlphaType.Premul, raw.ColorSpace);
        using var paper = new SKBitmap(info);
        using (var canvas = new SKCanvas(paper))
        {
            using var image = SKImage.FromBitmap(raw);
            canvas.Clear(SKColors.White);
            canvas.Scale((float)info.Width / width, (float)info.Height / height);
            canvas.Concat(Upright(origin, width, height));
            canvas.DrawImage(image, 0, 0, new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        }

        using var pixels = paper.PeekPixels().WithColorSpace(null!); // no colour profile either: it is plain sRGB
        using var jpeg = pixels.Encode(new SKJpegEncoderOptions(Quality)) ?? throw new InvalidOperationException("Skia could not write a JPEG.");
        return new Developed(jpeg.ToArray(), info.Width, info.Height);
    }

    /// <summary>What the camera noted of how it was held (EXIF orientation 1–8), undone. Width and height are those of the upright picture.</summary>
    private static SKMatrix Upright(SKEncodedOrigin origin, float width, float height) => origin switch
    {
        SKEncodedOrigin.TopRight => new SKMatrix(-1, 0, width, 0, 1, 0, 0, 0, 1),
        SKEncodedOrigin.BottomRight => new SKMatrix(-1, 0, width, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.BottomLeft => new SKMatrix(1, 0, 0, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.LeftTop => new SKMatrix(0, 1, 0, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightTop => new SKMatrix(0, -1, width, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightBottom => new SKMatrix(0, -1, width, -1, 0, height, 0, 0, 1),
        SKEncodedOrigin.LeftBottom => new SKMatrix(0, 1, 0, -1, 0, height, 0, 0, 1),
        _ => SKMatrix.Identity,
    };
}

/// <param name="Content">A JPEG without metadata.</param>
/// <param name="Width">In pixels, upright.</param>
/// <param name="Height">In pixels, upright.</param>
public sealed record Developed(byte[] Content, int Width, int Height);
