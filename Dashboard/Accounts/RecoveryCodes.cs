using System.Security.Cryptography;
using System.Text;

namespace VoterLiaison.Dashboard.Accounts;

/// <summary>恢复码: each signs in once where the phone is lost. Shown once; only their hashes are kept.</summary>
internal static class RecoveryCodes
{
    private const int Many = 10;
    private const string Letters = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"; // none that looks like another

    public static IReadOnlyList<string> New() => [.. Enumerable.Range(0, Many).Select(_ => $"{Part()}-{Part()}-{Part()}")];

    /// <summary>A code of 74 random bits needs no slower hash.</summary>
    public static string HashOf(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Plain(code))));

    /// <summary>As it was typed, without what people put between: spaces and hyphens.</summary>
    public static string Plain(string code) => string.Concat(code.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();

    private static string Part() => RandomNumberGenerator.GetString(Letters, 5);
}
