using VoterLiaison.Dashboard.Workbooks;
using VoterLiaison.Domain.Stations;

namespace VoterLiaison.Dashboard.Books;

/// <summary>满意度: how voters rate what they were told, and how deputies rate the answers they got. Two voices, never added up.</summary>
internal static class SatisfactionSheet
{
    public const string Voters = "选民评价";
    public const string Deputies = "代表评价答复";

    private static readonly Column[] _columns =
    [
        .. ByStation.Columns,
        .. Grades(Voters), Percent(Voters, "满意率"), Percent(Voters, "含基本满意"), Count(Voters, "未能联系上"),
        Count(Deputies, "应评价"), .. Grades(Deputies), Percent(Deputies, "满意率"), Percent(Deputies, "含基本满意"), Count(Deputies, "未评价"),
    ];

    public static Sheet Of(YearFigures figures, BookFrame frame) => frame.Sheet(Tabs.Satisfaction, "选民评价和代表评价统计表", "件", _columns, ByStation.Rows(figures, stations => Cells(figures, stations))) with
    {
        FrozenColumns = ByStation.Frozen,
        Notes =
        [
            "选民评价：最近一轮反馈后选民的评价；没有评价的不列，未能联系上的不进比率。满意率＝满意÷已评价（满意＋基本满意＋不满意）。",
            "代表评价：只评价人代会期间议案建议和闭会期间建议的答复，取最近一轮；应评价为这两种途径已答复的件数＝满意＋基本满意＋不满意＋未评价。两种评价不相加。",
        ],
    };

    private static IEnumerable<Cell> Cells(YearFigures figures, IReadOnlyList<Station> stations)
    {
        var (voters, deputies) = (figures.TallyOf(stations).Ratings, figures.AnswerRatingsOf(stations));
        return
        [
            voters.Satisfied, voters.MostlySatisfied, voters.Dissatisfied, voters.SatisfiedRate.Share, voters.MostlySatisfiedRate.Share, voters.NotReached,
            deputies.Owed, deputies.Ratings.Satisfied, deputies.Ratings.MostlySatisfied, deputies.Ratings.Dissatisfied,
            deputies.Ratings.SatisfiedRate.Share, deputies.Ratings.MostlySatisfiedRate.Share, deputies.Unrated,
        ];
    }

    private static IEnumerable<Column> Grades(string group) => [Count(group, "满意"), Count(group, "基本满意"), Count(group, "不满意")];

    private static Column Count(string group, string header) => new(header, 9, ColumnKind.Number) { Group = group };

    private static Column Percent(string group, string header) => new(header, 9, ColumnKind.Percent) { Group = group };
}
