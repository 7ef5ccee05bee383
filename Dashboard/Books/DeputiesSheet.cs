using VoterLiaison.Dashboard.Reports;
using VoterLiaison.Dashboard.Workbooks;
using VoterLiaison.Domain.Deputies;
using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard.Books;

/// <summary>代表统计: what each deputy carried, attended and reported, in official order. Never a rank.</summary>
internal static class DeputiesSheet
{
    private static readonly Column[] _columns =
    [
        new("序号", 6), new("代表", 26), new("代表证号", 12), new("街道（联组）", 14),
        .. new[] { "收集", "转交", "答复", "反馈", "待反馈" }.Select(name => new Column(name, 9, ColumnKind.Number)),
        new("参加接待", 9, ColumnKind.Number), new("述职", 24),
    ];

    public static Sheet Of(YearFigures figures, BookFrame frame) => frame.Sheet(Tabs.Deputies, "代表履职情况统计表", "意见为件，接待为场", _columns, Rows(figures)) with
    {
        FrozenColumns = 2,
        Notes =
        [
            "按代表名册的顺序，不作排名。几位代表共同反映的一件，各人都计一件，合计前减去重复的，合计与收集等各数一致。",
            "参加接待是期间内在各家站参加的场次。述职合计为已述职的区人大代表／年末（年度未完的为数据截至时）在任的区人大代表。"
            + (figures.Scope.Reach.Everything ? "" : "不在范围内家站接待的代表，只列他们反映的、范围内家站收集的意见。"),
        ],
    };

    public static IReadOnlyList<Deputy> Listed(YearFigures figures) =>
    [
        .. figures.Registers.Deputies.Where(deputy => figures.Carried.Deputies.ContainsKey(deputy.Id) || (figures.Scope.Reach.Covers(deputy) && (IsOfTheYear(deputy, figures) || Took(deputy, figures)))),
    ];

    private static IEnumerable<SheetRow> Rows(YearFigures figures)
    {
        var listed = Listed(figures);
        var (attended, reported) = Own(figures, listed);
        return
        [
            .. listed.Select((deputy, place) => SheetRow.Detail(
            [
                place + 1, deputy.Level is DeputyLevel.City ? $"{deputy.Name}（市人大代表）" : deputy.Name, deputy.Code, figures.Registers.UnitOf(deputy), .. Cells(figures.Carried.Deputies.GetValueOrDefault(deputy.Id, OpinionCounts.None)),
                .. figures.Scope.Reach.Covers(deputy) ? Own(deputy, figures) : [null as string, null as string],
            ])),
            SheetRow.Detail([null as string, "（代表待定）", null as string, null as string, .. Cells(figures.Carried.Without), null as string, null as string]),
            SheetRow.Detail([null as string, "减：共同反映的重复计数", null as string, null as string, .. Cells(figures.Carried.Repeats, -1), null as string, null as string]),
            SheetRow.Total(
            [
                null as string, "合计", null as string, null as string, .. Cells(figures.Total.Counts),
                attended, reported.Fraction,
            ]),
        ];
    }

    /// <summary>参加接待 and 述职 of those listed, as far as their own year is the scope's to tell.</summary>
    public static (int Attended, Rate Reported) Own(YearFigures figures, IReadOnlyList<Deputy> listed)
    {
        var known = listed.Where(figures.Scope.Reach.Covers).ToList();
        var owing = known.Where(deputy => IsOfTheYear(deputy, figures) && deputy.IsInOffice(figures.Contacts.OwingDay)).ToList();
        return (known.Sum(deputy => figures.Contacts.Attended.GetValueOrDefault(deputy.Id)), new Rate(owing.Count(deputy => figures.Contacts.Reports.ContainsKey(deputy.Id)), owing.Count));
    }

    private static bool IsOfTheYear(Deputy deputy, YearFigures figures) => deputy.Level is DeputyLevel.District && deputy.Serves(figures.Period.Until.Year);

    private static bool Took(Deputy deputy, YearFigures figures) => figures.Contacts.Attended.ContainsKey(deputy.Id) || figures.Contacts.Reports.ContainsKey(deputy.Id);

    private static IEnumerable<Cell> Own(Deputy deputy, YearFigures figures) =>
    [
        figures.Contacts.Attended.GetValueOrDefault(deputy.Id),
        figures.Contacts.Reports.TryGetValue(deputy.Id, out var report) ? $"{report.ReportedOn:yyyy-MM-dd} {report.Form.InWords()}" : "",
    ];

    private static IEnumerable<Cell> Cells(OpinionCounts counts, int sign = 1) =>
        [sign * counts.Collected, sign * counts.Forwarded, sign * counts.Answered, sign * counts.FedBack, sign * counts.AwaitingFeedback];
}
