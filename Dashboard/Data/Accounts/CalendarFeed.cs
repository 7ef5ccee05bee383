namespace VoterLiaison.Dashboard.Data.Accounts;

/// <summary>日历订阅: an address nobody can guess, behind which a phone reads the receptions and due dates of one deputy or one station. Only its hash is kept. Moments are UTC.</summary>
public sealed class CalendarFeed(int? deputyId, int? stationId, string hint, string hash, DateTime createdAt, string createdBy)
{
    public int Id { get; private set; }

    /// <summary>Whose it is; null for a station's.</summary>
    public int? DeputyId { get; private set; } = deputyId;

    /// <summary>Whose it is; null for a deputy's.</summary>
    public int? StationId { get; private set; } = stationId;

    /// <summary>The first characters, by which an address is recognised.</summary>
    public string Hint { get; private set; } = hint;

    /// <summary>SHA-256 of the secret part.</summary>
    public string Hash { get; private set; } = hash;

    public DateTime CreatedAt { get; private set; } = createdAt;

    public string CreatedBy { get; private set; } = createdBy;

    public DateTime? RevokedAt { get; private set; }

    public DateTime? LastReadAt { get; private set; }

    public void Revoke(DateTime at) => RevokedAt ??= at;

    public void ReadAt(DateTime at) => LastReadAt = at;
}
