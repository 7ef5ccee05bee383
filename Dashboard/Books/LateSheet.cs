using System.Globalization;
using VoterLiaison.Dashboard.Workbooks;
using VoterLiaison.Domain.Calendar;

namespace VoterLiaison.Dashboard.Books;

/// <summary>迟录清单: what was entered after the year before was closed, for a day until its end. Only in a book before whose period a year was closed.</summary>
internal static class LateSheet
{
    private static readonly Column[] _columns =
    [
        new("序号", 7, ColumnKind.Number), new("意见编号", 17), new("街道（联组）", 13), new("家站", 18), new("办理", 12), new("办理日期", 12, ColumnKind.Date),
        new("登记时间", 17), new("登记人", 14), new("内容", 60, ColumnKind.LongText),
    ];

    public static IEnumerable<Sheet> Of(YearReading reading, BookFrame frame) => reading.Figures.Late is not { } late ? [] :
    [
        frame.Sheet(Tabs.Late, "迟录清单", "条", _columns, RowsAsync(reading)) with
        {
            FrozenColumns = 2,
            Notes =
            [
                $"{late.Closed.Year}年度在{ChinaTime.At(late.Closed.AsOf):yyyy年M月d日 HH:mm}封账；此后登记、日期在{late.Closed.CutOffOn:yyyy年M月d日}或以前的办理共 {late.Entries} 条，不改封存的表册，列在这里。",
                late.Line,
            ],
        },
    ];

    private static async IAsyncEnumerable<SheetRow> RowsAsync(YearReading reading)
    {
        var (number, registers) = (0, reading.Figures.Registers);
        await foreach (var late in reading.LateEntriesAsync())
        {
            var station = registers.Station(late.StationId);
            yield return SheetRow.Detail(
                ++number, late.Number, registers.UnitOf(station).ShortName, station.Name, late.Act.InWords(), late.On,
                ChinaTime.At(late.At).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), late.By, late.Note);
        }
    }
}
