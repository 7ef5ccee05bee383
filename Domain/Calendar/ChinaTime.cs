namespace VoterLiaison.Domain.Calendar;

/// <summary>The day and the hour in the district, wherever the server stands. China has kept UTC+8 all year since 1991.</summary>
public static class ChinaTime
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    /// <summary>The wall clock in the district at a moment given in UTC.</summary>
    public static DateTime At(DateTime utc) => DateTime.SpecifyKind(utc, DateTimeKind.Unspecified) + Offset;

    /// <summary>The day in the district at a moment given in UTC. 31 December lasts until midnight there.</summary>
    public static DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(At(utc));

    /// <summary>The moment, in UTC, at which a day begins in the district.</summary>
    public static DateTime StartOf(DateOnly day) => DateTime.SpecifyKind(day.ToDateTime(TimeOnly.MinValue) - Offset, DateTimeKind.Utc);
}
