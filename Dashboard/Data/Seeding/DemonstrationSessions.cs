using VoterLiaison.Domain.Activities;
using VoterLiaison.Domain.Calendar;
using VoterLiaison.Domain.Deputies;
using VoterLiaison.Domain.Opinions;
using VoterLiaison.Domain.Plans;
using VoterLiaison.Domain.Rules;

namespace VoterLiaison.Dashboard.Data.Seeding;

/// <summary>The receptions at which the demonstration's opinions were collected and those that are still to come.</summary>
internal sealed class DemonstrationSessions(DemonstrationDistrict district, DateOnly end)
{
    private const int DaysPlannedAhead = 40;
    private const int DaysOfNotice = 5;
    private const int DaysToHandOver = 9;
    private const int DaysUnchecked = 40;

    private static readonly (TimeOnly From, TimeOnly Until)[] Hours = [(new(9, 0), new(11, 0)), (new(14, 0), new(16, 0)), (new(14, 30), new(16, 30))];

    private static readonly string[] NotesAbout =
    [
        "选民主要谈了…。能当场说清的当场作了解释，其余记下转交。",
        "围绕…听取意见，代表逐条记下，说明了办理的途径和期限。",
        "来的选民多是谈…，代表到现场看了一处，答应有结果就告知。",
        "…方面的意见比较集中，代表介绍了已经在办的情况。",
    ];

    private readonly Dice _dice = new(20190920);
    private readonly Dice _record = new(20190921); // of its own, so that what was there before stays as it was
    private readonly Dictionary<(int Station, DateOnly On), Reception> _receptions = [];

    /// <summary>Remembers where and when an opinion was collected.</summary>
    public void Collected(Opinion opinion)
    {
        if (opinion.Source is not OpinionSource.Reception || opinion.Deputies.Count == 0)
        {
            return;
        }

        if (!_receptions.TryGetValue((opinion.StationId, opinion.CollectedOn), out var reception))
        {
            _receptions[(opinion.StationId, opinion.CollectedOn)] = reception = new Reception();
        }

        reception.VoterTimes += opinion.Headcount;
        reception.Categories.Add(opinion.CategoryId);
        reception.Deputies.UnionWith(opinion.Deputies.Select(link => link.DeputyId));
    }

    public IEnumerable<ContactSession> Held()
    {
        foreach (var ((stationId, on), reception) in _receptions.OrderBy(pair => pair.Key.On).ThenBy(pair => pair.Key.Station))
        {
            var station = district.StationOf(stationId);
            List<Deputy> attended = [.. reception.Deputies.Order().Select(district.DeputyOf).Where(deputy => deputy.Stations.Any(link => link.StationId == stationId) && DemonstrationDistrict.InOffice(deputy, on))];
            if (attended.Count == 0)
            {
                continue;
            }

            var absent = district.DeputiesAt(station, on).FirstOrDefault(deputy => !attended.Contains(deputy));
            var facts = Facts(station.Address, on, absent is not null && _dice.Of100(8) ? [.. attended, absent] : attended) with { Way = Way(on) };
            var session = ContactSession.Plan(station, facts, Signed(on.AddDays(-DaysOfNotice)));
            Enter(session, attended, reception, on);
            yield return session;
        }
    }

    /// <summary>One this afternoon, for whoever wants to key in what is said.</summary>
    public IEnumerable<ContactSession> Today()
    {
        var station = district.Stations[0];
        List<Deputy> here = [.. district.DeputiesAt(station, end).Where(deputy => deputy != district.DemonstrationDeputy).Take(2)];
        if (end.IsWorkday() && here.Count > 0)
        {
            yield return ContactSession.Plan(station, new SessionFacts(end, new TimeOnly(14, 0), new TimeOnly(16, 0), station.Address, ContactForm.Talk, here) { Title = "选民接待日" }, Signed(end.AddDays(-DaysOfNotice)));
        }
    }

