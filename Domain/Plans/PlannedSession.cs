using VoterLiaison.Domain.Activities;
using VoterLiaison.Domain.Rules;

namespace VoterLiaison.Domain.Plans;

/// <summary>拟安排的一场: a line of a plan. People, time and place may still be lacking; it is not public until all three are settled (三落实).</summary>
public sealed class PlannedSession
{
    private readonly List<PlannedDeputy> _deputies = [];

    private PlannedSession(int? stationId, DateOnly? on, TimeOnly? from, TimeOnly? until, string place, ContactForm form)
    {
        (StationId, On, From, Until, Place, Form) = (stationId, on, from, until, place, form);
    }

    public int Id { get; private set; }

    public int PlanId { get; private set; }

    public int? StationId { get; private set; }

    /// <summary>The day, in the district.</summary>
    public DateOnly? On { get; private set; }

    public TimeOnly? From { get; private set; }

    public TimeOnly? Until { get; private set; }

    public string Place { get; private set; }

    public ContactForm Form { get; private set; }

    public int? TopicId { get; private set; }

    /// <summary>活动名称 or a note for voters; may be empty.</summary>
    public string Title { get; private set; } = "";

    /// <summary>The session it became when it was published; null until then.</summary>
    public int? SessionId { get; private set; }

    public IReadOnlyList<PlannedDeputy> Deputies => _deputies;

    /// <summary>What of 三落实 is still lacking, in the order of the Measures.</summary>
    public IReadOnlyList<SettledPart> Lacking =>
    [
        .. new[] { (_deputies.Count == 0, SettledPart.People), (On is null || From is null || Until is null || From >= Until, SettledPart.Time), (StationId is null || Place.Length == 0, SettledPart.Place) }
            .Where(part => part.Item1).Select(part => part.Item2),
    ];

    internal static PlannedSession Of(PlanLineFacts facts)
    {
        var line = new PlannedSession(null, null, null, null, "", facts.Form);
        line.Settle(facts);
        return line;
    }

    internal void Settle(PlanLineFacts facts)
    {
        Rule.Require(SessionId is null, "这一场已经公布，请在接待安排里改期或者取消。");
        Rule.Require(facts.From is null || facts.Until is null || facts.From < facts.Until, "结束时间要晚于开始时间。");
        Rule.Require(facts.DeputyIds.Distinct().Count() == facts.DeputyIds.Count, "同一位代表写了两次。");
        (StationId, On, From, Until, Form, TopicId) = (facts.StationId, facts.On, facts.From, facts.Until, facts.Form, facts.TopicId);
        (Place, Title) = (facts.Place.Trim(), facts.Title.Trim());
        _deputies.RemoveAll(link => !facts.DeputyIds.Contains(link.DeputyId));
        foreach (var (place, id) in facts.DeputyIds.Index())
        {
            if (_deputies.Find(link => link.DeputyId == id) is { } link)
            {
                link.Order = place + 1;
            }
            else
            {
                _deputies.Add(new PlannedDeputy(id, place + 1));
            }
        }
    }

    /// <summary>The session became known by its key.</summary>
    /// <exception cref="RuleBrokenException">It was published already.</exception>
    public void BecameSession(ContactSession session)
    {
        Rule.Require(SessionId is null, "这一场已经公布。");
        SessionId = session.Id;
    }

    /// <summary>As much as is settled.</summary>
    public PlanLineFacts Facts => new()
    {
        StationId = StationId,
        On = On,
        From = From,
        Until = Until,
        Place = Place,
        Form = Form,
        TopicId = TopicId,
        Title = Title,
        DeputyIds = [.. _deputies.OrderBy(link => link.Order).Select(link => link.DeputyId)],
    };
}

/// <summary>As much of people, time and place as is settled.</summary>
public sealed record PlanLineFacts
{
    public int? StationId { get; init; }

    public DateOnly? On { get; init; }

    public TimeOnly? From { get; init; }

    public TimeOnly? Until { get; init; }

    public string Place { get; init; } = "";

    public ContactForm Form { get; init; } = ContactForm.Talk;

    public int? TopicId { get; init; }

    public string Title { get; init; } = "";

    public IReadOnlyList<int> DeputyIds { get; init; } = [];
}

/// <summary>A deputy named in a line of a plan.</summary>
public sealed class PlannedDeputy(int deputyId, int order)
{
    public int PlannedSessionId { get; private set; }

    public int DeputyId { get; private set; } = deputyId;

    /// <summary>As they were named.</summary>
    public int Order { get; internal set; } = order;
}

/// <summary>三落实: what must be settled before a session is published.</summary>
public enum SettledPart
{
    /// <summary>人员.</summary>
    People = 1,

    /// <summary>时间.</summary>
    Time,

    /// <summary>地点.</summary>
    Place,
}
