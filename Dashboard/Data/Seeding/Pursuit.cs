using VoterLiaison.Domain.Calendar;
using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard.Data.Seeding;

/// <summary>What the office has done by the end about opinions that are still open: noted, reminded of, supervised, promised; and what is on the desk of the deputy whose account comes with the demonstration.</summary>
internal sealed class Pursuit(DemonstrationDistrict district, DateOnly end, ClockLimits limits)
{
    private const string Office = "联络室主任办公会";
    private const int MostUrgedInAll = 60;

    private readonly Dice _dice = new(20250311); // a sequence of its own: the lives stay as they are
    private readonly DateOnly _lately = LastWorkday(end);
    private readonly string _clerk = district.Material.People.Clerks.First(clerk => clerk.Unit is null).Name;
    private int _urged;
    private int _supervised;

    // What the deputy's page shows: two to tell and one that is late, one to explain, three with the organs.
    private int _toTell = 2;
    private int _late = 1;
    private int _toExplain = 1;
    private int _atOrgans = 3;

    public Opinion Of(Opinion opinion)
    {
        opinion.NoteLateness(end, new Stamp(Opinion.TheCalendar, ChinaTime.StartOf(end), limits));
        Name(opinion);
        Promise(opinion);
        Watch(opinion);
        Remind(opinion);
        return opinion;
    }

    private void Name(Opinion opinion)
    {
        if (district.DemonstrationDeputy is not { } deputy || opinion.Stage is not (OpinionStage.Answered or OpinionStage.Forwarded) || opinion.DueOn is null || opinion.ConcernsDeputyId is not null)
        {
            return;
        }

        var own = district.UnitIdOf(opinion.StationId) == deputy.UnitId;
        ref var wanted = ref opinion.OwesExplanation ? ref _toExplain : ref opinion.Stage is OpinionStage.Forwarded ? ref _atOrgans : ref opinion.LatenessNoted is Lateness.Overdue ? ref _late : ref _toTell;
        if (wanted > 0 && (own || opinion.OwesExplanation || opinion.LatenessNoted is Lateness.Overdue))
        {
            wanted--;
            opinion.NameDeputies([deputy, .. opinion.Deputies.Where(link => link.DeputyId != deputy.Id).Take(1).Select(link => district.DeputyOf(link.DeputyId))], Stamp());
        }
    }

    private void Promise(Opinion opinion)
    {
        if (opinion.WhyNot(OpinionAct.LookAgain) is null && _dice.Of100(60))
        {
            var next = opinion.CurrentForwarding!.Standing!.AnsweredOn.AddMonths(_dice.Between(3, 9));
            if (next > _lately)
            {
                opinion.LookAgain(next, "看列入的计划是否安排。", _lately, Stamp());
            }
        }
    }

    private void Watch(Opinion opinion)
    {
        if (opinion.WhyNot(OpinionAct.Supervise) is not null || opinion.CollectedOn > _lately.AddDays(-20)
            || !(opinion.LatenessNoted is Lateness.GravelyOverdue || opinion.Followers > 1 || (opinion.Stage is OpinionStage.Forwarded && _dice.Of100(4))))
        {
            return;
        }

        opinion.Supervise(Office, opinion.LatenessNoted is Lateness.GravelyOverdue ? "超过两倍期限没有结果。" : "反映的选民多，涉及安全。", _lately, Stamp());
        if (++_supervised % 5 == 0)
        {
            opinion.EndSupervision("承办单位已排出工期，转为日常跟踪。", _lately, Stamp());
        }
    }

    private void Remind(Opinion opinion)
    {
        if (_urged < MostUrgedInAll && opinion.LatenessNoted is not Lateness.None && opinion.WhyNot(OpinionAct.Urge) is null && _dice.Of100(50))
        {
            _urged++;
            opinion.Urge(opinion.Stage is OpinionStage.Forwarded ? district.OrganNameOf(opinion.LeadOrganId) : "代表", "请尽快办理，并告知进展。", _lately, Stamp());
        }
    }

    private Stamp Stamp() => new(_clerk, ChinaTime.StartOf(_lately).AddHours(17.9), limits);

    private static DateOnly LastWorkday(DateOnly end)
    {
        var day = end.AddDays(-1);
        while (!day.IsWorkday())
        {
            day = day.AddDays(-1);
        }

        return day;
    }
}
