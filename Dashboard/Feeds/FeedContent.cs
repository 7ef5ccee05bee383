using VoterLiaison.Domain.Activities;

namespace VoterLiaison.Dashboard.Feeds;

/// <summary>What stands in a calendar: no voter's words, name or phone.</summary>
/// <param name="Key">By which its days are told from those of other calendars: deputy-3, station-7.</param>
/// <param name="Name">As the phone calls it.</param>
/// <param name="Note">Why it is empty, if it is for a reason.</param>
/// <param name="Sessions">接待场次.</param>
/// <param name="DueDates">期限, one for each opinion.</param>
public sealed record FeedContent(string Key, string Name, string? Note, IReadOnlyList<FeedSession> Sessions, IReadOnlyList<FeedDue> DueDates);

/// <summary>接待场次: when, where and with whom. The version rises when it is moved, held or cancelled; the id stays.</summary>
public sealed record FeedSession(
    int Id, int Version, DateOnly On, TimeOnly From, TimeOnly Until, string Station, string Place, ContactForm Form, SessionStatus Status, string? CancelReason, IReadOnlyList<string> With)
{
    /// <summary>From where it was moved and why, in words; null where nothing is said of it.</summary>
    public string? Moved { get; init; }
}

/// <summary>The last day of something owed for one opinion; its number is null where it was collected elsewhere than at the stations this calendar is about.</summary>
public sealed record FeedDue(DueKind Kind, DateOnly On, string? Number);

/// <summary>What is owed by a day; each is an event of its own.</summary>
public enum DueKind
{
    /// <summary>告知选民: the deputy owes the voter word.</summary>
    Tell = 1,

    /// <summary>应收到答复: the organ owes the deputy an answer.</summary>
    Answer,

    /// <summary>代表评价: the deputy owes the organ an opinion of its answer.</summary>
    Rate,
}
