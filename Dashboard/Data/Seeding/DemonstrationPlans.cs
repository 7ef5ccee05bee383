using Microsoft.EntityFrameworkCore;
using VoterLiaison.Domain.Activities;
using VoterLiaison.Domain.Calendar;
using VoterLiaison.Domain.Opinions;
using VoterLiaison.Domain.Plans;
using VoterLiaison.Domain.Rules;
using VoterLiaison.Domain.Stations;

namespace VoterLiaison.Dashboard.Data.Seeding;

/// <summary>The demonstration's plans for the end of the year, published but for a few lines that still lack something, and two topics with what was said on them.</summary>
internal sealed class DemonstrationPlans(DemonstrationDistrict district, DateOnly end)
{
    private const int OpinionsOfTopic = 30;

    private readonly Dictionary<int, ContactPlan> _plans = district.Stations.Select(station => station.UnitId).Distinct().Order()
        .ToDictionary(unit => unit, unit => new ContactPlan(unit, end.Year, ContactWay.YearEnd, $"{end.Year}年年末听取意见和述职", "每个家站至少安排一场，结合代表述职。"));

    private readonly List<(PlannedSession Line, ContactSession Session)> _published = [];

    /// <summary>Before any session of theirs is arranged, so that they have their keys.</summary>
    public IEnumerable<ContactPlan> Plans => _plans.Values;

    /// <summary>A session of the unit's plan; of its own where it falls into the next year.</summary>
    public ContactSession Arrange(Station station, SessionFacts facts, Signature signature)
    {
        if (facts.On.Year != end.Year)
        {
            return ContactSession.Plan(station, facts, signature);
        }

        var plan = _plans[station.UnitId];
        var line = plan.Add(new PlanLineFacts
        {
            StationId = station.Id,
            On = facts.On,
            From = facts.From,
            Until = facts.Until,
            Place = facts.Place,
            Form = facts.Form,
            Title = facts.Title,
            DeputyIds = [.. facts.Deputies.Select(deputy => deputy.Id)],
        });
        var session = plan.Publish(line, station, facts.Deputies, signature);
        _published.Add((line, session));
        return session;
    }

    /// <summary>When the sessions have their keys: their lines know them, and each plan gets a line or two that nobody has settled yet.</summary>
    public void Finish()
    {
        _published.ForEach(pair => pair.Line.BecameSession(pair.Session));
        foreach (var (unit, plan) in _plans)
        {
            var home = district.Stations.First(station => station.UnitId == unit);
            var on = end.AddDays(10).OrNextWorkday();
            plan.Add(new PlanLineFacts { StationId = home.Id, On = on.Year == end.Year ? on : null, From = new TimeOnly(9, 0), Until = new TimeOnly(11, 0), DeputyIds = [.. district.DeputiesAt(home, end).Take(1).Select(deputy => deputy.Id)] });
            plan.Add(new PlanLineFacts { StationId = home.Id, Place = home.Address, Title = "代表向选民述职" });
        }
    }

    /// <summary>Two topics, and the opinions of the year that belong to them.</summary>
    public async Task AddTopicsAsync(LiaisonDbContext db, ClockLimits limits, CancellationToken cancellationToken)
    {
        Topic[] topics =
        [
            new("老旧小区加装电梯", TopicKind.Supervision, end.Year, "常委会听取专项工作报告之前，请代表在接待时问一问：楼里装没装、卡在哪一步、装好以后谁来管。"),
            new("停车难和路侧停车", TopicKind.Research, end.Year, "想听白天和夜里各缺多少、哪些地方可以错时共享、居民愿意怎样分担。"),
        ];
        db.AddRange(topics);
        await db.SaveChangesAsync(cancellationToken);
        var stamp = new Stamp("联络室", ChinaTime.StartOf(LastWorkday()).AddHours(10), limits);
        foreach (var (topic, word) in topics.Zip(["电梯", "停车"]))
        {
            var about = await db.Opinions.Include(o => o.Forwardings).Where(o => o.Year == end.Year && o.Words.Contains(word)).OrderBy(o => o.Id).Take(OpinionsOfTopic).ToListAsync(cancellationToken);
            about.ForEach(opinion => opinion.PutUnderTopic(topic, stamp));
        }
    }

    private DateOnly LastWorkday()
    {
        var day = end.AddDays(-1);
        while (!day.IsWorkday())
        {
            day = day.AddDays(-1);
        }

        return day;
    }
}
