using VoterLiaison.Domain.Activities;
using VoterLiaison.Domain.Reports;
using VoterLiaison.Domain.Stations;

namespace VoterLiaison.Dashboard.Activities;

/// <summary>A reception as lists show it.</summary>
public sealed record SessionRow(ContactSession Session, Station Station, string Unit, IReadOnlyList<SessionPerson> People)
{
    public SeenSession Seen => new(Session.Id, Session.Version);

    /// <summary>Its day has passed, and nobody has entered who came.</summary>
    public bool IsUnregistered(DateOnly today) => Session.Status is SessionStatus.Planned && Session.On < today;

    public SeenRecord Record => new(Session.Id, Session.RecordedAt);

    /// <summary>Who has not said yet that the record is right.</summary>
    public IEnumerable<SessionPerson> Unconfirmed => Session.Status is SessionStatus.Held ? People.Where(person => person.ConfirmedOn is null) : [];

    public string Hours => SessionWording.Hours(Session.From, Session.Until);
}

/// <summary>A deputy at a reception.</summary>
/// <param name="DeputyId">Which.</param>
/// <param name="Name">代表姓名.</param>
/// <param name="Attended">Null until it was held.</param>
/// <param name="ConfirmedOn">核对日期; null while they did not.</param>
public sealed record SessionPerson(int DeputyId, string Name, bool? Attended, DateOnly? ConfirmedOn = null);

/// <summary>A month of receptions, and those of any month that still wait to be entered.</summary>
/// <param name="Unregistered">The earliest ones first.</param>
/// <param name="UnregisteredTotal">How many there are, shown or not.</param>
/// <param name="Rows">Those of the month, by day.</param>
public sealed record SessionMonth(IReadOnlyList<SessionRow> Unregistered, int UnregisteredTotal, IReadOnlyList<SessionRow> Rows);

/// <summary>What is known of a reception before it is entered.</summary>
public sealed record HeldSoFar(IReadOnlyCollection<int> Attended, int? VoterTimes);

/// <summary>A deputy's own receptions.</summary>
/// <param name="ToCome">From today on.</param>
/// <param name="Past">Those of the year, the latest first, with their entries.</param>
/// <param name="Objections">What the deputy said is not right, the latest first.</param>
public sealed record OwnSessions(IReadOnlyList<SessionRow> ToCome, IReadOnlyList<SessionRow> Past, IReadOnlyList<RecordObjection> Objections)
{
    public RecordObjection? ObjectionTo(SessionRow row) => Objections.FirstOrDefault(objection => objection.SessionId == row.Session.Id);

    /// <summary>Which of the reader's own has still to say whether the record is right; null where nothing waits.</summary>
    public SessionPerson? ToCheck(SessionRow row, IReadOnlySet<int> own) =>
        ObjectionTo(row) is { Reply: null } ? null : row.Unconfirmed.FirstOrDefault(person => own.Contains(person.DeputyId));
}
