using VoterLiaison.Dashboard.Workbooks;
using VoterLiaison.Domain.Stations;

namespace VoterLiaison.Dashboard.Books;

/// <summary>A row for each station, a subtotal for each unit in official order, the total of the book's scope.</summary>
internal static class ByStation
{
    public const int Frozen = 3;

    public static IReadOnlyList<Column> Columns { get; } = [new("序号", 6), new("街道（联组）", 13), new("家站", 24)];

    /// <param name="figures">Whose stations and units.</param>
    /// <param name="cells">What follows the names: of one station, of all of a unit, of all.</param>
    public static IEnumerable<SheetRow> Rows(YearFigures figures, Func<IReadOnlyList<Station>, IEnumerable<Cell>> cells)
    {
        var number = 0;
        foreach (var unit in figures.Registers.Units)
        {
            var stations = figures.Registers.StationsOf(unit);
            foreach (var station in stations)
            {
                yield return SheetRow.Detail([++number, unit.ShortName, Name(station), .. cells([station])]);
            }

            yield return SheetRow.Subtotal([null as string, unit.ShortName, figures.Registers.IsWhole(unit) ? "小计" : "小计（范围内的家站）", .. cells(stations)]);
        }

        yield return SheetRow.Total([null as string, figures.Scope.Title, "合计", .. cells(figures.Registers.Stations)]);
    }

    /// <summary>As tables call it; with the day where it is closed.</summary>
    public static string Name(Station station) => station.ClosedOn is { } closed ? $"{station.Name}（{closed:yyyy年M月d日}停用）" : station.Name;

    /// <summary>The two columns of a rate: numerator over denominator, and the share.</summary>
    public static IEnumerable<Column> Rate(string name, string what = "件数") => [new(what, 10, ColumnKind.Number) { Group = name }, new("比率", 8, ColumnKind.Percent) { Group = name }];
}
