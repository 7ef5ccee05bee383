using VoterLiaison.Dashboard.Opinions;
using VoterLiaison.Domain.Activities;
using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard.Activities.Keying;

/// <summary>One sitting at the keyboard: what is chosen once, and the rows above the one being written. It lies in the browser until it is ended.</summary>
public sealed class Sitting
{
    public int StationId { get; set; }
    public DateOnly On { get; set; }
    public OpinionSource Source { get; set; } = OpinionSource.Reception;

    /// <summary>Whose the opinions are; at a planned reception those who are there.</summary>
    public List<int> DeputyIds { get; set; } = [];
    public List<KeyedRow> Rows { get; set; } = [];

    /// <summary>The planned reception it is; null for one by itself.</summary>
    public int? SessionId { get; set; }

    /// <summary>By the net, and not face to face.</summary>
    public bool IsOnline { get; set; }

    /// <summary>接待人次 as somebody counted them; null while the rows say it.</summary>
    public int? VoterTimes { get; set; }

    /// <summary>When the last row was saved, by the clock in the district.</summary>
    public TimeOnly? SavedAt { get; set; }

    public int Saved => Rows.Count(row => row.Number is not null);

    public int Aside => Rows.Count - Saved;

    public int Complete => Rows.Count(row => row is { Number: not null, Lacks.Count: 0 });

    /// <summary>As many as spoke so far, where nobody counted.</summary>
    public int Counted => VoterTimes ?? Rows.Sum(row => row.Number is null ? 0 : row.Headcount ?? 1);

    /// <summary>Of a planned reception: what it settles is not chosen again.</summary>
    internal static Sitting Of(SessionRow row) => new()
    {
        SessionId = row.Session.Id,
        StationId = row.Session.StationId,
        On = row.Session.On,
        IsOnline = row.Session.Form is ContactForm.Online,
        DeputyIds = [.. row.People.Where(person => person.Attended is not false).Select(person => person.DeputyId)],
        VoterTimes = row.Session.VoterTimes,
    };

    /// <summary>Adds what was saved elsewhere, or before this browser began.</summary>
    internal void Join(IReadOnlyList<SessionOpinion> opinions)
    {
        var known = Rows.Select(row => row.Number).ToHashSet();
        Rows.InsertRange(0, opinions.Where(opinion => !known.Contains(opinion.Number)).Select(KeyedRow.Of));
    }

    internal CollectForm FormOf(KeyedRow row) => new()
    {
        StationId = StationId,
        On = On,
        Source = Source,
        SessionId = SessionId,
        DeputyIds = [.. DeputyIds],
        Words = row.Words,
        CategoryId = row.CategoryId,
        ConcernsDeputyId = row.ConcernsDeputyId,
        Headcount = row.Headcount,
        Voters = [new VoterForm { Name = row.Voter, Phone = row.Phone, Community = row.Community }],
        Told = row.Told is { } told && IsOnline ? told with { Means = FeedbackMeans.Online } : row.Told,
    };
}
