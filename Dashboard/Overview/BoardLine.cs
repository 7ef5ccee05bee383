using VoterLiaison.Dashboard.Opinions;
using VoterLiaison.Domain.Stations;

namespace VoterLiaison.Dashboard.Overview;

/// <summary>Whose numbers a row of the board shows: a unit's or a station's.</summary>
/// <param name="Code">Of the unit or station.</param>
/// <param name="Name">As the board calls it.</param>
/// <param name="Class">How the row looks.</param>
/// <param name="Rows">The opinions it counts.</param>
/// <param name="Day">Where its day opens beside the board; a unit has none.</param>
public sealed record BoardLine(string Code, string Name, string Class, OpinionFilter Rows, string? Day = null)
{
    private const string Unit = "unit";

    public bool IsUnit => Class == Unit;

    internal static BoardLine Of(LiaisonUnit unit, int year) => new(unit.Code, unit.ShortName, Unit, new OpinionFilter { Year = year, Unit = unit.Code });

    internal static BoardLine Of(Station station, int year, string day) => new(
        station.Code,
        station.Name,
        station.Kind switch
        {
            StationKind.Home => "home",
            StationKind.Station => "st",
        },
        new OpinionFilter { Year = year, Station = station.Code },
        day);
}
