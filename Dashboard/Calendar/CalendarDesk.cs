using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Calendar;
using VoterLiaison.Domain.Rules;

namespace VoterLiaison.Dashboard.Calendar;

/// <summary>Where a year's calendar is loaded.</summary>
public sealed class CalendarDesk(WriteDoor door)
{
    /// <summary>Loads a year, whole or not at all; what was counted by an older calendar of that year is from now on counted by this one.</summary>
    /// <param name="year">Which year.</param>
    /// <param name="source">The notice.</param>
    /// <param name="days">The days that differ from Monday to Friday.</param>
    /// <param name="replaces">When the calendar was loaded that shall be replaced; null where there is none.</param>
    /// <param name="cancellationToken">Stops it; then nothing is written.</param>
    /// <exception cref="RuleBrokenException">The days are no calendar, or that year has another calendar than the one to be replaced.</exception>
    public Task LoadAsync(int year, string source, IReadOnlyList<CalendarDay> days, DateTime? replaces = null, CancellationToken cancellationToken = default) => door.WriteAsync(
        Deed.KeepCalendar,
        async writing =>
        {
            var made = CalendarYear.Of(year, source, days, writing.Who.Name, writing.At);
            var before = await writing.Db.CalendarYears.SingleOrDefaultAsync(known => known.Year == year, cancellationToken);
            if (before is not null)
            {
                RequireSeen(before, replaces);
                writing.Db.Remove(before);
                await writing.Db.SaveChangesAsync(cancellationToken); // the new days take the old ones' places
            }

            writing.Db.Add(made);
            await writing.RecordAsync(AuditAct.CalendarLoaded, $"年历 {year}", Detail(made, before));
        },
        cancellationToken);

    private static void RequireSeen(CalendarYear before, DateTime? replaces)
    {
        if (before.LoadedAt != replaces)
        {
            throw new RuleBrokenException(replaces is null
                ? $"{before.Year}年的年历已由{before.LoadedBy}装入。要换成这一份，请重新核对，并勾选替换。"
                : $"核对以后，{before.Year}年的年历又由{before.LoadedBy}装入了一次。请重新核对，看清要替换的是哪一份。");
        }
    }

    private static string Detail(CalendarYear made, CalendarYear? before) =>
        $"{made.Source}，休 {made.Days.Count(day => day.Kind is DayKind.Holiday)} 天，班 {made.Days.Count(day => day.Kind is DayKind.Workday)} 天"
        + (before is null ? "" : $"；替换{before.LoadedBy}装入的“{before.Source}”");
}
