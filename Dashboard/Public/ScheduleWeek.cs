using VoterLiaison.Dashboard.Activities;
using VoterLiaison.Domain.Activities;

namespace VoterLiaison.Dashboard.Public;

/// <summary>A week of receptions.</summary>
/// <param name="Monday">Its first day.</param>
/// <param name="Now">By the clock in the district.</param>
/// <param name="Deputy">The name asked for, as it is shown.</param>
/// <param name="Rows">By day and hour; those moved out of the week are among them.</param>
/// <param name="Next">The first one after the week.</param>
public sealed record ScheduleWeek(DateOnly Monday, DateTime Now, string? Deputy, IReadOnlyList<ScheduleRow> Rows, ScheduleRow? Next)
{
    public DateOnly Sunday => Monday.AddDays(6);

    public DateOnly Today => DateOnly.FromDateTime(Now);

    public bool IsThisWeek => Today >= Monday && Today <= Sunday;

    /// <summary>Those that take place in it, or would have.</summary>
    public IEnumerable<ScheduleRow> Announced => Rows.Where(row => row.Session.On >= Monday && row.Session.On <= Sunday);

    /// <summary>The days in order; days in a row on which nothing happens are one.</summary>
    public IEnumerable<ScheduleDays> Days
    {
        get
        {
            ScheduleDays? empty = null;
            for (var day = Monday; day <= Sunday; day = day.AddDays(1))
            {
                var rows = Rows.Where(row => row.Session.On == day || row.Session.FirstOn == day).Select(row => new ScheduleLine(row, row.Session.On != day)).OrderBy(line => line.From).ToList();
                if (rows.Count == 0)
                {
                    empty = empty is null ? new ScheduleDays(day, day, []) : empty with { Last = day };
                    continue;
                }

                if (empty is not null)
                {
                    yield return empty;
                    empty = null;
                }

                yield return new ScheduleDays(day, day, rows);
            }

            if (empty is not null)
            {
                yield return empty;
            }
        }
    }

    /// <summary>The first one that is still to come after a day.</summary>
    public ScheduleRow? After(DateOnly day) => Rows.Where(row => row.Session.On > day && row.Session.Status is SessionStatus.Planned).OrderBy(row => row.Session.On).ThenBy(row => row.Session.From).FirstOrDefault() ?? Next;

    public bool IsOver(ScheduleRow row) => row.Session.Status is SessionStatus.Held || row.Session.On.ToDateTime(row.Session.Until) <= Now;
}

/// <summary>A day with its receptions, or days in a row that have none.</summary>
public sealed record ScheduleDays(DateOnly First, DateOnly Last, IReadOnlyList<ScheduleLine> Lines);

/// <summary>A reception on a day: there it takes place, or from there it was moved away.</summary>
public sealed record ScheduleLine(ScheduleRow Row, bool MovedAway)
{
    public TimeOnly From => MovedAway ? Row.Session.FirstFrom : Row.Session.From;
}

/// <param name="Session">As it was announced, and as it stands.</param>
/// <param name="Station">家站.</param>
/// <param name="People">接待代表.</param>
/// <param name="About">主题; null where it has none.</param>
public sealed record ScheduleRow(ContactSession Session, string Station, IReadOnlyList<SchedulePerson> People, string? About)
{
    public string Hours => SessionWording.Hours(Session.From, Session.Until);

    public string FirstHours => SessionWording.Hours(Session.FirstFrom, Session.FirstUntil);

    public bool IsCancelled => Session.Status is SessionStatus.Cancelled;

    public bool IsMoved => Session.IsMoved && !IsCancelled;

    /// <summary>From where it was moved, and why; null where it stands as it was announced.</summary>
    public string? Moved => !IsMoved ? null : $"{(WasElsewhen ? $"原定{Session.FirstOn:M月d日}{FirstHours}" : $"原定在{Session.FirstPlace}")}{(Session.ChangeReason is { } why ? $"，{why.TrimEnd('。')}" : "")}。";

    public bool WasElsewhen => (Session.On, Session.From, Session.Until) != (Session.FirstOn, Session.FirstFrom, Session.FirstUntil);

    public bool WasElsewhere => Session.Place != Session.FirstPlace;

    public string Names => string.Join('、', People.Select(person => person.InWords));
}

public sealed record SchedulePerson(string Name, bool OfCity)
{
    public string InWords => OfCity ? $"{Name}（市人大代表）" : Name;
}

/// <summary>The units with their stations, to choose from.</summary>
public sealed record ScheduleChoices(IReadOnlyList<UnitChoice> Units)
{
    /// <summary>Whose receptions an address asks for: 八角街道, 古城南路联络站, 罗静怡代表; 全区 where it asks for all.</summary>
    public string InWords(ScheduleAddress asked, string? deputy)
    {
        var station = Units.SelectMany(unit => unit.Stations).Where(station => station.Code == asked.Station).Select(station => station.Name).FirstOrDefault();
        var unit = Units.Where(unit => unit.Code == asked.Unit).Select(unit => unit.Name).FirstOrDefault();
        return $"{station ?? unit ?? (deputy is null ? "全区" : "")}{(deputy is null ? "" : $"{deputy}代表")}";
    }
}

public sealed record UnitChoice(string Code, string Name, IReadOnlyList<(string Code, string Name)> Stations);
