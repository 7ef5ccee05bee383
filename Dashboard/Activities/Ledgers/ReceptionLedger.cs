using VoterLiaison.Dashboard.Opinions;
using VoterLiaison.Dashboard.Workbooks;
using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard.Activities.Ledgers;

/// <summary>联系、接待选民记录表 (ledger A): a row for each opinion that was heard, and one for a session in which there was none.</summary>
/// <remarks>接待人次 stands in the first row of each session alone, so that the column adds up.</remarks>
internal static class ReceptionLedger
{
    public const string Tab = "接待记录表";
    public const string Table = "联系、接待选民记录表";
    public const string Unit = "人次";

    public static IReadOnlyList<Column> Columns { get; } =
    [
        new("序号", 6, ColumnKind.Number), new("记录编号", 13), new("接待日期", 10.5, ColumnKind.Date), new("起止时间", 11.5), new("家站名称", 13), new("街道（联组）", 10.5), new("地点", 16, ColumnKind.LongText),
        new("活动类型", 10), new("方式", 6), new("接待代表", 11), new("选民姓名", 9), new("联系电话", 12.5), new("选区/社区", 11), new("接待人次", 6, ColumnKind.Number),
        new("意见和要求（原话）", 44, ColumnKind.LongText), new("类别", 9), new("现场答复情况", 26, ColumnKind.LongText), new("是否需转办", 7), new("记录人", 8), new("备注", 20, ColumnKind.LongText),
    ];

    public static IReadOnlyList<string> Notes(VotersInWords voters) =>
    [
        "每件意见一行，没有意见的场次也占一行；接待人次只写在每一场的第一行，合计时不会重复。",
        voters.Masking,
    ];

    /// <param name="session">One session.</param>
    /// <param name="voters">How voters stand in it.</param>
    /// <param name="before">How many rows came before.</param>
    public static IEnumerable<SheetRow> Rows(LedgerSession session, VotersInWords voters, int before) => session.Opinions.Count == 0
        ? [SheetRow.Detail([before + 1, .. OfSession(session), "", "", "", session.Session.VoterTimes, "", "", "", "", session.Session.RecordedBy, session.Session.Notes])]
        : session.Opinions.Select((said, place) => SheetRow.Detail(
        [
            before + place + 1, .. OfSession(session), voters.Names(said.Opinion), voters.Phones(said.Opinion), voters.Communities(said.Opinion),
            place == 0 ? session.Session.VoterTimes : null as int?, said.Opinion.Words, said.Category, OnTheSpot(said.Opinion), Carried(said), session.Session.RecordedBy,
            Remarks(session, said, first: place == 0),
        ]));

    private static IEnumerable<Cell> OfSession(LedgerSession session) =>
    [
        session.Session.Number, session.Session.On, session.Hours, session.Station.Name, session.Unit.ShortName, session.Session.Place, session.Kind, session.Session.Form.InWords(), session.Names,
    ];

    private static string OnTheSpot(Opinion opinion) => opinion.Stage switch
    {
        OpinionStage.Explained => $"当场解释：{opinion.Explanation}",
        OpinionStage.OutOfScope => $"请选民找{opinion.PointedTo}：{opinion.Explanation}",
        OpinionStage.Collected or OpinionStage.Forwarded or OpinionStage.Answered or OpinionStage.FedBack or OpinionStage.Merged => "",
    };

    private static string Carried(LedgerOpinion said) => said.Opinion.Stage is OpinionStage.Explained or OpinionStage.OutOfScope ? "否" : "是";

    private static string Remarks(LedgerSession session, LedgerOpinion said, bool first) => string.Join('\n', new[]
    {
        $"意见{said.Opinion.Number}",
        said.LeadNumber is { } lead ? $"并入{lead}" : "",
        first ? session.Session.Notes : "",
    }.Where(part => part.Length > 0));
}
