namespace VoterLiaison.Dashboard.Data;

/// <summary>The key by which the codes of receipts are hashed. There is one; without it no receipt can be read any more, so it lies in the backup with the rest.</summary>
public sealed class ReceiptSecret(byte[] key)
{
    public const int TheOne = 1;

    public int Id { get; private set; } = TheOne;

    public byte[] Key { get; private set; } = key;
}
