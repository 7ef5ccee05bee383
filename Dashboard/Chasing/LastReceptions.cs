using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Domain.Activities;

namespace VoterLiaison.Dashboard.Chasing;

/// <summary>久未接待: when each station received voters last, and whether that is too long ago.</summary>
internal static class LastReceptions
{
    private const int DaysInWeek = 7;

    /// <summary>The day of the last session each station held; a station that held none is missing.</summary>
    public static Task<Dictionary<int, DateOnly?>> LastReceptionsAsync(this LiaisonDbContext db, CancellationToken cancellationToken) =>
        db.ContactSessions.Where(session => session.Status == SessionStatus.Held).GroupBy(session => session.StationId)
            .Select(group => new { Station = group.Key, Last = group.Max(session => session.On) })
            .ToDictionaryAsync(one => one.Station, one => (DateOnly?)one.Last, cancellationToken);

    public static bool IsSilent(DateOnly? last, DateOnly today, int weeks) => last is null || last < today.AddDays(-DaysInWeek * weeks);
}
