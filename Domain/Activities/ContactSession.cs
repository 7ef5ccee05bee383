using VoterLiaison.Domain.Deputies;
using VoterLiaison.Domain.Plans;
using VoterLiaison.Domain.Rules;
using VoterLiaison.Domain.Stations;

namespace VoterLiaison.Domain.Activities;

/// <summary>接待场次: one meeting of deputies with voters at a station, as it was planned and as it was held (第五条, 第八条).</summary>
/// <remarks>
/// 三落实: it has its people, its time and its place from the beginning, or it is not planned at all. It is public from the moment it is planned.
/// Each act ends in an entry, which is only ever added to; a correction is a further entry.
/// </remarks>
public sealed class ContactSession
{
    private readonly List<SessionDeputy> _deputies = [];
    private readonly List<SessionEntry> _entries = [];

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

    /// <summary>第五条; null for ordinary reception (日常接待).</summary>
    public ContactWay? Way { get; private set; }

    /// <summary>监督议题 or 调研题目 it is about.</summary>
    public int? TopicId { get; private set; }

    /// <summary>The plan it came from; null for one that was arranged by itself.</summary>
    public int? PlanId { get; private set; }

    /// <summary>活动名称; may be empty.</summary>
    public string Title { get; private set; } = "";

    /// <summary>公布日期, in the district.</summary>
    public DateOnly PublishedOn { get; private set; }

    /// <summary>As it was announced first; what differs from it now was moved.</summary>
    public DateOnly FirstOn { get; private set; }

    public TimeOnly FirstFrom { get; private set; }

    public TimeOnly FirstUntil { get; private set; }

    public string FirstPlace { get; private set; } = "";

    /// <summary>Why it was moved, for those who planned to come; null while it was not.</summary>
    public string? ChangeReason { get; private set; }

    /// <summary>情况记录: what it was about, for the record of the deputies' work.</summary>
    public string Notes { get; private set; } = "";

    /// <summary>登记人; null until it was held.</summary>
    public string? RecordedBy { get; private set; }

    /// <summary>UTC; null until it was held.</summary>
    public DateTime? RecordedAt { get; private set; }

    /// <summary>The day it was entered into the deputies' activity system (第八条四); null while it was not.</summary>
    public DateOnly? HandedOverOn { get; private set; }

    public string? HandedOverBy { get; private set; }

    public SessionStatus Status { get; private set; }

    /// <summary>接待人次: how many people came; null until it was held.</summary>
    public int? VoterTimes { get; private set; }

    public string? CancelReason { get; private set; }

    /// <summary>Rises by one with each act, so that two people who enter it at once do not overwrite one another.</summary>
    public int Version { get; private set; }

    public IReadOnlyList<SessionDeputy> Deputies => _deputies;

    public IReadOnlyList<SessionEntry> Entries => _entries;

    /// <summary>记录编号, 接2026-0012: by which the ledgers name it. It stays when the session is moved.</summary>
    public string Number => $"接{FirstOn.Year}-{Id:0000}";

    /// <summary>改期 or 换地点 since it was announced.</summary>
    public bool IsMoved => (On, From, Until, Place) != (FirstOn, FirstFrom, FirstUntil, FirstPlace);

    /// <summary>安排接待: who receives voters, when and where.</summary>
    /// <exception cref="RuleBrokenException">People, time or place are lacking (and which is said), the station is closed that day, or a deputy is named twice or out of office.</exception>
    public static ContactSession Plan(Station station, SessionFacts facts, Signature signature)
    {
        var session = new ContactSession(station.Id, facts.On, facts.From, facts.Until, "", facts.Form) { Status = SessionStatus.Planned, PublishedOn = signature.Today, PlanId = facts.PlanId };
        session.Settle(station, facts);
        (session.FirstOn, session.FirstFrom, session.FirstUntil, session.FirstPlace) = (session.On, session.From, session.Until, session.Place);
        session.Enter(SessionAct.Plan, $"{session.On:yyyy-MM-dd} {session.Hours}，{session.Place}，{string.Join('、', facts.Deputies.Select(deputy => deputy.Name))}", signature);
        return session;
    }

    /// <summary>改期、换人、换地点, before it is held.</summary>
    /// <param name="station">Where it is now.</param>
    /// <param name="facts">People, time and place now.</param>
    /// <param name="reason">Why, for those who planned to come; owed when the day, the hours or the place change.</param>
    /// <param name="signature">Who enters it, and when.</param>
    /// <exception cref="RuleBrokenException">As for <see cref="Plan"/>; it was held or cancelled; or it moves and no reason is given.</exception>
    public void Change(Station station, SessionFacts facts, string reason, Signature signature)
    {
        Rule.Require(Status is SessionStatus.Planned, Status is SessionStatus.Held ? "这一场已经接待过，不能再改安排。" : "这一场已经取消，请另外安排一场。");
        var moves = (On, From, Until, Place) != (facts.On, facts.From, facts.Until, facts.Place.Trim());
        Rule.Require(!moves || !string.IsNullOrWhiteSpace(reason), "改期、换地点要写明原因，选民在接待时间里看得到。");
        Settle(station, facts);
        ChangeReason = string.IsNullOrWhiteSpace(reason) ? ChangeReason : reason.Trim();
        Enter(SessionAct.Change, $"改为{On:yyyy-MM-dd} {Hours}，{Place}，{string.Join('、', facts.Deputies.Select(deputy => deputy.Name))}{(moves ? $"：{ChangeReason}" : "")}", signature);
    }

