using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace VoterLiaison.Dashboard.Data;

/// <summary>
/// A backup is one file: the database, as any program for SQLite opens it; behind its last page, which such programs do not look past, the manifest as a line of JSON;
/// and a last line with the SHA-256 of all before it.
/// </summary>
internal static partial class BackupFile
{
    /// <summary>Stands in the header of the database, so that a file that lost its end is known from a copy made by hand.</summary>
    public const int Mark = 0x4C424B31;

    private const int MarkAt = 68;
    private const int HeaderLength = 100;
    private const int LastLineLength = 91;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Appends the manifest and the SHA-256 to a database, and brings all of it to the disk.</summary>
    /// <returns>The SHA-256 of the whole file, as sha256sum says it.</returns>
    public static async Task<string> SealAsync(string path, BackupManifest manifest, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await HashAsync(file, file.Length, hash, cancellationToken);
        byte[] line = [.. "\n"u8, .. JsonSerializer.SerializeToUtf8Bytes(manifest, Json), .. "\n"u8];
        hash.AppendData(line);
        var last = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"liaison-backup {line.Length:D10} {Convert.ToHexStringLower(hash.GetCurrentHash())}\n"));
        hash.AppendData(last);
        await file.WriteAsync(line, cancellationToken);
        await file.WriteAsync(last, cancellationToken);
        file.Flush(flushToDisk: true);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Reads the whole file once. A database copied by hand, or by a version before, has no manifest.</summary>
    /// <exception cref="IOException">It is not there, is no database, lost its end, or is not what was written.</exception>
    public static async Task<(BackupManifest? Manifest, long DatabaseLength, string Sha256)> ReadAsync(string path, CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
        {
            throw new IOException($"没有找到文件 {path}。");
        }

        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        var header = new byte[HeaderLength];
        if (await file.ReadAtLeastAsync(header, HeaderLength, throwOnEndOfStream: false, cancellationToken) < HeaderLength || !header.AsSpan().StartsWith("SQLite format 3\0"u8))
        {
            throw new IOException($"{path} 不是本系统的备份，或开头已经损坏。");
        }

        var said = await LastLineAsync(file, cancellationToken);
        if (!said.Success && BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(MarkAt)) == Mark)
        {
            throw new IOException($"{path} 不完整：末尾的清单不见了，可能没有拷贝完。请另取一份备份。");
        }

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        file.Position = 0;
        await HashAsync(file, said.Success ? file.Length - LastLineLength : file.Length, hash, cancellationToken);
        if (!said.Success)
        {
            return (null, file.Length, Convert.ToHexStringLower(hash.GetHashAndReset()));
        }

        var lineLength = int.Parse(said.Groups["length"].ValueSpan, CultureInfo.InvariantCulture);
        if (said.Groups["hash"].Value != Convert.ToHexStringLower(hash.GetCurrentHash()) || lineLength > file.Length - LastLineLength)
        {
            throw new IOException($"{path} 已经损坏：内容与写出时的 SHA-256 不符。请另取一份备份。");
        }

        var line = new byte[lineLength];
        file.Position = file.Length - LastLineLength - lineLength;
        await file.ReadExactlyAsync(line, cancellationToken);
        hash.AppendData(Encoding.ASCII.GetBytes(said.Value));
        return (JsonSerializer.Deserialize<BackupManifest>(line, Json), file.Length - LastLineLength - lineLength, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    private static async Task<Match> LastLineAsync(FileStream file, CancellationToken cancellationToken)
    {
        var last = new byte[Math.Min(LastLineLength, file.Length)];
        file.Position = file.Length - last.Length;
        await file.ReadExactlyAsync(last, cancellationToken);
        return LastLine().Match(Encoding.Latin1.GetString(last));
    }

    private static async Task HashAsync(FileStream file, long length, IncrementalHash hash, CancellationToken cancellationToken)
    {
        var buffer = new byte[1 << 20];
        for (var left = length; left > 0;)
        {
            var read = await file.ReadAsync(buffer.AsMemory(0, (int)Math.Min(left, buffer.Length)), cancellationToken);
            hash.AppendData(buffer, 0, read > 0 ? read : throw new EndOfStreamException());
            left -= read;
        }
    }

    [GeneratedRegex(@"^liaison-backup (?<length>\d{10}) (?<hash>[0-9a-f]{64})\n\z")]
    private static partial Regex LastLine();
}
