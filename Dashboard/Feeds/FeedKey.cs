using System.Security.Cryptography;
using System.Text;

namespace VoterLiaison.Dashboard.Feeds;

/// <summary>The secret part of an address: 256 random bits, of which only the hash is kept.</summary>
internal static class FeedKey
{
    public const int Bytes = 32;

    public static string HashOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
