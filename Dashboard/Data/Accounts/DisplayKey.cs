namespace VoterLiaison.Dashboard.Data.Accounts;

/// <summary>大屏密钥: lets a screen on the wall read the live counts and nothing else. The key itself is shown once; only its hash is kept. Moments are UTC.</summary>
public sealed class DisplayKey(string name, string hint, string hash, DateTime createdAt, string createdBy)
{
    public int Id { get; private set; }

    /// <summary>Where the screen hangs.</summary>
    public string Name { get; private set; } = name;

    /// <summary>The first characters, by which a key in a configuration is recognised.</summary>
    public string Hint { get; private set; } = hint;

    /// <summary>SHA-256 of the key; a key of 256 random bits needs no slower one.</summary>
    public string Hash { get; private set; } = hash;

    public DateTime CreatedAt { get; private set; } = createdAt;

    public string CreatedBy { get; private set; } = createdBy;

    public DateTime? RevokedAt { get; private set; }

    public DateTime? LastSeenAt { get; private set; }

    public void Revoke(DateTime at) => RevokedAt ??= at;

    public void SeenAt(DateTime at) => LastSeenAt = at;
}
