using System.IO.Compression;
using System.Text;
using SkiaSharp;

namespace VoterLiaison.Dashboard.Pictures;

/// <summary>Files as a phone, or somebody who means no good, would upload them.</summary>
internal static class SomePhoto
{
    /// <summary>Its name stands in the metadata of every camera.</summary>
    public const string Camera = "Kamera-Xinghai-7";

    /// <summary>Red on the left, blue on the right.</summary>
    public static byte[] Jpeg(int width = 320, int height = 200) => Drawn(width, height, SKEncodedImageFormat.Jpeg);

    public static byte[] Png(int width = 320, int height = 200) => Drawn(width, height, SKEncodedImageFormat.Png);

    public static byte[] WebP(int width = 320, int height = 200) => Drawn(width, height, SKEncodedImageFormat.Webp);

    /// <summary>A JPEG in whose EXIF stand the camera, how it was held, and 39°54′20″ N 116°10′30″ E.</summary>
    public static byte[] WithPlace(int orientation = 1, int width = 320, int height = 200)
    {
        var (jpeg, exif) = (Jpeg(width, height), Exif(orientation));
        return [0xFF, 0xD8, 0xFF, 0xE1, (byte)((exif.Length + 2) >> 8), (byte)(exif.Length + 2), .. exif, .. jpeg[2..]];
    }

    /// <summary>Opens as a picture and as an archive.</summary>
    public static byte[] PngAndZip()
    {
        using var archive = new MemoryStream();
        using (var zip = new ZipArchive(archive, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = new StreamWriter(zip.CreateEntry("a.js").Open());
            entry.Write("alert(1)");
        }

        return [.. Png(), .. archive.ToArray()];
    }

    /// <summary>Some hundred bytes that claim to be 60,000 × 60,000 pixels.</summary>
    public static byte[] Bomb()
    {
        var header = new byte[13];
        (header[2], header[3], header[6], header[7]) = (0xEA, 0x60, 0xEA, 0x60);
        (header[8], header[9]) = (8, 6);
        return [0x89, .. "PNG\r\n\u001a\n"u8, .. Chunk("IHDR", header), .. Chunk("IDAT", Deflated(new byte[10_000])), .. Chunk("IEND", [])];
    }

    private static byte[] Drawn(int width, int height, SKEncodedImageFormat format)
    {
        using var surface = SKSurface.Create(new SKImageInfo(width, height));
        using var paint = new SKPaint { Color = SKColors.Red };
        surface.Canvas.Clear(SKColors.Blue);
        surface.Canvas.DrawRect(0, 0, width / 2f, height, paint);
        using var image = surface.Snapshot();
        using var data = image.Encode(format, 90);
        return data.ToArray();
    }

    private static byte[] Exif(int orientation)
    {
        using var tiff = new MemoryStream();
        using var write = new BinaryWriter(tiff);
        write.Write("II*\0"u8);
        write.Write(8);
        write.Write((short)3); // IFD0: the camera, the orientation, where the GPS directory is
        Entry(0x010F, 2, Camera.Length + 1, 50);
        Entry(0x0112, 3, 1, orientation);
        Entry(0x8825, 4, 1, 80);
        write.Write(0);
        write.Write(Encoding.ASCII.GetBytes(Camera + "\0"));
        write.Write(new byte[80 - (int)tiff.Position]);
        write.Write((short)4); // GPS: 39°54′20″ N, 116°10′30″ E
        Entry(1, 2, 2, 'N');
        Entry(2, 5, 3, 140);
        Entry(3, 2, 2, 'E');
        Entry(4, 5, 3, 164);
        write.Write(0);
        write.Write(new byte[140 - (int)tiff.Position]);
        foreach (var part in (int[])[39, 54, 20, 116, 10, 30])
        {
            write.Write(part);
            write.Write(1);
        }

        return [.. "Exif\0\0"u8, .. tiff.ToArray()];

        void Entry(int tag, short type, int count, int value)
        {
            write.Write((ushort)tag);
            write.Write(type);
            write.Write(count);
            write.Write(value);
        }
    }

    private static byte[] Chunk(string type, byte[] content)
    {
        byte[] body = [.. Encoding.ASCII.GetBytes(type), .. content];
        return [.. BigEndian((uint)content.Length), .. body, .. BigEndian(Crc(body))];
    }

    private static byte[] Deflated(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal))
        {
            zlib.Write(content);
        }

        return packed.ToArray();
    }

    private static byte[] BigEndian(uint number) => [(byte)(number >> 24), (byte)(number >> 16), (byte)(number >> 8), (byte)number];

    private static uint Crc(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var one in bytes)
        {
            crc ^= one;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc >> 1) ^ ((crc & 1) * 0xEDB88320);
            }
        }

        return ~crc;
    }
}
