using System.Security.Cryptography;
using System.Text;

namespace VoterLiaison.Dashboard.Data;

/// <summary>The key by which the codes of receipts are hashed. There is one; without it no receipt can be read any more, so it lies in the backup with the rest.</summary>
public sealed class ReceiptSecret(byte[] key)
{
    public const int TheOne = 1;

    public int Id { get; private set; } = TheOne;

    public byte[] Key { get; private set; } = key;

    public static ReceiptSecret Make() => new(RandomNumberGenerator.GetBytes(HMACSHA256.HashSizeInBytes));

    /// <summary>What is kept of a code instead of the code.</summary>
    /// <param name="number">The receipt's number.</param>
    /// <param name="signs">The sixteen signs of its code, without spaces.</param>
    public byte[] HashOf(string number, string signs) => HMACSHA256.HashData(Key, Encoding.UTF8.GetBytes($"{number}:{signs}"));
}
