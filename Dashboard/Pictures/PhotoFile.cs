using System.Buffers.Binary;

namespace VoterLiaison.Dashboard.Pictures;

/// <summary>What a file is by its content, whatever it is called, and whether it is that alone.</summary>
internal static class PhotoFile
{
    private const int FirstBytes = 1024; // readers of PDF look for its mark so far in
    private const int EndRecord = 22;
    private const int LongestComment = ushort.MaxValue;

    public static PhotoKind KindOf(ReadOnlySpan<byte> file) => file switch
    {
        [0xFF, 0xD8, 0xFF, ..] => PhotoKind.Jpeg,
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => PhotoKind.Png,
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => PhotoKind.WebP,
        [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', (byte)'h' or (byte)'m', (byte)'e' or (byte)'i' or (byte)'s', ..] => PhotoKind.Heic,
        _ => PhotoKind.None,
    };

    /// <summary>An archive, a document or a page is in the file as well; or something stands behind the picture that no camera puts there.</summary>
    public static bool HoldsSomethingElse(ReadOnlySpan<byte> file, PhotoKind kind) =>
        IsArchive(file) || HoldsPage(file) || file[..Math.Min(file.Length, FirstBytes)].IndexOf("%PDF-"u8) >= 0 || !IsOfCamera(file[EndOf(file, kind)..], kind);

    /// <summary>A ZIP is read from its end, so that it may begin as anything.</summary>
    private static bool IsArchive(ReadOnlySpan<byte> file)
    {
        var tail = file[Math.Max(0, file.Length - EndRecord - LongestComment)..];
        for (int found; (found = tail.IndexOf("PK\x05\x06"u8)) >= 0; tail = tail[(found + 1)..])
        {
            if (found + EndRecord <= tail.Length && BinaryPrimitives.ReadUInt16LittleEndian(tail[(found + 20)..]) + EndRecord <= tail.Length - found)
            {
                return true;
            }
        }

        return false;
    }

    private static bool HoldsPage(ReadOnlySpan<byte> file)
    {
        for (int found; (found = file.IndexOf((byte)'<')) >= 0; file = file[(found + 1)..])
        {
            var rest = file[(found + 1)..];
            if (Begins(rest, "script"u8) || Begins(rest, "html>"u8) || Begins(rest, "html "u8) || Begins(rest, "!doctype html"u8) || Begins(rest, "?php "u8) || Begins(rest, "svg "u8))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Begins(ReadOnlySpan<byte> text, ReadOnlySpan<byte> with)
    {
        if (text.Length < with.Length)
        {
            return false;
        }

        for (var i = 0; i < with.Length; i++)
        {
            if ((text[i] is >= (byte)'A' and <= (byte)'Z' ? text[i] | 0x20 : text[i]) != with[i])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Phones put a film, a second picture or their own notes behind a JPEG; and anything may be filled up with zeros.</summary>
    private static bool IsOfCamera(ReadOnlySpan<byte> behind, PhotoKind kind)
    {
        var said = behind.TrimStart((byte)0);
        return said.IsEmpty
            || (kind is PhotoKind.Jpeg && (said is [0xFF, 0xD8, 0xFF, ..] || behind.EndsWith("SEFT"u8) || behind[..Math.Min(behind.Length, 64)].IndexOf("ftyp"u8) >= 0));
    }

    /// <summary>Where the picture itself ends; the whole length where it never does, which decoding finds out.</summary>
    private static int EndOf(ReadOnlySpan<byte> file, PhotoKind kind) => Math.Min(file.Length, kind switch
    {
        PhotoKind.Png => EndOfPng(file),
        PhotoKind.WebP => (int)Math.Min(int.MaxValue, 8L + BinaryPrimitives.ReadUInt32LittleEndian(file[4..]) + (file[4] & 1)),
        _ => EndOfJpeg(file),
    });

    private static int EndOfPng(ReadOnlySpan<byte> file)
    {
        for (long at = 8; at + 12 <= file.Length;)
        {
            var chunk = file[(int)at..];
            at += 12L + BinaryPrimitives.ReadUInt32BigEndian(chunk);
            if (chunk[4..].StartsWith("IEND"u8))
            {
                return (int)Math.Min(at, file.Length);
            }
        }

        return file.Length;
    }

    private static int EndOfJpeg(ReadOnlySpan<byte> file)
    {
        var at = 2;
        while (at + 1 < file.Length)
        {
            if (file[at] is not 0xFF || file[at + 1] is 0 or 0xFF or (>= 0xD0 and <= 0xD7) or 0x01)
            {
                at++; // within a scan, or filling
            }
            else if (file[at + 1] is 0xD9)
            {
                return at + 2;
            }
            else
            {
                at += at + 4 <= file.Length ? 2 + BinaryPrimitives.ReadUInt16BigEndian(file[(at + 2)..]) : 2;
            }
        }

        return file.Length;
    }
}

internal enum PhotoKind
{
    None,
    Jpeg,
    Png,
    WebP,
    Heic,
}
