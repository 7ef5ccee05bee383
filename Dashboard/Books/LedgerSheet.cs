using VoterLiaison.Dashboard.Workbooks;
using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard.Books;

/// <summary>选民意见建议台账: every opinion of the period, a row each, in the columns of the office.</summary>
internal static class LedgerSheet
{
    public static Sheet Of(YearReading reading, BookFrame frame)
    {
        var columns = LedgerColumns.Parse(frame.Office.LedgerColumns);
        return frame.Sheet(Tabs.Ledger, "选民意见建议台账", "件", [.. columns.Select(column => column.Column)], RowsAsync(reading, frame, columns)) with
        {
            OnA3 = true,
            FrozenColumns = 2,
            Notes =
            [
                reading.Figures.Total.Counts.Collected == 0 ? "统计期间内没有收集到意见。" : $"共 {reading.Figures.Total.Counts.Collected} 件，按收集日期排列。",
                "答复时限空白：没有转交，或尚未交办、不计期限。“是否超期”写天数的，是答复比时限晚的天数，没有答复的算到数据截至之日。",
                frame.Scope.Voters.Masking,
            ],
        };
    }

    private static async IAsyncEnumerable<SheetRow> RowsAsync(YearReading reading, BookFrame frame, IReadOnlyList<LedgerColumn> columns)
    {
        var number = 0;
        await foreach (var opinion in reading.OpinionsAsync())
        {
            var line = new LedgerLine(++number, opinion, reading.Figures, frame.Office);
            yield return SheetRow.Detail(columns.Select(column => column.Cell(line)).ToArray());
        }

        YearFigures.RequireAll(Measure.Collected, number, reading.Figures.Total.Counts.Collected);
    }
}