    /// <summary>登记接待: who came. Entered again it is a correction (更正): a further entry, and what deputies had confirmed falls.</summary>
    /// <exception cref="RuleBrokenException">The day has not come, it was cancelled, nobody was there, the person-times are negative, or a correction does not say why.</exception>
    public void Hold(HeldFacts facts, Signature signature)
    {
        Rule.Require(Status is not SessionStatus.Cancelled, "这一场已经取消，请另外安排一场再登记。");
        Rule.Require(On <= signature.Today, $"接待在{On:M月d日}，那天以后再登记。");
        Rule.Require(facts.Attended.Count > 0, "请选到场的代表；一位也没有到的，请取消这一场。");
        Rule.Require(facts.VoterTimes >= 0, "接待人次不能是负数。");
        var corrects = Status is SessionStatus.Held;
        var why = corrects ? Rule.Written(facts.Correction, "这一场登记过了。要更正，请写明为什么。") : "";
        foreach (var deputy in facts.Attended.Where(deputy => _deputies.TrueForAll(link => link.DeputyId != deputy.Id)))
        {
            _deputies.Add(new SessionDeputy(deputy.Id, _deputies.Count + 1));
        }

        foreach (var link in _deputies)
        {
            link.Attended = facts.Attended.Any(deputy => deputy.Id == link.DeputyId);
            link.ConfirmedOn = null;
        }

        (VoterTimes, Notes, Form, Status) = (facts.VoterTimes, facts.Notes.Trim(), facts.Form ?? Form, SessionStatus.Held);
        (RecordedBy, RecordedAt) = (signature.By, signature.At);
        (HandedOverOn, HandedOverBy) = (null, null); // what was handed over is not what stands now
        Enter(
            corrects ? SessionAct.Correct : SessionAct.Hold,
            $"到场{string.Join('、', facts.Attended.Select(deputy => deputy.Name))}，{VoterTimes}人次{(Notes.Length > 0 ? $"。{Notes}" : "")}{(corrects ? $"　更正原因：{why}" : "")}",
            signature);
    }

    /// <summary>Whether an opinion may stand in its record: it was said there, on that day.</summary>
    /// <exception cref="RuleBrokenException">The session was cancelled, or the opinion is of another station or day.</exception>
    public void RequireSaidHere(int stationId, DateOnly on)
    {
        Rule.Require(Status is not SessionStatus.Cancelled, "这一场已经取消，意见请另外登记。");
        Rule.Require(stationId == StationId && on == On, $"这一场在{On:M月d日}，意见要记在那一天、那个家站。不是那天说的，请另外登记。");
    }

    /// <summary>代表核对: the deputy says that what is recorded is right.</summary>
    /// <exception cref="RuleBrokenException">It was not held, the deputy was not part of it, or confirmed it already.</exception>
    public void Confirm(Deputy deputy, Signature signature)
    {
        Rule.Require(Status is SessionStatus.Held, "这一场还没有登记，没有可以核对的。");
        var link = _deputies.Find(link => link.DeputyId == deputy.Id);
        Rule.Require(link is not null, "没有找到这一场接待。");
        Rule.Require(link.ConfirmedOn is null, "您已经核对过了。");
        link.ConfirmedOn = signature.Today;
        Enter(SessionAct.Confirm, $"{deputy.Name}代表核对无误。", signature);
    }

    /// <summary>登记到活动服务系统 (第八条四): it was handed over.</summary>
    /// <exception cref="RuleBrokenException">It was not held, or handed over already.</exception>
    public void HandOver(Signature signature)
    {
        Rule.Require(Status is SessionStatus.Held, "还没有登记接待情况，不能登记到活动服务系统。");
        Rule.Require(HandedOverOn is null, $"已在{HandedOverOn:yyyy年M月d日}登记到活动服务系统。");
        (HandedOverOn, HandedOverBy) = (signature.Today, signature.By);
        Enter(SessionAct.HandOver, "登记到活动服务系统。", signature);
    }

    /// <summary>取消.</summary>
    /// <exception cref="RuleBrokenException">It was held or cancelled already, or no reason is given.</exception>
    public void Cancel(string reason, Signature signature)
    {
        Rule.Require(Status is SessionStatus.Planned, Status is SessionStatus.Held ? "已经接待过，不能取消。" : "已经取消。");
        CancelReason = Rule.Written(reason, "请写明为什么取消。");
        Status = SessionStatus.Cancelled;
        Enter(SessionAct.Cancel, CancelReason, signature);
    }

    private string Hours => $"{From:HH':'mm}–{Until:HH':'mm}";

    private void Enter(SessionAct act, string note, Signature signature)
    {
        Version = _entries.Count == 0 && act is SessionAct.Plan ? 0 : Version + 1;
        _entries.Add(new SessionEntry(Version + 1, act, signature.At, signature.By, note));
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
        (Way, TopicId, Title) = (facts.Way, facts.TopicId, facts.Title.Trim());
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
