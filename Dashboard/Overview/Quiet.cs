using VoterLiaison.Dashboard.Chasing;

namespace VoterLiaison.Dashboard.Overview;

/// <summary>静默: an open station that has long received nobody.</summary>
/// <param name="Code">家站代码.</param>
/// <param name="Name">家站.</param>
/// <param name="Days">Since the last reception; null where there never was one.</param>
public sealed record Quiet(string Code, string Name, int? Days)
{
    /// <summary>The longest silent first. None, as long as nobody keeps receptions here at all.</summary>
    internal static IReadOnlyList<Quiet> Of(IEnumerable<BoardUnit> units, Doings doings, int silentWeeks) => !doings.KeepsReceptions ? [] :
    [
        .. from unit in units
           from one in unit.Stations
           let last = doings.Of(one.Station.Id).LastReceptionOn
           where one.Station.IsOpenOn(doings.Today) && LastReceptions.IsSilent(last, doings.Today, silentWeeks)
           orderby last ?? DateOnly.MinValue
           select new Quiet(one.Station.Code, one.Station.Name, last is { } day ? doings.Today.DayNumber - day.DayNumber : null),
    ];
}
