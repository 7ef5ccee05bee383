using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using VoterLiaison.Dashboard.Data.Accounts;

namespace VoterLiaison.Dashboard.Accounts;

/// <summary>动态验证码 by RFC 6238, as every authenticator app makes it: six digits of HMAC-SHA1 over the half minute.</summary>
/// <remarks>Identity's own check accepts a code for minutes, as often as it comes; this one remembers the last half minute that opened something.</remarks>
internal static class OneTimeCode
{
    private const int Seconds = 30;
    private const int Drift = 1; // half minutes that a phone's clock may be off
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>A new key of 160 bits in Base32, as apps take it.</summary>
    public static string NewKey() => RandomNumberGenerator.GetString(Letters, 32);

    /// <summary>Whether a code opens the account now. It does so once: neither it nor an older one opens anything afterwards.</summary>
    public static bool Opens(Account account, string key, string code, DateTimeOffset now)
    {
        var last = long.TryParse(account.LastCode, CultureInfo.InvariantCulture, out var used) ? used : 0;
        var current = now.ToUnixTimeSeconds() / Seconds;
        for (var step = current - Drift; step <= current + Drift; step++)
        {
            if (step > last && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(At(key, step)), Encoding.UTF8.GetBytes(code)))
            {
                account.LastCode = step.ToString(CultureInfo.InvariantCulture);
                return true;
            }
        }

        return false;
    }

    internal static string At(string key, DateTimeOffset moment) => At(key, moment.ToUnixTimeSeconds() / Seconds);

    private static string At(string key, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // The standard says SHA-1, and its use in HMAC is sound.
        var hash = HMACSHA1.HashData(Bytes(key), counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xf)) & int.MaxValue;
        return (number % 1_000_000).ToString("000000", CultureInfo.InvariantCulture);
    }

    private static byte[] Bytes(string key)
    {
        var bytes = new List<byte>();
        var (bits, many) = (0, 0);
        foreach (var letter in key)
        {
            bits = ((bits << 5) | Letters.IndexOf(letter, StringComparison.Ordinal)) & 0xffff;
            many += 5;
            if (many >= 8)
            {
                many -= 8;
                bytes.Add((byte)(bits >> many));
            }
        }

        return [.. bytes];
    }
}
