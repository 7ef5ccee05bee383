using System.Globalization;
using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Domain.Activities;

namespace VoterLiaison.Dashboard.Activities.Ledgers;

/// <summary>Which sessions stand in a ledger; it lives in the address, of the page and of the files alike.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day, included.</param>
/// <param name="Unit">联系单位代码.</param>
/// <param name="Station">家站代码.</param>
public sealed record LedgerFilter(DateOnly From, DateOnly To, string? Unit = null, string? Station = null)
{
    /// <summary>2026年1月1日至11月26日.</summary>
    public string Period => From == To ? $"{From:yyyy年M月d日}"
        : From.Year == To.Year ? $"{From:yyyy年M月d日}至{To:M月d日}"
        : $"{From:yyyy年M月d日}至{To:yyyy年M月d日}";

    /// <summary>As an address writes it: this year until today where it names no days; null where it says something that cannot be read.</summary>
    public static LedgerFilter? Of(string? from, string? to, string? unit, string? station, DateOnly today)
    {
        var last = Day(to, today);
        var first = Day(from, new DateOnly((last ?? today).Year, 1, 1));
        return first is { } begin && last is { } end && begin <= end ? new LedgerFilter(begin, end, Said(unit), Said(station)) : null;
    }

    /// <summary>2026-11-26, as it stands in an address.</summary>
    public static string Key(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    internal IQueryable<ContactSession> Apply(LiaisonDbContext db)
    {
        var sessions = db.ContactSessions.AsNoTracking().Where(s => s.Status == SessionStatus.Held && s.On >= From && s.On <= To);
        sessions = Unit is { } unit ? sessions.Where(s => db.Stations.Any(at => at.Id == s.StationId && db.Units.Any(u => u.Id == at.UnitId && u.Code == unit))) : sessions;
        return Station is { } station ? sessions.Where(s => db.Stations.Any(at => at.Id == s.StationId && at.Code == station)) : sessions;
    }

    private static DateOnly? Day(string? text, DateOnly otherwise) =>
        string.IsNullOrEmpty(text) ? otherwise
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1990 and <= 2999 ? day
        : null;

    private static string? Said(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
