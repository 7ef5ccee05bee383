using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Calendar;

namespace VoterLiaison.Dashboard.Calendar;

/// <summary>Which days are worked, for whoever counts in them; and the loaded years, for those who keep them.</summary>
public sealed class CalendarQueries(IDbContextFactory<LiaisonDbContext> contexts, Doorkeeper doorkeeper, TimeProvider clock)
{
    /// <summary>All loaded years: some forty rows each, read anew for each call. Holidays are public; everybody may count by them.</summary>
    public async Task<WorkCalendar> WorkCalendarAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return new WorkCalendar(await db.CalendarYears.AsNoTracking().ToListAsync(cancellationToken));
    }

    /// <summary>The loaded years, the latest first.</summary>
    public async Task<IReadOnlyList<CalendarYear>> YearsAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await MayKeepAsync(db, cancellationToken)
            ? await db.CalendarYears.AsNoTracking().OrderByDescending(year => year.Year).ToListAsync(cancellationToken)
            : [];
    }

    /// <summary>What to remind the person of today; nothing for those who do not keep the calendar.</summary>
    public async Task<IReadOnlyList<string>> RemindersAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await MayKeepAsync(db, cancellationToken)
            ? [.. MissingYears.Reminders(await db.CalendarYears.Select(year => year.Year).ToListAsync(cancellationToken), clock.Today())]
            : [];
    }

    private async Task<bool> MayKeepAsync(LiaisonDbContext db, CancellationToken cancellationToken) =>
        (await doorkeeper.RightsAsync(db, cancellationToken)).May(Deed.KeepCalendar);
}
