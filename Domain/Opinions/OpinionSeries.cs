using VoterLiaison.Domain.Rules;
using VoterLiaison.Domain.Stations;

namespace VoterLiaison.Domain.Opinions;

/// <summary>The numbers given out at one station in one year. It only counts up, so that no number is ever given twice.</summary>
public sealed class OpinionSeries(int stationId, int year)
{
    public int StationId { get; private set; } = stationId;

    public int Year { get; private set; } = year;

    public int Last { get; private set; }

    /// <summary>Numbers that may have been given out and are not known any more are never given again.</summary>
    /// <param name="numbers">How many; at least one.</param>
    public void LeaveOut(int numbers)
    {
        Rule.Require(numbers > 0, "跳过的编号至少一个。");
        Last += numbers;
    }

    /// <summary>The next number: 2026-BJ03-0042.</summary>
    internal string Next(Station station, DateOnly collectedOn)
    {
        Rule.Require(station.Id == StationId && collectedOn.Year == Year, "编号序列与家站或年度不符。");
        Last++;
        return $"{Year:0000}-{station.Code}-{Last:0000}";
    }
}
