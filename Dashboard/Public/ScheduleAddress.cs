using System.Globalization;
using VoterLiaison.Domain.Activities;

namespace VoterLiaison.Dashboard.Public;

/// <summary>Which receptions are asked for; it lives in the address.</summary>
/// <param name="Week">The Monday; null where no week is asked for.</param>
/// <param name="Unit">联系单位代码.</param>
/// <param name="Station">家站代码.</param>
/// <param name="Deputy">Part of a name, or the number of one deputy.</param>
/// <param name="Form">方式.</param>
public sealed record ScheduleAddress(DateOnly? Week = null, string? Unit = null, string? Station = null, string? Deputy = null, ContactForm? Form = null)
{
    /// <summary>2026-11-23, as it stands in the address.</summary>
    public string? WeekKey => Week?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>As an address writes it; what cannot be read asks for nothing. Any day stands for its week.</summary>
    public static ScheduleAddress Of(string? week, string? unit, string? station, string? deputy, string? form) => new(
        DateOnly.TryParseExact(week, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1990 and <= 2999 ? MondayOf(day) : null,
        Blank(unit),
        Blank(station),
        Blank(deputy),
        Enum.TryParse<ContactForm>(form, ignoreCase: true, out var asked) && Enum.IsDefined(asked) ? asked : null);

    public static DateOnly MondayOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
