using VoterLiaison.Dashboard.Books;
using VoterLiaison.Dashboard.Opinions;
using VoterLiaison.Domain.Stations;

namespace VoterLiaison.Dashboard.Statistics;

/// <summary>A row for each unit in official order, one for each of its stations, and the total: never by a number.</summary>
internal static class Places
{
    public static FigureColumn Column { get; } = "单位 / 家站";

    /// <param name="figures">Whose stations.</param>
    /// <param name="rows">The lists behind the numbers.</param>
    /// <param name="cells">What follows the name: of some stations, with the list of their opinions.</param>
    /// <param name="stations">Without: units alone, where there are several.</param>
    public static IReadOnlyList<FigureRow> Of(YearFigures figures, StatisticsRows rows, Func<IReadOnlyList<Station>, OpinionFilter?, IReadOnlyList<FigureCell>> cells, bool stations = true)
    {
        var registers = figures.Registers;
        var list = new List<FigureRow>();
        foreach (var unit in registers.Units)
        {
            var own = registers.StationsOf(unit);
            if (registers.Stations.Count != 1)
            {
                list.Add(new FigureRow(new Term(registers.IsWhole(unit) || figures.Scope.Reach.Deputies.Count > 0 ? unit.ShortName : $"{unit.ShortName}（范围内的家站）"), cells(own, rows.Of(unit))) { Look = stations || registers.Units.Count == 1 ? "unit" : null });
            }

            if (stations || registers.Units.Count == 1)
            {
                list.AddRange(own.Select(station => new FigureRow(new Term(ByStation.Name(station)), cells([station], rows.Of(station))) { Look = station.Kind is StationKind.Home ? "home" : "st" }));
            }
        }

        if (registers.Units.Count != 1)
        {
            list.Add(new FigureRow(new Term($"{figures.Scope.Title}合计"), cells(registers.Stations, rows.All)) { Look = "total" });
        }

        return list;
    }
}
