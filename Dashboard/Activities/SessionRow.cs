using VoterLiaison.Domain.Activities;
using VoterLiaison.Domain.Stations;

namespace VoterLiaison.Dashboard.Activities;

/// <summary>A reception as lists show it.</summary>
public sealed record SessionRow(ContactSession Session, Station Station, string Unit, IReadOnlyList<SessionPerson> People)
{
    public SeenSession Seen => new(Session.Id, Session.Version);

    /// <summary>Its day has passed, and nobody has entered who came.</summary>
    public bool IsUnregistered(DateOnly today) => Session.Status is SessionStatus.Planned && Session.On < today;

    public string Hours => SessionWording.Hours(Session.From, Session.Until);
}

/// <summary>A deputy at a reception.</summary>
/// <param name="DeputyId">Which.</param>
/// <param name="Name">代表姓名.</param>
/// <param name="Attended">Null until it was held.</param>
public sealed record SessionPerson(int DeputyId, string Name, bool? Attended);

/// <summary>A month of receptions, and those of any month that still wait to be entered.</summary>
/// <param name="Unregistered">The earliest ones first.</param>
/// <param name="UnregisteredTotal">How many there are, shown or not.</param>
/// <param name="Rows">Those of the month, by day.</param>
public sealed record SessionMonth(IReadOnlyList<SessionRow> Unregistered, int UnregisteredTotal, IReadOnlyList<SessionRow> Rows);
