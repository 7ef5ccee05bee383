using VoterLiaison.Dashboard.Workbooks;
using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard.Books;

/// <summary>承办单位: what each organ was charged with as lead, how soon and how it answered. In official order, not by result.</summary>
internal static class OrgansSheet
{
    public const string Outcome = "办理结果（最近一次答复）";

    public static IReadOnlyList<Column> Columns(LiaisonOptions office) =>
    [
        new("承办单位（主办）", 42, ColumnKind.LongText), new("类别", 14), new("转交", 8, ColumnKind.Number),
        new("答复", 8, ColumnKind.Number), .. Rate("答复率"), .. Rate("按期答复率"), new("平均答复天数", 9, ColumnKind.Number), new("答复逾期", 8, ColumnKind.Number),
        .. Enum.GetValues<AnswerOutcome>().Select(outcome => new Column(outcome.InHeader(office), 9, ColumnKind.Number) { Group = Outcome }),
        new("待反馈", 8, ColumnKind.Number),
    ];

    public static Sheet Of(YearFigures figures, BookFrame frame) => frame.Sheet(Tabs.Organs, "意见建议承办单位统计表", "件", Columns(frame.Office), Rows(figures)) with
    {
        FrozenColumns = 1,
        Notes =
        [
            "只列统计期间内收集的意见转交到的单位，按一府一委两院的顺序，不作排名。一件只计主办单位，协办不计。",
            "“没有主办单位”：尚未交办的，和请市人大代表反映的。办理结果按最近一次答复，各类相加等于答复；“超出权限”已上报。平均答复天数的算法见“反映途径”。",
        ],
    };

    public static IEnumerable<SheetRow> Rows(YearFigures figures)
    {
        var organs = figures.Registers.Organs.Where(organ => figures.Organs.ContainsKey(organ.Id)).Select(organ => SheetRow.Detail([organ.Name, organ.Kind.InWords(), .. Cells([figures.Organs[organ.Id]])]));
        var none = figures.Organs.TryGetValue(0, out var without) ? new[] { SheetRow.Detail(["（没有主办单位）", null as string, .. Cells([without])]) } : [];
        return [.. organs, .. none, SheetRow.Total(["合计", null as string, .. Cells([.. figures.Organs.Values])])];
    }

    private static IEnumerable<Cell> Cells(IReadOnlyList<OrganTally> organs)
    {
        var tally = Tally.Sum(organs.Select(organ => organ.Tally));
        return
        [
            tally.Counts.Forwarded,
            tally.Counts.Answered, .. tally.AnswerRate.Cells, .. tally.InTimeRate.Cells, Books.Rate.Mean(tally.Answers.Days, tally.Answers.Answered), tally.Counts.AnswerOverdue,
            .. Enum.GetValues<AnswerOutcome>().Select(outcome => (Cell)organs.Sum(organ => organ.Outcomes.GetValueOrDefault(outcome))),
            tally.Counts.AwaitingFeedback,
        ];
    }

    private static IEnumerable<Column> Rate(string name) => [new("件数", 10, ColumnKind.Number) { Group = name }, new("比率", 8.5, ColumnKind.Percent) { Group = name }];
}
