using VoterLiaison.Domain.Calendar;
using VoterLiaison.Domain.Opinions;
using VoterLiaison.Domain.Stations;

namespace VoterLiaison.Dashboard.Data.Seeding;

/// <summary>Opinions as a district's years bring them: collected, carried, answered and told by the rules.</summary>
/// <remarks>The same end makes the same opinions, on any machine and at any hour.</remarks>
internal sealed class DemonstrationYear
{
    private const int Seed = 20190905; // the day the Measures came into force
    private const int DaysOpenForMerging = 25;

    private readonly DateOnly _end;
    private readonly VoiceChoice _voices;
    private readonly Rhythm _rhythm;
    private readonly List<Cluster> _open = [];
    private readonly Pursuit _pursuit;

    /// <param name="district">Where it plays.</param>
    /// <param name="end">The first day that has not happened: nothing is collected or entered on it.</param>
    /// <param name="limits">The office's limits.</param>
    public DemonstrationYear(DemonstrationDistrict district, DateOnly end, ClockLimits limits)
    {
        var material = district.Material;
        (District, Limits, _end) = (district, limits, end);
        Crowd = new Crowd(material.People, material.Rhythm.VoterShares, Dice);
        Clerks = material.People.Clerks.ToLookup(clerk => clerk.Unit, clerk => clerk.Name);
        _voices = new VoiceChoice(material, Dice);
        _rhythm = new Rhythm(material.Rhythm, district.Stations, Dice);
        _pursuit = new Pursuit(district, end, limits);
    }

    public DemonstrationDistrict District { get; }
    public ClockLimits Limits { get; }
    public Dice Dice { get; } = new(Seed);
    public Documents Documents { get; } = new();
    public Crowd Crowd { get; }

    /// <summary>By unit; those of no unit sit in the liaison office.</summary>
    public ILookup<string?, string> Clerks { get; }

    /// <summary>Where the numbers come from.</summary>
    public required Func<Station, DateOnly, OpinionSeries> Series { get; init; }

    /// <summary>Gives a lead opinion its key before others are merged into it.</summary>
    public required Action<Opinion> Identify { get; init; }

    /// <summary>How many a year has had by the end, that would have so many in all.</summary>
    public int SoFar(int wholeYear) => (int)Math.Round(wholeYear * _rhythm.ShareBefore(_end));

    /// <summary>So many opinions of one year; a lead comes before those merged into it.</summary>
    public IEnumerable<Opinion> Opinions(int year, int count)
    {
        foreach (var occasion in _rhythm.Of(year, count, _end))
        {
            foreach (var opinion in Finish(openedBefore: occasion.On.AddDays(-DaysOpenForMerging)))
            {
                yield return _pursuit.Of(opinion);
            }

            if (Speak(occasion) is { } alone)
            {
                yield return _pursuit.Of(alone);
            }
        }

        foreach (var opinion in Finish(openedBefore: DateOnly.MaxValue))
        {
            yield return _pursuit.Of(opinion);
        }
    }

    /// <summary>The opinion when its life is played; null while others may still be merged into it.</summary>
    private Opinion? Speak(Occasion occasion)
    {
        var unit = District.UnitOf(occasion.Station);
        return Dice.Any<int>((104, 1), (37, 2), (58, 3), (801, 4)) switch
        {
            1 => OnTheSpot(occasion, _voices.OnTheSpot()),
            2 => Elsewhere(occasion, _voices.Elsewhere()),
            3 when _open.FindLast(cluster => cluster.Unit == unit) is { } cluster => Join(cluster, occasion),
            _ => Carried(occasion, _voices.Matter(occasion.On.Month, unit)),
        };
    }

    private Opinion OnTheSpot(Occasion occasion, OnTheSpot said)
    {
        var voice = new Voice(said.Category, said.Title, _voices.Spoken(said.Text));
        var life = new OpinionLife(this, occasion, NewFilling(occasion), voice);
        return Cluster.Play(life, life.ExplainedOnTheSpot(said, voice), ChinaTime.StartOf(_end));
    }

    private Opinion Elsewhere(Occasion occasion, Elsewhere said)
    {
        var voice = new Voice(said.Category, said.Title, _voices.Spoken(said.Text));
        var life = new OpinionLife(this, occasion, NewFilling(occasion), voice);
        return Cluster.Play(life, life.PointedElsewhere(said, voice), ChinaTime.StartOf(_end));
    }

    private Opinion? Carried(Occasion occasion, Matter matter)
    {
        var text = matter.AlsoSaid.Count > 0 && Dice.Of100(25) ? Dice.Any(matter.AlsoSaid) : matter.Text;
        var voice = new Voice(matter.Category, matter.Title, _voices.Spoken(text));
        var life = new OpinionLife(this, occasion, NewFilling(occasion), voice);
        if (matter.AlsoSaid.Count > 0 && Dice.Of100(25))
        {
            _open.Add(new Cluster(life, matter, life.Carried(matter, voice)));
            return null;
        }

        return Cluster.Play(life, life.Carried(matter, voice), ChinaTime.StartOf(_end));
    }

    private Opinion? Join(Cluster cluster, Occasion occasion)
    {
        var voice = new Voice(cluster.Matter.Category, cluster.Matter.Title, _voices.Spoken(Dice.Any(cluster.Matter.AlsoSaid)));
        var life = new OpinionLife(this, occasion, cluster.Lead.SamePlace(), voice);
        cluster.Add(life, life.TravelsWith(cluster.Lead, cluster.Matter, voice));
        return null;
    }

    private Filling NewFilling(Occasion occasion)
    {
        var filling = new Filling(District.Material.Slots, District.UnitOf(occasion.Station), Dice);
        filling.Set("月", $"{occasion.On.AddMonths(-1).Month}月");
        return filling;
    }

    private List<Opinion> Finish(DateOnly openedBefore)
    {
        var finished = _open.FindAll(cluster => cluster.Lead.CollectedOn < openedBefore);
        _open.RemoveAll(finished.Contains);
        return [.. finished.SelectMany(cluster => cluster.Play(ChinaTime.StartOf(_end)))];
    }
}
