namespace VoterLiaison.Dashboard.Feeds;

/// <summary>Whose calendar it is: one deputy's or one station's.</summary>
public sealed record FeedOwner
{
    private FeedOwner(int? deputyId, int? stationId) => (DeputyId, StationId) = (deputyId, stationId);

    public int? DeputyId { get; }

    public int? StationId { get; }

    public static FeedOwner Deputy(int id) => new(id, null);

    public static FeedOwner Station(int id) => new(null, id);
}
