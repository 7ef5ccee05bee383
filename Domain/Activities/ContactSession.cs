using VoterLiaison.Domain.Deputies;
using VoterLiaison.Domain.Rules;
using VoterLiaison.Domain.Stations;

namespace VoterLiaison.Domain.Activities;

/// <summary>接待场次: one meeting of deputies with voters at a station, as it was planned and as it was held (第五条, 第八条).</summary>
/// <remarks>三落实: it has its people, its time and its place from the beginning, or it is not planned at all.</remarks>
public sealed class ContactSession
{
    private readonly List<SessionDeputy> _deputies = [];

    private ContactSession(int stationId, DateOnly on, TimeOnly from, TimeOnly until, string place, ContactForm form)
    {
        StationId = stationId;
        On = on;
        From = from;
        Until = until;
        Place = place;
        Form = form;
    }

    public int Id { get; private set; }

    public int StationId { get; private set; }

    /// <summary>The day, in the district.</summary>
    public DateOnly On { get; private set; }

    /// <summary>起止时间, by the clock in the district.</summary>
    public TimeOnly From { get; private set; }

    public TimeOnly Until { get; private set; }

    public string Place { get; private set; }

    public ContactForm Form { get; private set; }

    public SessionStatus Status { get; private set; }

    /// <summary>接待人次: how many people came; null until it was held.</summary>
    public int? VoterTimes { get; private set; }

    public string? CancelReason { get; private set; }

    /// <summary>Rises by one with each act, so that two people who enter it at once do not overwrite one another.</summary>
    public int Version { get; private set; }

    public IReadOnlyList<SessionDeputy> Deputies => _deputies;

    /// <summary>安排接待: who receives voters, when and where.</summary>
    /// <exception cref="RuleBrokenException">People, time or place are lacking (and which is said), the station is closed that day, or a deputy is named twice or out of office.</exception>
    public static ContactSession Plan(Station station, SessionFacts facts)
    {
        var session = new ContactSession(station.Id, facts.On, facts.From, facts.Until, "", facts.Form) { Status = SessionStatus.Planned };
        session.Settle(station, facts);
        return session;
    }

    /// <summary>改期、换人、换地点, before it is held.</summary>
    /// <exception cref="RuleBrokenException">As for <see cref="Plan"/>; or it was held or cancelled.</exception>
    public void Change(Station station, SessionFacts facts)
    {
        Rule.Require(Status is SessionStatus.Planned, Status is SessionStatus.Held ? "这一场已经接待过，不能再改安排。" : "这一场已经取消，请另外安排一场。");
        Settle(station, facts);
        Version++;
    }

    /// <summary>登记接待: who came. Entered again it puts right what was entered before; the audit log keeps both.</summary>
    /// <param name="attended">The deputies who were there, planned or not.</param>
    /// <param name="voterTimes">接待人次.</param>
    /// <param name="today">The day of entry, in the district.</param>
    /// <exception cref="RuleBrokenException">The day has not come, it was cancelled, nobody was there, or the person-times are negative.</exception>
    public void Hold(IReadOnlyList<Deputy> attended, int voterTimes, DateOnly today)
    {
        Rule.Require(Status is not SessionStatus.Cancelled, "这一场已经取消，请另外安排一场再登记。");
        Rule.Require(On <= today, $"接待在{On:M月d日}，那天以后再登记。");
        Rule.Require(attended.Count > 0, "请选到场的代表；一位也没有到的，请取消这一场。");
        Rule.Require(voterTimes >= 0, "接待人次不能是负数。");
        foreach (var deputy in attended.Where(deputy => _deputies.TrueForAll(link => link.DeputyId != deputy.Id)))
        {
            _deputies.Add(new SessionDeputy(deputy.Id, _deputies.Count + 1));
        }

        _deputies.ForEach(link => link.Attended = attended.Any(deputy => deputy.Id == link.DeputyId));
        VoterTimes = voterTimes;
        Status = SessionStatus.Held;
        Version++;
    }

    /// <summary>取消.</summary>
    /// <exception cref="RuleBrokenException">It was held or cancelled already, or no reason is given.</exception>
    public void Cancel(string reason)
    {
        Rule.Require(Status is SessionStatus.Planned, Status is SessionStatus.Held ? "已经接待过，不能取消。" : "已经取消。");
        CancelReason = Rule.Written(reason, "请写明为什么取消。");
        Status = SessionStatus.Cancelled;
        Version++;
    }

    private void Settle(Station station, SessionFacts facts)
    {
        Rule.Require(facts.Deputies.Count > 0, "还没有落实人员：请选接待的代表。");
        Rule.Require(facts.From < facts.Until, "还没有落实时间：结束时间要晚于开始时间。");
        Place = Rule.Written(facts.Place, "还没有落实地点：请填写接待地点。");
        Rule.Require(station.IsOpenOn(facts.On), $"{station.Name}已于{station.ClosedOn:yyyy年M月d日}停用。");
        Rule.Require(facts.Deputies.DistinctBy(deputy => deputy.Id).Count() == facts.Deputies.Count, "同一位代表写了两次。");
        foreach (var deputy in facts.Deputies)
        {
            Rule.Require(deputy.Status is OfficeStatus.InOffice || facts.On < deputy.StatusSince, $"{deputy.Name}在{facts.On:M月d日}已不再履职，请换一位代表。");
        }

        (StationId, On, From, Until, Form) = (station.Id, facts.On, facts.From, facts.Until, facts.Form);
        _deputies.RemoveAll(link => facts.Deputies.All(deputy => deputy.Id != link.DeputyId));
        foreach (var (place, deputy) in facts.Deputies.Index())
        {
            if (_deputies.Find(link => link.DeputyId == deputy.Id) is { } link)
            {
                link.Order = place + 1;
            }
            else
            {
                _deputies.Add(new SessionDeputy(deputy.Id, place + 1));
            }
        }
    }
}

/// <summary>People, time and place (三落实).</summary>
public sealed record SessionFacts(DateOnly On, TimeOnly From, TimeOnly Until, string Place, ContactForm Form, IReadOnlyList<Deputy> Deputies);

/// <summary>A deputy planned for a session, and whether they were there.</summary>
public sealed class SessionDeputy(int deputyId, int order)
{
    public int SessionId { get; private set; }

    public int DeputyId { get; private set; } = deputyId;

    /// <summary>As they were named.</summary>
    public int Order { get; internal set; } = order;

    /// <summary>Null until the session was held.</summary>
    public bool? Attended { get; internal set; }
}

/// <summary>方式 (第八条五).</summary>
public enum ContactForm
{
    /// <summary>约谈.</summary>
    Talk = 1,

    /// <summary>座谈.</summary>
    Symposium,

    /// <summary>走访.</summary>
    Visit,

    /// <summary>网络.</summary>
    Online,
}

public enum SessionStatus
{
    Planned = 1,

    Held,

    Cancelled,
}