    /// <summary>Two for each station in the weeks ahead, with two deputies where it has two; a few are called off.</summary>
    public IEnumerable<ContactSession> ToCome()
    {
        foreach (var station in district.Stations)
        {
            var first = _dice.Between(1, DaysPlannedAhead / 2);
            foreach (var days in new[] { first, first + (DaysPlannedAhead / 2) })
            {
                var on = end.AddDays(days).OrNextWorkday();
                var here = district.DeputiesAt(station, on);
                var chosen = _dice.Between(0, here.Count - 1);
                var place = here.Index().Where(one => one.Item == district.DemonstrationDeputy).Select(one => one.Index).FirstOrDefault(chosen); // whose page has a next reception
                var facts = Facts(station.Address, on, here.Count > 1 ? [here[place], here[(place + 1) % here.Count]] : [here[place]]);
                var session = ContactSession.Plan(station, facts, Signed(end.AddDays(-1)));
                if (_dice.Of100(4))
                {
                    session.Cancel("社区活动室维修，另行安排。", Signed(end.AddDays(-1)));
                }
                else if (_record.Of100(6))
                {
                    session.Change(station, facts with { On = on.AddDays(1).OrNextWorkday(), From = new TimeOnly(14, 0), Until = new TimeOnly(16, 0) }, "与街道会议时间冲突，顺延一天。", Signed(end.AddDays(-1)));
                }

                yield return session;
            }
        }
    }

    /// <summary>How it went: most deputies have checked the record since, and what is older than a month is in their activity system.</summary>
    private void Enter(ContactSession session, List<Deputy> attended, Reception reception, DateOnly on)
    {
        var form = _record.Any<ContactForm>((80, ContactForm.Talk), (10, ContactForm.Symposium), (8, ContactForm.Visit), (2, ContactForm.Online));
        session.Hold(new HeldFacts(attended, reception.VoterTimes, Notes(reception)) { Form = form }, Signed(on));
        if (_record.Of100(3))
        {
            session.Hold(new HeldFacts(attended, reception.VoterTimes + 1, session.Notes, "漏记了1位没有留话的选民。"), Signed(on));
        }

        foreach (var (day, deputy) in Afterwards(attended, on).OrderBy(act => act.On))
        {
            if (deputy is null)
            {
                session.HandOver(Signed(day));
            }
            else
            {
                session.Confirm(deputy, new Signature(deputy.Name, ChinaTime.StartOf(day).AddHours(12)));
            }
        }
    }

    /// <summary>Who checked it on which day, and, of nobody, when it was handed over.</summary>
    private List<(DateOnly On, Deputy? Deputy)> Afterwards(List<Deputy> attended, DateOnly on)
    {
        var acts = new List<(DateOnly On, Deputy? Deputy)>();
        foreach (var deputy in attended)
        {
            var checkedOn = on.AddDays(_record.Between(1, 12));
            if (_record.Of100(70) && checkedOn < end && (deputy != district.DemonstrationDeputy || on.AddDays(DaysUnchecked) < end))
            {
                acts.Add((checkedOn, deputy));
            }
        }

        if (new DateOnly(on.Year, on.Month, 1).AddMonths(1).AddDays(DaysToHandOver).OrNextWorkday() is var handed && handed < end)
        {
            acts.Add((handed, null));
        }

        return acts;
    }

    private string Notes(Reception reception)
    {
        var topics = reception.Categories.OfType<int>().Distinct().Order().Take(3).Select(district.CategoryNameOf).ToList();
        return topics.Count == 0 ? "" : _record.Any(NotesAbout).Replace("…", string.Join('、', topics), StringComparison.Ordinal);
    }

    /// <summary>第五条: in the weeks of the two campaigns, receptions belong to them.</summary>
    private ContactWay? Way(DateOnly on) => on switch
    {
        { Month: 6 } => ContactWay.MidYear,
        { Month: 12 } or { Month: 11, Day: > 15 } => ContactWay.YearEnd,
        _ when _record.Of100(4) => ContactWay.Invitation,
        _ => null,
    };

    private static Signature Signed(DateOnly on) => new("联络室", ChinaTime.StartOf(on).AddHours(9));

    private SessionFacts Facts(string place, DateOnly on, IReadOnlyList<Deputy> deputies)
    {
        var (from, until) = _dice.Any(Hours);
        return new SessionFacts(on, from, until, place, ContactForm.Talk, deputies);
    }

    private sealed class Reception
    {
        public HashSet<int> Deputies { get; } = [];

        public int VoterTimes { get; set; }

        public List<int?> Categories { get; } = [];
    }
}
