namespace VoterLiaison.Domain.Calendar;

/// <summary>A day that is not what its weekday says.</summary>
/// <param name="On">The day, in the district.</param>
/// <param name="Kind">休 or 班.</param>
/// <param name="Name">Of which holiday: 春节.</param>
public sealed record CalendarDay(DateOnly On, DayKind Kind, string Name);

public enum DayKind
{
    /// <summary>休: no working day. The notices count the weekends in between among them.</summary>
    Holiday = 1,

    /// <summary>班: a Saturday or Sunday that is worked instead (调休).</summary>
    Workday,
}
