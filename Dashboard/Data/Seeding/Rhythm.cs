using VoterLiaison.Domain.Stations;

namespace VoterLiaison.Dashboard.Data.Seeding;

/// <summary>When and where voters speak: twice a month on each station's reception days, in between by letter and telephone, most at mid-year and year-end.</summary>
internal sealed class Rhythm(RhythmWeights weights, IReadOnlyList<Station> stations, Dice dice)
{
    private readonly (int Weight, Station Choice)[] _stations = [.. stations.Select(station => (weights.StationWeights[station.Code], station))];

    /// <summary>The share of a year that lies before a day.</summary>
    public double ShareBefore(DateOnly day) => Months(day.Year, day).Sum(month => month.Weight) / weights.MonthWeights.Values.Sum();

    /// <summary>So many occasions of one year, by day. All lie before <paramref name="end"/>.</summary>
    public IEnumerable<Occasion> Of(int year, int count, DateOnly end)
    {
        var months = Months(year, end).ToList();
        var weight = months.Sum(month => month.Weight);
        var (before, given) = (0d, 0);
        foreach (var month in months)
        {
            before += month.Weight;
            var due = (int)Math.Round(count * before / weight) - given;
            given += due;
            foreach (var occasion in Enumerable.Range(0, due).Select(_ => In(month)).OrderBy(occasion => occasion.On).ThenBy(occasion => occasion.Station.Id))
            {
                yield return occasion;
            }
        }
    }

    private IEnumerable<MonthPart> Months(int year, DateOnly end)
    {
        for (var first = new DateOnly(year, 1, 1); first.Year == year && first < end; first = first.AddMonths(1))
        {
            var days = DateTime.DaysInMonth(year, first.Month);
            var past = Math.Min(days, end.DayNumber - first.DayNumber);
            var workdays = Enumerable.Range(0, past).Select(first.AddDays).Where(day => day.IsWorkday()).ToList();
            if (workdays.Count > 0)
            {
                yield return new MonthPart(workdays, (double)weights.MonthWeights[first.Month] * past / days);
            }
        }
    }

    private Occasion In(MonthPart month)
    {
        var station = dice.Any<Station>(_stations);
        var onReceptionDay = dice.Of100(70);
        var day = onReceptionDay ? ReceptionDay(station, month, dice.Between(0, 1)) : dice.Any(month.Workdays);
        return new Occasion(station, day, onReceptionDay);
    }

    /// <summary>Each station keeps its two workdays of the month; a month not yet over has those that have passed.</summary>
    private static DateOnly ReceptionDay(Station station, MonthPart month, int which) =>
        month.Workdays[((station.Id * 7) + (which * 10)) % Math.Min(20, month.Workdays.Count)];

    private sealed record MonthPart(IReadOnlyList<DateOnly> Workdays, double Weight);
}

/// <summary>A voter speaks at a station, on a day.</summary>
internal sealed record Occasion(Station Station, DateOnly On, bool IsReceptionDay);
