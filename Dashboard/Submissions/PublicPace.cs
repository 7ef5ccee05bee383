using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace VoterLiaison.Dashboard.Submissions;

/// <summary>How often one address may send and look up. A whole street may stand behind one address, so it is generous; who is over it is told so, and keeps what was written.</summary>
public sealed class PublicPace : IDisposable
{
    /// <summary>Looking up is done more often than speaking.</summary>
    private const int LookUpsPerSubmission = 5;

    private static readonly TimeSpan Period = TimeSpan.FromMinutes(1);
    private const int PeriodsToFill = 10;

    private readonly PartitionedRateLimiter<string> _speaking;
    private readonly PartitionedRateLimiter<string> _lookingUp;

    public PublicPace(IOptions<LiaisonOptions> options)
    {
        _speaking = Limiter(options.Value.SubmissionsPerAddress);
        _lookingUp = Limiter(options.Value.SubmissionsPerAddress * LookUpsPerSubmission);
    }

    public bool MaySpeak(HttpContext http) => May(_speaking, http);

    public bool MayLookUp(HttpContext http) => May(_lookingUp, http);

    public void Dispose()
    {
        _speaking.Dispose();
        _lookingUp.Dispose();
    }

    private static bool May(PartitionedRateLimiter<string> limiter, HttpContext http)
    {
        using var lease = limiter.AttemptAcquire(Whence(http));
        return lease.IsAcquired;
    }

    /// <summary>Of IPv6, one household has all addresses that share the first half.</summary>
    private static string Whence(HttpContext http) => http.Connection.RemoteIpAddress switch
    {
        { IsIPv4MappedToIPv6: true } mapped => mapped.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } address => Convert.ToHexString(address.GetAddressBytes(), 0, 8),
        var address => $"{address}",
    };

    private static PartitionedRateLimiter<string> Limiter(int tokens) => PartitionedRateLimiter.Create<string, string>(whence => RateLimitPartition.GetTokenBucketLimiter(
        whence,
        _ => new TokenBucketRateLimiterOptions { TokenLimit = tokens, TokensPerPeriod = Math.Max(1, tokens / PeriodsToFill), ReplenishmentPeriod = Period, QueueLimit = 0 }));
}
