using VoterLiaison.Dashboard.Workbooks;

namespace VoterLiaison.Dashboard.Activities.Ledgers;

/// <summary>履职活动记录表 (ledger B): a row for each deputy who was at a session.</summary>
internal static class PerformanceLedger
{
    public const string Tab = "履职活动记录表";
    public const string Table = "履职活动记录表";
    public const string Unit = "次";

    public static IReadOnlyList<Column> Columns { get; } =
    [
        new("序号", 6, ColumnKind.Number), new("代表姓名", 9), new("代表证号", 10), new("选区", 16), new("代表小组/联组", 11), new("活动日期", 10.5, ColumnKind.Date), new("活动类型", 10), new("活动名称", 16),
        new("组织单位", 11), new("地点", 18, ColumnKind.LongText), new("内容摘要", 40, ColumnKind.LongText), new("提出意见建议数", 8, ColumnKind.Number), new("登记人", 8), new("代表核对", 8), new("核对日期", 10.5, ColumnKind.Date),
    ];

    public static IReadOnlyList<string> Notes { get; } =
    [
        "每位到场的代表一行。提出意见建议数是这位代表在这一场收集、由本人转交的件数；两位代表一同收集的，两人都计。",
        "代表核对：代表在系统里核对过的写“无异议”；提出异议、还没有答复的写“有异议”；更正登记以后要重新核对。",
    ];

    /// <inheritdoc cref="ReceptionLedger.Rows"/>
    public static IEnumerable<SheetRow> Rows(LedgerSession session, int before) => session.Attended.Select((one, place) => SheetRow.Detail(
        before + place + 1, one.Deputy.Name, one.Deputy.Code, one.District, one.Unit, session.Session.On, session.Kind, session.Title,
        session.Unit.Name, session.Session.Place, session.Gist, session.OpinionsOf(one), session.Session.RecordedBy, one.Checked, one.ConfirmedOn));
}
