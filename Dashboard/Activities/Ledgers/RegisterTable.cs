using VoterLiaison.Dashboard.Workbooks;

namespace VoterLiaison.Dashboard.Activities.Ledgers;

/// <summary>活动服务系统登记表 (第八条四): a row for each deputy who was at a session, in the columns the office chose.</summary>
internal static class RegisterTable
{
    public const string Tab = "活动服务系统登记表";
    public const string Table = "活动服务系统登记表";
    public const string Unit = "次";

    public static IEnumerable<SheetRow> Rows(IReadOnlyList<RegisterColumn> columns, LedgerSession session, int before) =>
        session.Attended.Select((one, place) => SheetRow.Detail([.. columns.Select(column => column.Cell(session, one, before + place + 1))]));
}
