using ClosedXML.Excel;

namespace VoterLiaison.Dashboard.Workbooks;

/// <summary>A small year-end book as an office hands it in: a summary with grouped headers, and a ledger.</summary>
internal static class SampleBook
{
    public static readonly DateTimeOffset Created = new(2026, 12, 31, 17, 0, 0, TimeSpan.FromHours(8));

    public static readonly IReadOnlyList<Column> StationColumns =
    [
        new("家站", 24), new("收集", 8, ColumnKind.Number),
        new("会议期间", 9, ColumnKind.Number) { Group = "转办" }, new("闭会期间", 9, ColumnKind.Number) { Group = "转办" },
        new("反馈率", 9, ColumnKind.Percent), new("备注", 40, ColumnKind.LongText),
    ];

    public static readonly IReadOnlyList<Column> LedgerColumns =
        [new("意见编号", 20), new("收集日期", 12, ColumnKind.Date), new("意见内容", 50, ColumnKind.LongText), new("接待人次", 10, ColumnKind.Number)];

    public static Heading Heading(string title) => new($"石景山区人大代表{title}（2026年度）", "石景山区人大常委会代表联络室", "2026年1月1日至12月31日", "件");

    public static Sheet Stations() => new("家站统计", Heading("家站年度工作统计表"), StationColumns,
    [
        SheetRow.Detail("八角街道代表之家", 12, 1, 5, 0.875m, ""),
        SheetRow.Detail("八角北路联络站", 1_030, 0, 7, "—", "七月起停用"),
        SheetRow.Subtotal("八角街道小计", 1_042, 1, 12, 0.875m, null as string),
        SheetRow.Total("合计", 1_042, 1, 12, 0.875m, null as string),
    ])
    {
        FrozenColumns = 1,
        Notes = ["注：反馈率＝已反馈÷（已反馈＋待反馈）。"],
        Signatures = new Signatures(new DateOnly(2026, 12, 31), "张三"),
    };

    public static Sheet Ledger(params IEnumerable<SheetRow> rows) =>
        new("意见台账", Heading("选民意见建议台账"), LedgerColumns, rows) { Signatures = new Signatures(new DateOnly(2026, 12, 31)) };

    public static SheetRow Opinion(int number) =>
        SheetRow.Detail($"2026-0107-{number:0000}", new DateOnly(2026, 3, 1).AddDays(number % 300), $"第{number}号意见：路灯不亮，夜里看不清台阶。", number);

    public static Book Of(params IReadOnlyList<Sheet> sheets) => new("2026年度工作台账", "石景山区人大常委会代表联络室", Created, sheets);

    public static async Task<MemoryStream> WrittenAsync(this Book book, BookWriter? writer = null)
    {
        var stream = new MemoryStream();
        await (writer ?? new BookWriter()).WriteAsync(book, stream, TestContext.Current.CancellationToken);
        stream.Position = 0;
        return stream;
    }

    public static async Task<XLWorkbook> ReopenedAsync(this Book book, BookWriter? writer = null) => new(await book.WrittenAsync(writer));
}
