using VoterLiaison.Domain.Activities;
using VoterLiaison.Domain.Calendar;
using VoterLiaison.Domain.Deputies;
using VoterLiaison.Domain.Opinions;
using VoterLiaison.Domain.Rules;

namespace VoterLiaison.Dashboard.Data.Seeding;

/// <summary>The receptions at which the demonstration's opinions were collected and those that are still to come.</summary>
internal sealed class DemonstrationSessions(DemonstrationDistrict district, DateOnly end)
{
    private const int DaysPlannedAhead = 40;
    private const int DaysOfNotice = 5;

    private static readonly (TimeOnly From, TimeOnly Until)[] Hours = [(new(9, 0), new(11, 0)), (new(14, 0), new(16, 0)), (new(14, 30), new(16, 30))];

    private readonly Dice _dice = new(20190920);
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
            var session = ContactSession.Plan(station, Facts(station.Address, on, absent is not null && _dice.Of100(8) ? [.. attended, absent] : attended), Signed(on.AddDays(-DaysOfNotice)));
            session.Hold(new HeldFacts(attended, reception.VoterTimes), Signed(on));
            yield return session;
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
                var session = ContactSession.Plan(station, Facts(station.Address, on, here.Count > 1 ? [here[place], here[(place + 1) % here.Count]] : [here[place]]), Signed(end.AddDays(-1)));
                if (_dice.Of100(4))
                {
                    session.Cancel("社区活动室维修，另行安排。", Signed(end.AddDays(-1)));
                }

                yield return session;
            }
        }
    }

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
    }
}
