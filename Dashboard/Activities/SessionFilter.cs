using System.Globalization;
using VoterLiaison.Domain.Activities;

namespace VoterLiaison.Dashboard.Activities;

/// <summary>Which receptions a list shows; it lives in the address.</summary>
/// <param name="Month">The first day of the month.</param>
/// <param name="Unit">联系单位代码.</param>
/// <param name="Station">家站代码.</param>
/// <param name="Status">Null for all.</param>
public sealed record SessionFilter(DateOnly Month, string? Unit = null, string? Station = null, SessionStatus? Status = null)
{
    /// <summary>2026-11, as it stands in the address.</summary>
    public string MonthKey => Month.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    /// <summary>As an address writes it; this month where it says nothing that can be read.</summary>
    public static SessionFilter Of(string? month, string? unit, string? station, string? status, DateOnly today) => new(
        DateOnly.TryParseExact($"{month}-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first) && first.Year is >= 1990 and <= 2999 ? first : new DateOnly(today.Year, today.Month, 1),
        unit,
        station,
        Enum.TryParse<SessionStatus>(status, ignoreCase: true, out var asked) && Enum.IsDefined(asked) ? asked : null);
}
