using VoterLiaison.Domain.Calendar;
using VoterLiaison.Domain.Deputies;
using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard.Data.Seeding;

/// <summary>One opinion's life, act by act through the aggregate's own rules. It is told the days; whoever plays it decides when to stop.</summary>
/// <remarks>Each course is a sequence of moments: when it is asked for the next one, it does the act of the last.</remarks>
internal sealed partial class OpinionLife
{
    private readonly DemonstrationYear _year;
    private readonly Dice _dice;
    private readonly People _people;
    private readonly Occasion _occasion;
    private readonly string _unit;
    private readonly Filling _filling;
    private readonly IReadOnlyList<Deputy> _deputies;
    private readonly List<OpinionLife> _followers = [];
    private DateOnly _on;
    private DateTime _now;

    /// <param name="year">The demonstration it is part of.</param>
    /// <param name="occasion">When and where a voter spoke.</param>
    /// <param name="filling">The words in the braces; merged opinions share their lead's, for they are about the same place.</param>
    /// <param name="voice">What was said.</param>
    public OpinionLife(DemonstrationYear year, Occasion occasion, Filling filling, Voice voice)
    {
        (_year, _dice, _people, _occasion, _filling) = (year, year.Dice, year.District.Material.People, occasion, filling);
        _unit = year.District.UnitOf(occasion.Station);
        _on = occasion.On;
        _now = OfficeHour(_on);

        var here = year.District.DeputiesAt(occasion.Station, _on);
        var first = _dice.Between(0, here.Count - 1);
        _deputies = here.Count > 1 && _dice.Of100(12) ? [here[first], here[(first + 1) % here.Count]] : [here[first]];
        Opinion = Collect(voice);
    }

    public Opinion Opinion { get; }

    public string Unit => _unit;

    public DateOnly CollectedOn => _occasion.On;

    /// <summary>For another voter who speaks about the same place.</summary>
    public Filling SamePlace() => _filling.Copy();

    private Opinion Collect(Voice voice)
    {
        var voters = _year.Crowd.Come(_unit, _filling);
        return Opinion.Collect(_year.Series(_occasion.Station, _on), _occasion.Station, new CollectedFacts
        {
            Words = _filling.Fill(voice.Words),
            Subject = voice.Title,
            On = _on,
            Source = _occasion.IsReceptionDay
                ? OpinionSource.Reception
                : _dice.Any<OpinionSource>((40, OpinionSource.Visit), (12, OpinionSource.Symposium), (9, OpinionSource.Letter), (24, OpinionSource.Telephone), (15, OpinionSource.Online)),
            Category = _dice.Of100(97) ? _year.District.Category(voice.Category) : null,
            Deputies = _dice.Of100(95) ? _deputies : [],
            Voters = voters,
            Headcount = voters.Count > 1 ? voters.Count + _dice.Between(0, 8) : null,
        }, Stamp());
    }

    /// <summary>What was left open at the reception is settled at the desk.</summary>
    private IEnumerable<DateTime> Settle(Voice voice)
    {
        if (Opinion.CategoryId is null)
        {
            yield return Wait(0, 2);
            Opinion.Categorise(_year.District.Category(voice.Category), "未归类", Stamp());
        }

        if (Opinion.Deputies.Count == 0)
        {
            yield return Wait(0, 3);
            Opinion.NameDeputies(_deputies, Stamp());
        }
    }

    /// <summary>The act is done some days on, and entered the same day or the next.</summary>
    private DateTime Wait(int least, int most) => WaitUntil(_on.AddDays(_dice.Between(least, most)));

    private DateTime WaitUntil(DateOnly day)
    {
        _on = (day > _on ? day : _on).OrNextWorkday();
        var entered = OfficeHour(_dice.Of100(12) ? _on.AddDays(1).OrNextWorkday() : _on);
        _now = entered > _now ? entered : _now.AddSeconds(_dice.Between(40, 400));
        return _now;
    }

    private DateTime OfficeHour(DateOnly day) =>
        ChinaTime.StartOf(day).AddMinutes(_dice.Of100(55) ? _dice.Between(540, 710) : _dice.Between(810, 1045)).AddSeconds(_dice.Between(0, 59));

    /// <summary>The unit's own clerk at the station's desk; one of the liaison office's otherwise.</summary>
    private Stamp Stamp(bool byOffice = false)
    {
        var unit = byOffice ? null : _unit;
        return new Stamp(_dice.Any<string>([.. _year.Clerks[unit]]), _now, _year.Limits);
    }
}

/// <summary>What a voter says, and under which heading it goes.</summary>
internal sealed record Voice(string Category, string Title, string Words);
