using VoterLiaison.Dashboard.Workbooks;

namespace VoterLiaison.Dashboard.Books;

/// <summary>核对表: every number of the book that must agree with another, both of them, and whether they do. It stands last, because it reads what the others say.</summary>
internal static class ChecksSheet
{
    private static readonly Column[] _columns =
    [
        new("序号", 7), new("核对什么", 40, ColumnKind.LongText), new("左边", 44, ColumnKind.LongText), new("左数", 11, ColumnKind.Number),
        new("右边", 44, ColumnKind.LongText), new("右数", 11, ColumnKind.Number), new("结果", 12),
    ];

    public static Sheet Of(Checks checks, BookFrame frame) => frame.Sheet(Tabs.Checks, $"{(frame.Period.Year is null ? "" : "年度")}表册核对表", "", _columns, Rows(checks, frame.Period)) with
    {
        FrozenColumns = 2,
        Notes = ["每行是一项应当相等的核对：左边的数应等于右边的数，相等写“✓”，不等写左减右的差。相加的数是从各工作表写出的行里重新加的。"],
    };

    private static IEnumerable<SheetRow> Rows(Checks checks, BookPeriod period)
    {
        var (number, failed) = (0, 0);
        foreach (var (section, its) in new[]
        {
            (BalanceSheet.Sum(period), checks.Balances),
            ("收集＝转交＋当场解释＋超出范围＋并案＋待转交", checks.Ways),
            ("家站＝单位＝合计", checks.Sums),
            ("各表合计一致", checks.Tables),
            ("台账与数字一致", checks.Ledgers),
        })
        {
            yield return SheetRow.Subtotal(null as string, section, null as string, null as string, null as string, null as string, null as string);
            foreach (var check in its)
            {
                failed += check.Holds ? 0 : 1;
                yield return SheetRow.Detail(++number, check.Of, check.Left, check.Number, check.Right, check.Other, check.Result);
            }
        }

        yield return SheetRow.Total(null as string, $"共 {number} 项", null as string, null as string, null as string, null as string, failed == 0 ? "全部一致" : $"{failed} 项不一致");
    }
}
