using VoterLiaison.Domain.Calendar;

namespace VoterLiaison.Dashboard;

internal static class DistrictTime
{
    /// <summary>Today in the district, wherever the server stands.</summary>
    public static DateOnly Today(this TimeProvider clock) => ChinaTime.DayOf(clock.GetUtcNow().UtcDateTime);
}
