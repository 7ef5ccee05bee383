using System.Text;
using SkiaSharp;
using VoterLiaison.Domain.Rules;

namespace VoterLiaison.Dashboard.Pictures;

public sealed class DarkroomTests : IDisposable
{
    private readonly Darkroom _darkroom = new();

    public void Dispose() => _darkroom.Dispose();

    [Fact]
    public async Task Where_a_photo_was_taken_and_by_what_is_left_behind()
    {
        var photo = SomePhoto.WithPlace();
        Assert.Contains(SomePhoto.Camera, Encoding.Latin1.GetString(photo), StringComparison.Ordinal);

        var developed = await DevelopAsync(photo);

        var left = Encoding.Latin1.GetString(developed.Content);
        Assert.DoesNotContain(SomePhoto.Camera, left, StringComparison.Ordinal);
        Assert.DoesNotContain("Exif", left, StringComparison.Ordinal);
        Assert.DoesNotContain("ICC_PROFILE", left, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("jpeg")]
    [InlineData("png")]
    [InlineData("webp")]
    public async Task Whatever_kind_of_photo_comes_a_jpeg_is_kept(string kind)
    {
        var developed = await DevelopAsync(kind switch { "jpeg" => SomePhoto.Jpeg(), "png" => SomePhoto.Png(), _ => SomePhoto.WebP() });

        Assert.Equal(PhotoKind.Jpeg, PhotoFile.KindOf(developed.Content));
        Assert.Equal((320, 200), (developed.Width, developed.Height));
    }

    [Theory]
    [InlineData(1, 320, 200, 0.1, 0.5)]
    [InlineData(2, 320, 200, 0.9, 0.5)]
    [InlineData(3, 320, 200, 0.9, 0.5)]
    [InlineData(4, 320, 200, 0.1, 0.5)]
    [InlineData(5, 200, 320, 0.5, 0.1)]
    [InlineData(6, 200, 320, 0.5, 0.1)]
    [InlineData(7, 200, 320, 0.5, 0.9)]
    [InlineData(8, 200, 320, 0.5, 0.9)]
    public async Task However_the_phone_was_held_the_picture_stands_upright(int orientation, int width, int height, double redX, double redY)
    {
        var developed = await DevelopAsync(SomePhoto.WithPlace(orientation));

        using var picture = SKBitmap.Decode(developed.Content);
        Assert.Equal((width, height), (picture.Width, picture.Height));
        var (there, across) = (picture.GetPixel((int)(width * redX), (int)(height * redY)), picture.GetPixel((int)(width * (1 - redX)), (int)(height * (1 - redY))));
        Assert.True(there.Red > 200 && there.Blue < 60 && across.Blue > 200 && across.Red < 60, $"{there} {across}");
    }

    [Fact]
    public async Task A_large_photo_is_made_smaller()
    {
        var developed = await DevelopAsync(SomePhoto.Jpeg(4000, 3000));

        Assert.Equal((1600, 1200), (developed.Width, developed.Height));
    }

    [Fact]
    public async Task What_a_phone_puts_behind_its_photo_is_no_reason_to_refuse_it() =>
        Assert.Equal(320, (await DevelopAsync([.. SomePhoto.Jpeg(), 0, 0, 0, 24, .. "ftypmp42 and a short film"u8])).Width);

    public static TheoryData<string, byte[], string> Refused { get; } = new()
    {
        { "a picture and an archive at once", SomePhoto.PngAndZip(), "除了照片还有别的内容" },
        { "a jpeg and an archive at once", [.. SomePhoto.Jpeg(), .. SomePhoto.PngAndZip()[SomePhoto.Png().Length..]], "除了照片还有别的内容" },
        { "a page behind a picture", [.. SomePhoto.Jpeg(), .. "<ScRiPt>alert(1)</script>"u8], "除了照片还有别的内容" },
        { "a page within a picture's comment", [0xFF, 0xD8, 0xFF, 0xFE, 0, 24, .. "<script>alert(1)//-->"u8, (byte)' ', .. SomePhoto.Jpeg()[2..]], "除了照片还有别的内容" },
        { "anything behind a png", [.. SomePhoto.Png(), .. "secret"u8], "除了照片还有别的内容" },
        { "a bomb", SomePhoto.Bomb(), "太大（60000×60000）" },
        { "a drawing with a script", [.. "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"u8], "不是照片" },
        { "a page", [.. "<!doctype html><p>hello"u8], "不是照片" },
        { "a moving GIF", [.. "GIF89a..."u8], "不是照片" },
        { "an iPhone's own kind", [0, 0, 0, 24, .. "ftypheic....mif1heic"u8], "HEIC格式" },
        { "nothing", [], "是空的" },
        { "half a photo", SomePhoto.Jpeg(1200, 900)[..4000], "打不开" },
        { "too many bytes", new byte[Darkroom.LargestFile + 1], "超过10 MB" },
    };

    [Theory]
    [MemberData(nameof(Refused), DisableDiscoveryEnumeration = true)]
    public async Task What_is_not_a_photo_and_nothing_but_a_photo_is_refused_with_a_reason(string what, byte[] file, string sentence) =>
        Assert.True((await Assert.ThrowsAsync<RuleBrokenException>(() => DevelopAsync(file))).Message.Contains(sentence, StringComparison.Ordinal), what);

    [Fact]
    public async Task The_one_that_is_refused_is_named_by_its_place()
    {
        var refused = await Assert.ThrowsAsync<RuleBrokenException>(() => DevelopAsync(SomePhoto.Jpeg(), [1, 2, 3]));

        Assert.StartsWith("第2张照片", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_than_asked_for_are_refused() =>
        Assert.Equal("最多传3张照片，现在选了4张。", (await Assert.ThrowsAsync<RuleBrokenException>(() => DevelopAsync(SomePhoto.Jpeg(), SomePhoto.Jpeg(), SomePhoto.Jpeg(), SomePhoto.Jpeg()))).Message);

    private async Task<Developed> DevelopAsync(params byte[][] files) =>
        (await _darkroom.DevelopAsync([.. files.Select(file => new MemoryStream(file))], 3, TestContext.Current.CancellationToken))[0];
}
