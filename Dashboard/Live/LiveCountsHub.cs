using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard.Live;

/// <summary>What a client of the hub is told.</summary>
public interface ILiveCountsClient
{
    /// <summary>The stations whose counts changed. <c>seq</c> rises by one each time; after a gap, another epoch or a reconnect, call <c>Snapshot</c>.</summary>
    Task CountsChanged(CountsMessage message);

    /// <summary>Every 15 seconds: the counts are still current as of this moment. Another <c>seq</c> than the last one heard is a gap.</summary>
    Task Heartbeat(HeartbeatMessage message);
}

/// <summary>The live counts for screens that are not ours: wallboards, other programs. Our own pages use their circuit.</summary>
/// <remarks>
/// Counts only, no opinion and no person; open to whoever is signed in, who hears of the stations within their scope, and to display keys, which hear
/// of all. Each client has a queue of its own; one that stalls loses changes, sees the gap in <c>seq</c>, and holds up nobody.
/// </remarks>
[Authorize(Policies.LiveCounts)]
public sealed class LiveCountsHub(LiveCounts live, StationDirectory stations, HubListeners listeners, HubScope scope, IHubContext<LiveCountsHub, ILiveCountsClient> everyone) : Hub<ILiveCountsClient>
{
    public const string Path = Addresses.LiveCounts;

    /// <summary>All stations' counts of a year, by collection date in Asia/Shanghai, in official order; of those within the caller's scope.</summary>
    /// <param name="year">1990 to 2100.</param>
    /// <exception cref="HubException">The year is outside that range, or the client asks more often than a screen needs.</exception>
    public async Task<CountsMessage> Snapshot(int year)
    {
        if (year is < 1990 or > 2100)
        {
            throw new HubException("年度应在 1990 到 2100 之间。");
        }

        var listener = listeners.Of(Context.ConnectionId);
        if (!listener.MayAskNow())
        {
            throw new HubException("问得太频繁，请稍后再问。");
        }

        var counts = await live.SnapshotAsync(year, Context.ConnectionAborted);
        var seq = await listener.HeardUpToAsync(counts.Sequence, Context.ConnectionAborted);
        var units = await stations.ByUnitAsync(listener.Reach, Context.ConnectionAborted);
        return new CountsMessage(
            counts.Epoch, seq, counts.AsOf, year,
            [.. units.SelectMany(unit => unit.Stations).Select(station => StationMessage.Of(station.Code, counts.Of(station.Id)))]);
    }

    public override async Task OnConnectedAsync()
    {
        var reach = await scope.OfAsync(Context.User!, Context.ConnectionAborted);
        listeners.Add(Context.ConnectionId, new HubListener(live, stations, everyone.Clients.Client(Context.ConnectionId), scope, Context.User!, reach));
        await base.OnConnectedAsync();
    }

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        listeners.Remove(Context.ConnectionId);
        return base.OnDisconnectedAsync(exception);
    }
}

/// <summary>Counts of stations in one year. Times are UTC; <c>seq</c> belongs to the epoch, which is one for each start of the server.</summary>
public sealed record CountsMessage(string Epoch, long Seq, DateTime AsOf, int Year, IReadOnlyList<StationMessage> Stations);

/// <summary>A station's counts, in items (件); what each counts is said by <see cref="Measure"/>.</summary>
public sealed record StationMessage(string Code, int Collected, int Forwarded, int Answered, int FedBack, int AwaitingFeedback, int Overdue)
{
    internal static StationMessage Of(string code, OpinionCounts counts) =>
        new(code, counts.Collected, counts.Forwarded, counts.Answered, counts.FedBack, counts.AwaitingFeedback, counts.Overdue);
}

/// <summary>The counts are current as of this moment, UTC.</summary>
public sealed record HeartbeatMessage(string Epoch, long Seq, DateTime AsOf);
